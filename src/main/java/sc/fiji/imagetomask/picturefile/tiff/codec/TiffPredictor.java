package sc.fiji.imagetomask.picturefile.tiff.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Values of a TIFF that were stored as their differences: Predictor of TIFF 6.0, section 14, and of its Technical Note 3. */
public final class TiffPredictor {

    /** In TIFF, of differences from the value on the left. */
    public static final int DIFFERENCES = 2;

    private static final int NONE = 1;
    private static final int FLOATING_POINT = 3;

    private TiffPredictor() {}

    /**
     * Turns rows into the values they were, in their place.
     *
     * @param rows decoded, in the given byte order
     * @param rowBytes of each
     * @param bits of a value
     * @param samples how many values a pixel has
     * @return the byte order of the values now
     */
    public static ByteOrder undo(long predictor, ByteBuffer rows, int rowBytes, int bits, int samples)
            throws IOException {
        if (predictor == NONE) return rows.order();
        boolean isWhole = bits % Byte.SIZE == 0 && bits <= Long.SIZE;
        if (!isWhole || predictor != DIFFERENCES && predictor != FLOATING_POINT)
            throw new IOException(
                    "it has values of " + bits + " bits with predictor " + predictor + ", which is not read");
        int bytes = bits / Byte.SIZE;
        for (int start = 0; start + rowBytes <= rows.capacity(); start += rowBytes)
            if (predictor == DIFFERENCES) sums(rows, start, rowBytes, bytes, samples);
            else together(rows.array(), start, rowBytes, bytes, samples);
        return predictor == FLOATING_POINT ? ByteOrder.BIG_ENDIAN : rows.order();
    }

    private static void sums(ByteBuffer rows, int start, int rowBytes, int bytes, int samples) throws IOException {
        int step = samples * bytes;
        for (int at = start + step; at + bytes <= start + rowBytes; at += bytes)
            switch (bytes) {
                case 1 -> rows.put(at, (byte) (rows.get(at) + rows.get(at - step)));
                case 2 -> rows.putShort(at, (short) (rows.getShort(at) + rows.getShort(at - step)));
                case 4 -> rows.putInt(at, rows.getInt(at) + rows.getInt(at - step));
                case 8 -> rows.putLong(at, rows.getLong(at) + rows.getLong(at - step));
                default ->
                    throw new IOException(
                            "it has values of " + 8 * bytes + " bits with predictor 2, which is not read");
            }
    }

    /** Replaces bytes by their differences from the byte on the left, in rows of that length. */
    public static void differences(byte[] rows, int rowBytes) {
        byte[] last = new byte[rowBytes];
        for (int start = 0; start < rows.length; start += rowBytes) {
            System.arraycopy(rows, start, last, 0, rowBytes);
            for (int i = 1; i < rowBytes; i++) rows[start + i] = (byte) (last[i] - last[i - 1]);
        }
    }

    /** First come the highest bytes of all values of a row, then those below them, and so on. */
    private static void together(byte[] rows, int start, int rowBytes, int bytes, int samples) {
        for (int i = start + samples; i < start + rowBytes; i++) rows[i] += rows[i - samples];
        byte[] apart = Arrays.copyOfRange(rows, start, start + rowBytes);
        int values = rowBytes / bytes;
        for (int i = 0; i < values; i++)
            for (int b = 0; b < bytes; b++) rows[start + i * bytes + b] = apart[b * values + i];
    }
}
