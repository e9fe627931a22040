package sc.fiji.imagetomask.picturefile.bands;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.engine.Pixels;

/** A slice of a file that is read band by band. */
public final class BandPicture implements Picture {

    private final int width;
    private final int height;
    private final RowBands bands;
    private final BandReader<Picture, Pixels> reader;

    /**
     * @param path of the file, for errors
     * @param width in pixels
     * @param height in pixels
     * @param use what rows are as a picture
     */
    public BandPicture(Path path, RowBands bands, int width, int height, BandUse<Picture> use) {
        this.width = width;
        this.height = height;
        this.bands = bands;
        reader = new BandReader<>(path, bands, width, use, Picture::read);
    }

    @Override
    public long width() {
        return width;
    }

    @Override
    public long height() {
        return height;
    }

    /** @throws java.io.UncheckedIOException whose cause has one sentence that names the file */
    @Override
    public Pixels read(Tile tile) {
        return reader.read(tile);
    }

    @Override
    public List<Tile> tiles(int pixels) {
        return Tile.blocks(width, height, width, bands.bandRows(), Math.min(pixels, bands.enoughPixels()));
    }

    @Override
    public boolean isLazy() {
        return true;
    }

    /** Only arrays that have no other pixels are used again. */
    @Override
    public void release(Pixels pixels) {
        if (!(pixels instanceof Pixels.Planar planar)) return;
        Arrays.stream(planar.channels())
                .distinct()
                .filter(channel -> channel.length == planar.length())
                .forEach(bands::release);
    }
}
