package sc.fiji.imagetomask.ome;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.Transposition;
import sc.fiji.imagetomask.zarr.ZarrArray;

/**
 * One plane of one resolution of an image, row by row whatever the order of the axes.
 *
 * <pre>{@code
 * OmePlane plane = OmePlane.of(image, 0, Map.of("c", 1L, "z", 20L));
 * short[] tile = (short[]) plane.read(512, 0, 256, 128);
 * }</pre>
 */
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
     * @throws IllegalArgumentException if there is no such level, axis or position
     */
    public static OmePlane of(OmeZarrImage image, int level, Map<String, Long> at) {
        ZarrArray array = image.level(level).array();
        List<String> axes = image.axes().stream().map(Axis::name).toList();
        long[] position = new long[axes.size()];
        at.forEach((axis, index) -> {
            int d = axes.indexOf(axis);
            if (d < 0 || axis.equals("y") || axis.equals("x"))
                throw new IllegalArgumentException(
                        "axis is '" + axis + "', but must be one of " + axes + " other than y and x.");
            if (index < 0 || index >= array.shape()[d])
                throw new IllegalArgumentException(
                        axis + " is " + index + ", but must be from 0 to " + (array.shape()[d] - 1) + ".");
            position[d] = index;
        });
        return new OmePlane(array, position, axes.indexOf("x"), axes.indexOf("y"));
    }

    /** In pixels. */
    public long width() {
        return array.shape()[x];
    }

    /** In pixels. */
    public long height() {
        return array.shape()[y];
    }

    /** The type of the values. */
    public DataType dataType() {
        return array.dataType();
    }

    /**
     * The values of a rectangle, row by row, as a primitive array.
     *
     * @throws IllegalArgumentException if it is not inside the plane
     * @throws IOException one sentence that names the file, if a chunk cannot be read or is damaged
     */
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

    private Object transposed(Object columns, int width, int height) {
        DataType type = dataType();
        Transposition transposition = new Transposition(new int[] {height, width}, new int[] {1, 0}, type.bytes());
        ByteOrder order = ByteOrder.nativeOrder();
        return type.fromBytes(transposition.plain(type.toBytes(columns, order)), order);
    }
}
