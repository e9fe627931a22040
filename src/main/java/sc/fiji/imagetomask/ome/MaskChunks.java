package sc.fiji.imagetomask.ome;

import java.io.IOException;
import java.lang.reflect.Array;
import java.util.List;
import sc.fiji.imagetomask.Tile;

/**
 * Writes the slices of masks as chunks of an OME-Zarr image, whatever the order of its axes is.
 *
 * @param axes the names of the image's axes
 * @param depth slices that follow each other along z
 * @param output where chunks go
 */
public record MaskChunks(List<String> axes, long depth, OmeZarrOutput output) {

    /** Of an image that is like that. */
    public static MaskChunks of(OmeZarrSpec spec, OmeZarrOutput output) {
        List<String> axes = spec.axes().stream().map(Axis::name).toList();
        return new MaskChunks(axes, axes.contains("z") ? spec.shape().get(axes.indexOf("z")) : 1, output);
    }

    /** Of a whole chunk, in pixels. */
    int width() {
        return size("x");
    }

    /** Of a whole chunk, in pixels. */
    int height() {
        return size("y");
    }

    private int size(String axis) {
        return output.levels().get(0).chunkShape()[axes.indexOf(axis)];
    }

    /** Whether rows follow each other, not columns. */
    boolean isByRows() {
        return axes.indexOf("y") < axes.indexOf("x");
    }

    /**
     * Writes all chunks of a rectangle of the largest resolution.
     *
     * @param slice those of the first t first
     * @param place where the rectangle lies: whole chunks, but for the image's right and lower edge
     * @param values {@code byte[]} or {@code float[]}, row by row
     */
    public void write(long slice, Tile place, Object values) throws IOException {
        for (int y = 0; y < place.height(); y += height())
            for (int x = 0; x < place.width(); x += width()) {
                Tile part =
                        new Tile(x, y, Math.min(width(), place.width() - x), Math.min(height(), place.height() - y));
                long[] grid = grid(slice, (place.x() + x) / width(), (place.y() + y) / height());
                output.writeChunk(0, grid, part(values, place.width(), part));
            }
    }

    /**
     * Writes one chunk.
     *
     * @param level which resolution, 0 being the largest
     * @param slice those of the first t first
     * @param place all of the chunk that is inside the image
     * @param values {@code byte[]} or {@code float[]}, row by row
     */
    void writeOne(int level, long slice, Tile place, Object values) throws IOException {
        Tile all = new Tile(0, 0, place.width(), place.height());
        output.writeChunk(level, grid(slice, place), part(values, place.width(), all));
    }

    /** Which chunk lies at that place. */
    long[] grid(long slice, Tile place) {
        return grid(slice, place.x() / width(), place.y() / height());
    }

    private long[] grid(long slice, long x, long y) {
        return axes.stream()
                .mapToLong(axis -> switch (axis) {
                    case "t" -> slice / depth;
                    case "z" -> slice % depth;
                    case "y" -> y;
                    default -> x;
                })
                .toArray();
    }

    /** A part of a rectangle's values in the order of the image's axes. */
    private Object part(Object values, int width, Tile tile) {
        boolean byColumns = !isByRows();
        if (!byColumns && tile.pixels() == Array.getLength(values)) return values;
        Object part = Array.newInstance(values.getClass().getComponentType(), tile.pixels());
        for (int y = 0; y < tile.height(); y++) {
            int from = Math.toIntExact((tile.y() + y) * width + tile.x());
            if (!byColumns) System.arraycopy(values, from, part, y * tile.width(), tile.width());
            else
                for (int x = 0; x < tile.width(); x++)
                    System.arraycopy(values, from + x, part, x * tile.height() + y, 1);
        }
        return part;
    }
}
