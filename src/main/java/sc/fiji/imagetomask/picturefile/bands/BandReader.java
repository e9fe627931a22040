package sc.fiji.imagetomask.picturefile.bands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BiFunction;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.picturefile.FileReading;

/**
 * Reads tiles of a picture of a file from its bands: each band once, as long as tiles are asked for from top to bottom. Tiles
 * within a band are parts of it. A band that is one tile is not kept, so that its arrays may be used again.
 *
 * @param <M> rows in memory as a picture or mask
 * @param <T> a tile of them
 */
public final class BandReader<M, T> {

    private final Path path;
    private final RowBands bands;
    private final BandUse<M> use;
    private final BiFunction<M, Tile, T> reading;
    private final int width;
    private M latest;
    private int top;
    private int end;

    /**
     * @param path of the file, for errors
     * @param width of the picture
     * @param use what rows are as a picture or mask
     * @param reading of a tile of them
     */
    public BandReader(Path path, RowBands bands, int width, BandUse<M> use, BiFunction<M, Tile, T> reading) {
        this.path = path;
        this.bands = bands;
        this.width = width;
        this.use = use;
        this.reading = reading;
    }

    /** @throws java.io.UncheckedIOException whose cause has one sentence that names the file */
    public synchronized T read(Tile tile) {
        if (tile.y() < top || tile.y() + tile.height() > end) FileReading.unchecked(path, () -> next(tile));
        T read = reading.apply(latest, new Tile(tile.x(), tile.y() - top, tile.width(), tile.height()));
        if (tile.y() == top && tile.y() + tile.height() == end && tile.width() == width) forget();
        return read;
    }

    private void forget() {
        latest = null;
        end = 0;
    }

    private Void next(Tile tile) throws IOException {
        forget();
        RowBands.Band band = bands.with((int) tile.y(), tile.height());
        latest = use.of(band.planes());
        top = band.top();
        end = band.end();
        return null;
    }
}
