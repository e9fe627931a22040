package sc.fiji.imagetomask.ome;

import java.util.Arrays;
import java.util.List;
import sc.fiji.imagetomask.zarr.ZarrArray;

/**
 * The slices of one resolution of an OME-Zarr image: one for each position along t and z, those of the first t first. Axes
 * that the image has not count as of size 1.
 *
 * @param image of any order of axes
 * @param array its values at that resolution
 * @param firstChannel of those that are read; 0 is the first
 * @param channels how many are read, from that one on
 */
record OmeSlices(OmeZarrImage image, ZarrArray array, int firstChannel, int channels) {

    /** Values along that axis. */
    long size(String axis) {
        int d = image.dimension(axis);
        return d < 0 ? 1 : array.shape()[d];
    }

    /** How many slices there are. */
    long count() {
        return Math.multiplyExact(size("t"), size("z"));
    }

    /** The first value of a block of the channels of a slice. */
    long[] min(long slice, long x, long y) {
        long[] min = new long[array.rank()];
        set(min, "t", slice / size("z"));
        set(min, "z", slice % size("z"));
        set(min, "c", firstChannel);
        set(min, "y", y);
        set(min, "x", x);
        return min;
    }

    private void set(long[] position, String axis, long value) {
        int d = image.dimension(axis);
        if (d >= 0) position[d] = value;
    }

    /** The size of that block; 1 along axes other than c, y and x. */
    int[] size(int width, int height) {
        int[] size = new int[array.rank()];
        Arrays.fill(size, 1);
        if (image.dimension("c") >= 0) size[image.dimension("c")] = channels;
        size[image.dimension("y")] = height;
        size[image.dimension("x")] = width;
        return size;
    }

    /** The dimension of the channels; -1 if there is none. */
    int channelAxis() {
        return image.dimension("c");
    }

    /** Whether rows follow each other, not columns. */
    boolean isByRows() {
        return image.dimension("y") < image.dimension("x");
    }

    /** The axes of that block that may be larger than 1, the fastest first. */
    List<String> blockAxes() {
        return List.of("c", "y", "x").stream()
                .filter(axis -> image.dimension(axis) >= 0)
                .sorted((a, b) -> image.dimension(b) - image.dimension(a))
                .toList();
    }
}
