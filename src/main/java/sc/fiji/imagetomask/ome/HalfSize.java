package sc.fiji.imagetomask.ome;

import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.Numbers;

/**
 * Makes rectangles half as large: each value the mean of the four that it stands for; at the right and lower edge of two or
 * one. Means of whole numbers are rounded, halves up.
 *
 * @param type of the values
 * @param byRows whether the value below is added before the one to the right, which matters for floating point
 */
record HalfSize(DataType type, boolean byRows) {

    /**
     * Puts the means of a rectangle into a part of another one.
     *
     * @param values row by row
     * @param from where the rectangle starts in them
     * @param at where the part starts in the target
     * @param stride values between rows of the target
     */
    void put(Object values, int from, int width, int height, Object target, int at, int stride) {
        for (int y = 0; y < height; y += 2) {
            int top = from + y * width;
            int bottom = y + 1 < height ? top + width : top;
            int to = at + y / 2 * stride;
            if (type == DataType.UINT8) bytes((byte[]) values, top, bottom, width, (byte[]) target, to);
            else if (type == DataType.UINT16) shorts((short[]) values, top, bottom, width, (short[]) target, to);
            else numbers(values, top, bottom, width, target, to);
        }
    }

    /** A row that is missing is the same as the other one: the mean is the same. */
    private static void bytes(byte[] values, int top, int bottom, int width, byte[] target, int to) {
        int pairs = width / 2;
        for (int x = 0; x < pairs; x++) {
            int sum = (values[top + 2 * x] & 255)
                    + (values[top + 2 * x + 1] & 255)
                    + (values[bottom + 2 * x] & 255)
                    + (values[bottom + 2 * x + 1] & 255);
            target[to + x] = (byte) (sum + 2 >> 2);
        }
        if (width % 2 == 1)
            target[to + pairs] = (byte) ((values[top + width - 1] & 255) + (values[bottom + width - 1] & 255) + 1 >> 1);
    }

    private static void shorts(short[] values, int top, int bottom, int width, short[] target, int to) {
        int pairs = width / 2;
        for (int x = 0; x < pairs; x++) {
            int sum = (values[top + 2 * x] & 0xffff)
                    + (values[top + 2 * x + 1] & 0xffff)
                    + (values[bottom + 2 * x] & 0xffff)
                    + (values[bottom + 2 * x + 1] & 0xffff);
            target[to + x] = (short) (sum + 2 >> 2);
        }
        if (width % 2 == 1)
            target[to + pairs] =
                    (short) ((values[top + width - 1] & 0xffff) + (values[bottom + width - 1] & 0xffff) + 1 >> 1);
    }

    private void numbers(Object values, int top, int bottom, int width, Object target, int to) {
        Numbers from = Numbers.of(type, values);
        Numbers means = Numbers.of(type, target);
        for (int x = 0; x < width; x += 2) {
            double sum = from.get(top + x);
            int count = 1;
            if (byRows && bottom != top) {
                sum += from.get(bottom + x);
                count++;
            }
            if (x + 1 < width) {
                sum += from.get(top + x + 1);
                count++;
            }
            if (!byRows && bottom != top) {
                sum += from.get(bottom + x);
                count++;
            }
            if (count == 3) {
                sum += from.get(bottom + x + 1);
                count++;
            }
            means.set(to + x / 2, count == 1 ? sum : sum / count);
        }
    }
}
