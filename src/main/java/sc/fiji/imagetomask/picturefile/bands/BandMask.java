package sc.fiji.imagetomask.picturefile.bands;

import java.nio.file.Path;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.engine.MaskSpan;

/** A slice of a file that is read band by band as a mask. */
public final class BandMask implements WeightMap {

    private final int width;
    private final int height;
    private final BandReader<WeightMap, MaskSpan> reader;

    /**
     * @param path of the file, for errors
     * @param width in pixels
     * @param height in pixels
     * @param use what rows are as a mask
     */
    public BandMask(Path path, RowBands bands, int width, int height, BandUse<WeightMap> use) {
        this.width = width;
        this.height = height;
        reader = new BandReader<>(path, bands, width, use, WeightMap::read);
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
    public MaskSpan read(Tile tile) {
        return reader.read(tile);
    }

    @Override
    public boolean isLazy() {
        return true;
    }
}
