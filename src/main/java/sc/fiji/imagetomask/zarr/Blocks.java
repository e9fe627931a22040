package sc.fiji.imagetomask.zarr;

/** Blocks of values in primitive arrays, the last dimension fastest. */
public final class Blocks {

    private Blocks() {}

    /** How many values a block has. */
    public static int length(int[] size) {
        int length = 1;
        for (int s : size) length = Math.multiplyExact(length, s);
        return length;
    }

    /** How far apart, in values, neighbours along each dimension are. */
    public static int[] steps(int[] size) {
        int[] steps = new int[size.length];
        int step = 1;
        for (int d = size.length - 1; d >= 0; d--) {
            steps[d] = step;
            step *= size[d];
        }
        return steps;
    }

    /** Copies a part of one block to a part of another, which has the same size. */
    public static void copy(
            Object from, int[] fromSize, int[] fromMin, Object to, int[] toSize, int[] toMin, int[] size) {
        int row = size[size.length - 1];
        rows(
                fromSize,
                fromMin,
                toSize,
                toMin,
                size,
                (source, target) -> System.arraycopy(from, source, to, target, row));
    }

    /** Sets all values of a part of a block. */
    static void fill(DataType type, double value, Object to, int[] toSize, int[] toMin, int[] size) {
        int row = size[size.length - 1];
        rows(toSize, toMin, toSize, toMin, size, (same, target) -> type.fill(to, target, row, value));
    }

    private interface Row {
        void at(int from, int to);
    }

    private static void rows(int[] fromSize, int[] fromMin, int[] toSize, int[] toMin, int[] size, Row row) {
        int last = size.length - 1;
        int[] fromSteps = steps(fromSize);
        int[] toSteps = steps(toSize);
        int[] position = new int[size.length];
        int from = start(fromSteps, fromMin);
        int to = start(toSteps, toMin);
        int rows = length(size) / size[last];
        for (int i = 0; i < rows; i++) {
            row.at(from, to);
            for (int d = last - 1; d >= 0; d--) {
                from += fromSteps[d];
                to += toSteps[d];
                if (++position[d] < size[d]) break;
                from -= fromSteps[d] * size[d];
                to -= toSteps[d] * size[d];
                position[d] = 0;
            }
        }
    }

    private static int start(int[] steps, int[] min) {
        int start = 0;
        for (int d = 0; d < steps.length; d++) start += steps[d] * min[d];
        return start;
    }
}
