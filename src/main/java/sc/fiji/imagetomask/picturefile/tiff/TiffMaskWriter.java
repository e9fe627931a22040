package sc.fiji.imagetomask.picturefile.tiff;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFEntry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.stream.FileImageOutputStream;
import sc.fiji.imagetomask.MaskTarget;
import sc.fiji.imagetomask.files.Sentence;
import sc.fiji.imagetomask.picturefile.MaskShape;
import sc.fiji.imagetomask.picturefile.MaskWriter;
import sc.fiji.imagetomask.picturefile.RowTarget;
import sc.fiji.imagetomask.picturefile.deflate.Effort;
import sc.fiji.imagetomask.picturefile.tiff.codec.TiffPredictor;

/**
 * Writes grey TIFF or BigTIFF as the values come, in strips or tiles, not compressed or by Deflate; after all slices their directories, of
 * which the first says what {@link ImageJNotes} know. So the slices follow one another, as ImageJ expects it of a stack.
 *
 * <p>Design decision: the library that reads TIFF writes whole pictures only, in one strip each, and no floating point;
 * but it writes directories.
 */
public final class TiffMaskWriter implements MaskWriter {

    /** What the offsets of a plain TIFF reach. */
    private static final long PLAIN_BYTES = (1L << 32) - 1;

    private static final short BLACK_IS_ZERO = 1;
    private static final short NO_COMPRESSION = 1;
    private static final short DEFLATE = 8;
    private static final short FLOATS = 3;
    private static final short WHOLE_NUMBERS = 1;

    /** Where the place of the first directory is written. */
    private static final long FIRST = 4;

    private static final long FIRST_OF_BIG = 8;

    private final Path place;
    private final MaskShape shape;
    private final boolean big;
    private final Effort effort;
    private final FileImageOutputStream stream;
    private final TIFFWriter directories;
    private final List<TiffMaskBlocks> slices = new ArrayList<>();

    /**
     * Of a file that exists and is empty.
     *
     * @param place where the file will be at last, for errors
     * @param big whether it is a BigTIFF even if a TIFF could hold it
     * @param effort to make it small; null: it is not compressed
     */
    public TiffMaskWriter(Path path, Path place, MaskShape shape, boolean big, Effort effort) throws IOException {
        this.place = place;
        this.shape = shape;
        this.effort = effort;
        this.big = big || TiffMaskBlocks.fileBytes(shape, effort) > PLAIN_BYTES;
        stream = new FileImageOutputStream(path.toFile());
        stream.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        directories = new TIFFWriter(this.big ? Long.BYTES : Integer.BYTES);
        try {
            directories.writeTIFFHeader(stream);
            directories.writeOffset(stream, 0);
        } catch (IOException e) {
            stream.close();
            throw Sentence.unwritable(place, e);
        }
    }

    @Override
    public MaskTarget open(int i) {
        slices.add(new TiffMaskBlocks(shape, effort, stream));
        return new RowTarget(shape, place, slices.get(i));
    }

    @Override
    public void written(int i) {
        try {
            slices.get(i).finish();
        } catch (IOException e) {
            throw new UncheckedIOException(Sentence.unwritable(place, e));
        }
    }

    @Override
    public void finish(String record) throws IOException {
        try {
            long pointer = big ? FIRST_OF_BIG : FIRST;
            for (int i = 0; i < slices.size(); i++) {
                List<Entry> entries = entries(slices.get(i));
                if (i == 0) entries.addAll(ImageJNotes.of(shape, record));
                long directory = directories.writeIFD(entries, stream);
                long next = stream.getStreamPosition();
                stream.seek(pointer);
                directories.writeOffset(stream, directory);
                stream.seek(next);
                directories.writeOffset(stream, 0);
                pointer = next;
            }
            stream.flush();
        } catch (IOException e) {
            throw Sentence.unwritable(place, e);
        }
    }

    private List<Entry> entries(TiffMaskBlocks blocks) {
        List<Entry> entries = new ArrayList<>(List.of(
                new TIFFEntry(TIFF.TAG_IMAGE_WIDTH, TIFF.TYPE_LONG, (long) shape.width()),
                new TIFFEntry(TIFF.TAG_IMAGE_HEIGHT, TIFF.TYPE_LONG, (long) shape.height()),
                number(TIFF.TAG_BITS_PER_SAMPLE, (short) (Byte.SIZE * shape.valueBytes())),
                number(TIFF.TAG_COMPRESSION, effort == null ? NO_COMPRESSION : DEFLATE),
                number(TIFF.TAG_PHOTOMETRIC_INTERPRETATION, BLACK_IS_ZERO),
                number(TIFF.TAG_SAMPLES_PER_PIXEL, (short) 1),
                number(TIFF.TAG_SAMPLE_FORMAT, shape.isFloat() ? FLOATS : WHOLE_NUMBERS)));
        if (effort != null && TiffMaskBlocks.hasDifferences(shape))
            entries.add(number(TIFF.TAG_PREDICTOR, (short) TiffPredictor.DIFFERENCES));
        short kind = big ? TIFF.TYPE_LONG8 : TIFF.TYPE_LONG;
        Object places = values(blocks.places());
        Object lengths = values(blocks.lengths());
        if (shape.tile() > 0) {
            entries.add(number(TIFF.TAG_TILE_WIDTH, (short) shape.tile()));
            entries.add(number(TIFF.TAG_TILE_HEIGTH, (short) shape.tile()));
            entries.add(new TIFFEntry(TIFF.TAG_TILE_OFFSETS, kind, places));
            entries.add(new TIFFEntry(TIFF.TAG_TILE_BYTE_COUNTS, kind, lengths));
        } else {
            entries.add(new TIFFEntry(TIFF.TAG_ROWS_PER_STRIP, TIFF.TYPE_LONG, (long) blocks.blockRows()));
            entries.add(new TIFFEntry(TIFF.TAG_STRIP_OFFSETS, kind, places));
            entries.add(new TIFFEntry(TIFF.TAG_STRIP_BYTE_COUNTS, kind, lengths));
        }
        return entries;
    }

    private static Object values(long[] numbers) {
        return numbers.length == 1 ? (Object) numbers[0] : numbers;
    }

    private static TIFFEntry number(int tag, short value) {
        return new TIFFEntry(tag, TIFF.TYPE_SHORT, value);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
