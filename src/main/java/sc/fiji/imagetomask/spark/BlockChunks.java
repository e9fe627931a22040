package sc.fiji.imagetomask.spark;

import java.io.IOException;
import java.lang.reflect.Array;
import java.util.List;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.ome.Axis;
import sc.fiji.imagetomask.ome.OmeZarrOutput;
import sc.fiji.imagetomask.zarr.ZarrArray;

/**
 * The chunks of the mask's image that a block consists of; no two blocks share one.
 *
 * @param axes of the mask's image
 * @param depth slices that follow each other along z
 * @param output where chunks go
 */
record BlockChunks(List<String> axes, long depth, OmeZarrOutput output) {

    static BlockChunks of(MaskPlan plan, OmeZarrOutput output) {
        return new BlockChunks(
                plan.spec().axes().stream().map(Axis::name).toList(),
                plan.grid().depth(),
                output);
    }

    /**
     * Writes all chunks of a block.
     *
     * @param values {@code byte[]} or {@code float[]}, row by row
     */
    void write(Block block, Object values) throws IOException {
        ZarrArray array = output.levels().get(0);
        int chunkWidth = array.chunkShape()[axes.indexOf("x")];
        int chunkHeight = array.chunkShape()[axes.indexOf("y")];
        Tile place = block.place();
        for (int y = 0; y < place.height(); y += chunkHeight)
            for (int x = 0; x < place.width(); x += chunkWidth) {
                Tile tile = new Tile(
                        x, y, Math.min(chunkWidth, place.width() - x), Math.min(chunkHeight, place.height() - y));
                long[] grid = grid(block.slice(), (place.x() + x) / chunkWidth, (place.y() + y) / chunkHeight);
                output.writeChunk(0, grid, part(values, place.width(), tile));
            }
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

    /** A rectangle of values in the order of the image's axes. */
    private Object part(Object values, int width, Tile tile) {
        boolean turned = axes.indexOf("x") < axes.indexOf("y");
        if (!turned && tile.x() == 0 && tile.y() == 0 && tile.pixels() == Array.getLength(values)) return values;
        Object part = Array.newInstance(values.getClass().getComponentType(), tile.pixels());
        for (int y = 0; y < tile.height(); y++) {
            int from = Math.toIntExact((tile.y() + y) * width + tile.x());
            if (!turned) System.arraycopy(values, from, part, y * tile.width(), tile.width());
            else
                for (int x = 0; x < tile.width(); x++)
                    System.arraycopy(values, from + x, part, x * tile.height() + y, 1);
        }
        return part;
    }
}
