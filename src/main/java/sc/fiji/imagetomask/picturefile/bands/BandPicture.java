package sc.fiji.imagetomask.picturefile.bands;

import java.nio.file.Path;
import java.util.List;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.engine.Pixels;

/** A slice of a file that is read band by band. */
public final class BandPicture implements Picture {

    /** So few pixels of a tile that the next one is soon there; for more, no engine is faster. */
    private static final int MOST = 1 << 22;

    private final int width;
    private final int height;
    private final int bandRows;
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
        bandRows = bands.bandRows();
        reader = new BandReader<>(path, bands, use, Picture::read);
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
        return Tile.blocks(width, height, width, bandRows, Math.min(MOST, pixels));
    }

    @Override
    public boolean isLazy() {
        return true;
    }
}
