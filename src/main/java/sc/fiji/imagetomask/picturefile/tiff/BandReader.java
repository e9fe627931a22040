package sc.fiji.imagetomask.picturefile.tiff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.Function;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.picturefile.FileReading;
import sc.fiji.imagetomask.picturefile.PictureRaster;

/**
 * Reads tiles of a picture of a TIFF from its bands: each band once, as long as tiles are asked for from top to bottom. Tiles
 * within a band are parts of it.
 *
 * @param <M> rows in memory as a picture or mask
 * @param <T> a tile of them
 */
final class BandReader<M, T> {

    private final Path path;
    private final RowBands bands;
    private final Function<PictureRaster, M> memory;
    private final BiFunction<M, Tile, T> reading;
    private M latest;
    private int top;
    private int end;

    BandReader(Path path, RowBands bands, Function<PictureRaster, M> memory, BiFunction<M, Tile, T> reading) {
        this.path = path;
        this.bands = bands;
        this.memory = memory;
        this.reading = reading;
    }

    /** How many rows are best read at once. */
    int rows() {
        return bands.bandRows();
    }

    /** @throws java.io.UncheckedIOException whose cause has one sentence that names the file */
    synchronized T read(Tile tile) {
        if (tile.y() < top || tile.y() + tile.height() > end) FileReading.unchecked(path, () -> next(tile));
        return reading.apply(latest, new Tile(tile.x(), tile.y() - top, tile.width(), tile.height()));
    }

    private Void next(Tile tile) throws IOException {
        latest = null;
        end = 0;
        RowBands.Band band = bands.at((int) tile.y());
        boolean isWithin = tile.y() + tile.height() <= band.end();
        top = isWithin ? band.top() : (int) tile.y();
        PictureRaster rows = isWithin ? band.planes() : bands.rows(top, tile.height());
        latest = memory.apply(rows);
        if (isWithin) bands.forget();
        end = top + rows.height();
        return null;
    }
}
