package sc.fiji.imagetomask.picturefile.raster;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import sc.fiji.imagetomask.MaskTarget;
import sc.fiji.imagetomask.files.Sentence;
import sc.fiji.imagetomask.picturefile.Calibration;
import sc.fiji.imagetomask.picturefile.MaskShape;
import sc.fiji.imagetomask.picturefile.MaskWriter;
import sc.fiji.imagetomask.picturefile.RowTarget;
import sc.fiji.imagetomask.picturefile.deflate.Effort;

/**
 * Writes 8-bit grey PNG row by row as the values come.
 *
 * <p>Design decision: Java's own writer requests rows, and so needs the whole mask in memory.
 */
public final class PngMaskWriter implements MaskWriter {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int BUFFER = 1 << 16;

    private static final byte NO_UNIT = 0;
    private static final byte METRE = 1;

    private final Path place;
    private final MaskShape shape;
    private final Effort effort;
    private final DataOutputStream file;

    /**
     * Of a file that exists and is empty.
     *
     * @param place where the file will be at last, for errors
     * @param effort to make it small
     */
    public PngMaskWriter(Path path, Path place, MaskShape shape, Effort effort) throws IOException {
        this.place = place;
        this.shape = shape;
        this.effort = effort;
        file = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path), BUFFER));
    }

    @Override
    public MaskTarget open(int i) {
        try {
            file.write(SIGNATURE);
            chunk("IHDR", header());
            Calibration sizes = shape.calibration();
            if (sizes.hasResolution() && !sizes.isKnown()) chunk("pHYs", perUnit(sizes, 1, NO_UNIT));
            else if (sizes.isKnown() && sizes.metres() > 0) chunk("pHYs", perUnit(sizes, sizes.metres(), METRE));
        } catch (IOException e) {
            throw new UncheckedIOException(Sentence.unwritable(place, e));
        }
        return new RowTarget(
                shape,
                place,
                new PngRows(shape.width(), shape.height(), effort, (bytes, length) -> chunk("IDAT", bytes, 0, length)));
    }

    private byte[] header() {
        return ByteBuffer.allocate(13)
                .putInt(shape.width())
                .putInt(shape.height())
                .put((byte) Byte.SIZE)
                .array();
    }

    /** How many pixels there are across and down on a metre, or on a unit that nobody knows. */
    private static byte[] perUnit(Calibration pixels, double unit, byte kind) {
        return ByteBuffer.allocate(9)
                .putInt((int) Math.round(1 / (pixels.x() * unit)))
                .putInt((int) Math.round(1 / (pixels.y() * unit)))
                .put(kind)
                .array();
    }

    @Override
    public void finish(String record) throws IOException {
        try {
            if (!record.isEmpty())
                chunk("tEXt", (PngText.MASK_RECORD + "\0" + record).getBytes(StandardCharsets.ISO_8859_1));
            chunk("IEND");
            file.flush();
        } catch (IOException e) {
            throw Sentence.unwritable(place, e);
        }
    }

    private void chunk(String name, byte... bytes) throws IOException {
        chunk(name, bytes, 0, bytes.length);
    }

    private void chunk(String name, byte[] bytes, int offset, int length) throws IOException {
        byte[] letters = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(letters);
        sum.update(bytes, offset, length);
        file.writeInt(length);
        file.write(letters);
        file.write(bytes, offset, length);
        file.writeInt((int) sum.getValue());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
