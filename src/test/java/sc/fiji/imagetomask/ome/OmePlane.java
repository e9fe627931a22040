package sc.fiji.imagetomask.ome;

import java.io.IOException;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import sc.fiji.imagetomask.zarr.ZarrArray;

/** One plane of one resolution of an image, row by row whatever the order of the axes. */
public final class OmePlane {

    private final ZarrArray array;
    private final long[] position;
    private final int x;
    private final int y;

    private OmePlane(ZarrArray array, long[] position, int x, int y) {
        this.array = array;
        this.position = position;
        this.x = x;
        this.y = y;
    }

    /**
     * The plane at a position.
     *
     * @param level which resolution, 0 being the largest
     * @param at where along axes other than y and x, 0 being the first; 0 along those that are not named
     */
    public static OmePlane of(OmeZarrImage image, int level, Map<String, Long> at) {
        List<String> axes = image.axes().stream().map(Axis::name).toList();
        long[] position = new long[axes.size()];
        at.forEach((axis, index) -> position[axes.indexOf(axis)] = index);
        return new OmePlane(image.level(level).array(), position, axes.indexOf("x"), axes.indexOf("y"));
    }

    /** In pixels. */
    public long width() {
        return array.shape()[x];
    }

    /** In pixels. */
    public long height() {
        return array.shape()[y];
    }

    /** The values of a rectangle, row by row, as a primitive array. */
    public Object read(long left, long top, int width, int height) throws IOException {
        long[] min = position.clone();
        int[] size = new int[min.length];
        Arrays.fill(size, 1);
        min[x] = left;
        min[y] = top;
        size[x] = width;
        size[y] = height;
        Object block = array.readBlock(min, size);
        return y < x ? block : transposed(block, width, height);
    }

    private static Object transposed(Object columns, int width, int height) {
        Object rows = Array.newInstance(columns.getClass().getComponentType(), width * height);
        for (int row = 0; row < height; row++)
            for (int column = 0; column < width; column++)
                Array.set(rows, row * width + column, Array.get(columns, column * height + row));
        return rows;
    }
}
