package sc.fiji.imagetomask.cli;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import sc.fiji.imagetomask.Coverage;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.engine.MaskRun;
import sc.fiji.imagetomask.engine.Pixels;

/**
 * A TIFF or BigTIFF of one slice or more, each in strips or tiles. What is larger than one band of rows is read band by
 * band.
 *
 * <p>Design decisions: orientation is followed, as Pillow does; directories that say that they are reduced copies of another one, as in a pyramid, are no slices.
 */
final class TiffFile implements PictureFile {

    /** The most values of one array. */
    private static final long MOST_VALUES = Integer.MAX_VALUE - 8;

    private static final int REDUCED = 1;
    private static final int USUAL_TILE = 256;

    private final Path path;
    private final SampleReading reading;
    private final int bandBytes;
    private final ImageInputStream stream;
    private final TiffChain chain;
    private final List<Integer> slices = new ArrayList<>();
    private int tile;
    private int width;
    private int height;

    /** @param bandBytes how much is decoded at once, unless a single strip or tile is larger */
    TiffFile(Path path, SampleReading reading, int bandBytes) throws IOException {
        this.path = path;
        this.reading = reading;
        this.bandBytes = bandBytes;
        stream = new FileImageInputStream(path.toFile());
        try {
            chain = FileReading.of(path, () -> TiffChain.of(stream));
            FileReading.of(path, this::open);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private Void open() throws IOException {
        for (int i = 0; i < chain.places().size(); i++) {
            TiffDirectory directory = directory(i);
            if (i == 0 || (directory.number(254, 0) & REDUCED) == 0) add(i, directory);
        }
        return null;
    }

    private void add(int number, TiffDirectory directory) throws IOException {
        TiffBlocks blocks = TiffBlocks.of(directory, bandBytes);
        TiffSlice fields = TiffSlice.of(directory);
        int across = fields.isSideways() ? blocks.height() : blocks.width();
        int down = fields.isSideways() ? blocks.width() : blocks.height();
        if (slices.isEmpty()) {
            width = across;
            height = down;
            tile = blocks.tiled() ? tile(blocks) : 0;
        }
        slices.add(number);
        if (across != width || down != height)
            throw new UnfitPicture("The slices of '" + path + "' must have one size, but slice 1 is " + width + " x "
                    + height + " and slice " + slices.size() + " is " + across + " x " + down + " pixels.");
        fields.requireFit(path, reading.rgb());
        requireFit(number, blocks);
        long values = bands(number, blocks, fields).valuesAtOnce();
        if (values > MOST_VALUES)
            throw new UnfitPicture("'" + path + "' has slices of " + width + " x " + height + " pixels, and " + values
                    + " values of one must be read at once, but at most " + MOST_VALUES + " can.");
    }

    private void requireFit(int number, TiffBlocks blocks) throws IOException {
        boolean apart = blocks.isApart();
        ImageReader reader = TiffReaders.common();
        try {
            reader.setInput(apart ? new ByteArrayImageInputStream(TiffWindow.empty(stream, blocks)) : stream);
            if (reader.getRawImageType(apart ? 0 : number) == null)
                throw new UnfitPicture("'" + path
                        + "' has colours of another kind, such as CMYK, but must be grey, indexed, RGB or RGBA.");
        } finally {
            reader.dispose();
        }
    }

    private static int tile(TiffBlocks blocks) {
        int edge = blocks.blockWidth();
        boolean isUsual = edge == blocks.blockHeight() && edge % 16 == 0 && edge >= 64 && edge <= 1024;
        return isUsual ? edge : USUAL_TILE;
    }

    private TiffDirectory directory(int number) throws IOException {
        return new TiffDirectory(stream, chain.places().get(number), chain.isBig());
    }

    private TiffBands bands(int i) throws IOException {
        TiffDirectory directory = directory(slices.get(i));
        return bands(slices.get(i), TiffBlocks.of(directory, bandBytes), TiffSlice.of(directory));
    }

    private TiffBands bands(int number, TiffBlocks blocks, TiffSlice fields) throws IOException {
        return new TiffBands(
                stream,
                number,
                blocks,
                fields,
                planes -> reading.isAsStored() ? fields.plain(planes) : reading.channels(path, planes));
    }

    @Override
    public int slices() {
        return slices.size();
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public Picture picture(int i) throws IOException {
        return FileReading.of(path, () -> {
            TiffBands bands = bands(i);
            MemoryPicture first = bands.at(0).planes().picture(reading.range());
            if (bands.isOne()) return first;
            return new BandPicture(
                    width,
                    height,
                    new BandReader<>(path, bands, planes -> planes.picture(reading.range()), MemoryPicture::read));
        });
    }

    @Override
    public Coverage mask(int i) throws IOException {
        return FileReading.of(path, () -> {
            TiffBands bands = bands(i);
            if (bands.isOne()) return bands.at(0).planes().mask();
            return new BandMask(width, height, new BandReader<>(path, bands, Slice::mask, Coverage::read));
        });
    }

    /**
     * A slice that is read band by band.
     *
     * @param width in pixels
     * @param height in pixels
     * @param reader of its bands
     */
    private record BandPicture(long width, long height, BandReader<MemoryPicture, Pixels> reader) implements Picture {

        @Override
        public Pixels read(Tile tile) {
            return reader.read(tile);
        }

        @Override
        public List<Tile> tiles(int pixels) {
            return Tile.blocks(width, height, (int) width, reader.rows(), pixels);
        }

        @Override
        public boolean isLazy() {
            return true;
        }
    }

    /** The same as a mask. */
    private record BandMask(long width, long height, BandReader<Coverage, MaskRun> reader) implements Coverage {

        @Override
        public MaskRun read(Tile tile) {
            return reader.read(tile);
        }

        @Override
        public boolean isLazy() {
            return true;
        }
    }

    /** That of the first slice's tiles; a usual one where they are not square, or very small or large. */
    @Override
    public int tile() {
        return tile;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
