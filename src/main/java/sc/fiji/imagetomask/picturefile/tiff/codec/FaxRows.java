package sc.fiji.imagetomask.picturefile.tiff.codec;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/**
 * Decodes a strip or tile of a TIFF that is compressed as fax: Huffman rows (TIFF 6.0, section 10), ITU-T T.4 of one and two
 * dimensions, and T.6. What is decoded has a bit for each pixel, 0 for white.
 *
 * <p>Design decision: rows of T.4 that are too short or too long, or end within a run, are taken as libtiff takes them
 * ({@code tif_fax3.h}): the rest of the row is white. Of the two readers of TIFF that Java has, one moves rows in such
 * files, and the other errs where a strip of two dimensions follows another one.
 */
public final class FaxRows {

    private static final int HUFFMAN = 2;
    private static final int GROUP_4 = 4;
    private static final int ZEROS_OF_END = 11;

    private final byte[] data;
    private final int width;
    private int at;
    /** Where the colour changes in the row before; white to black first. After the last one the width, three times. */
    private int[] before;
    /** The same of this row. */
    private int[] changes = new int[16];

    private int count;
    private boolean isEnded;

    private FaxRows(byte[] data, int width) {
        this.data = data;
        this.width = width;
        before = new int[] {width, width, width};
    }

    /**
     * The rows, each from a byte of its own on.
     *
     * @param compression 2, 3 or 4, as TIFF counts them
     * @param isTwoDimensional whether T.4 has rows of two dimensions
     * @throws EOFException if the data end before the last row
     */
    public static byte[] decode(byte[] data, int width, int rows, int compression, boolean isTwoDimensional)
            throws IOException {
        FaxRows fax = new FaxRows(data, width);
        boolean hasEnds = compression != HUFFMAN && compression != GROUP_4 && fax.hasEnds();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int y = 0; y < rows; y++) {
            if (hasEnds) fax.seekRow();
            fax.isEnded = false;
            fax.count = 0;
            if (compression == GROUP_4 || compression != HUFFMAN && isTwoDimensional && fax.bit() == 0)
                fax.twoDimensions();
            else fax.oneDimension();
            if (compression == HUFFMAN) fax.at = (fax.at + 7) / 8 * 8;
            if (compression == GROUP_4 && fax.isEnded) throw new EOFException();
            all.writeBytes(fax.packed());
            fax.keep();
        }
        return all.toByteArray();
    }

    private boolean hasEnds() {
        int zeros = 0;
        for (int i = 0; i < data.length * 8; i++) {
            if (bitAt(i) == 1 && zeros >= ZEROS_OF_END) return true;
            zeros = bitAt(i) == 0 ? zeros + 1 : 0;
        }
        return false;
    }

    /** To what follows the next code that ends a row, unless it was read with the row. */
    private void seekRow() throws IOException {
        int zeros = 0;
        while (!isEnded) {
            int bit = bit();
            isEnded = bit == 1 && zeros >= ZEROS_OF_END;
            zeros = bit == 0 ? zeros + 1 : 0;
        }
    }

    private void oneDimension() throws IOException {
        for (int x = 0, colour = 0; x < width && !isEnded; colour ^= 1) x = addRun(x, colour);
    }

    private int addRun(int x, int colour) throws IOException {
        int length = run(colour);
        return isEnded && length == 0 ? x : change(x, Math.min(width, x + length));
    }

    /** The length of the run that starts here; where the row ends within it, of what there is of it. */
    private int run(int colour) throws IOException {
        FaxCodes codes = colour == 0 ? FaxCodes.OF_WHITE : FaxCodes.OF_BLACK;
        int length = 0;
        while (!isEnded) {
            int code = code(codes);
            isEnded = code == FaxCodes.END_OF_ROW;
            if (!isEnded) length = Math.min(width, length + code);
            if (code < FaxCodes.STEP) break;
        }
        return length;
    }

    private int code(FaxCodes codes) throws IOException {
        int node = FaxCodes.ROOT;
        for (int zeros = 0; !codes.isValue(node); ) {
            int bit = bit();
            zeros = bit == 0 ? zeros + 1 : 0;
            if (zeros <= ZEROS_OF_END) node = codes.after(node, bit); // more of them fill up
            if (node == FaxCodes.ROOT) throw unknown();
        }
        return codes.value(node);
    }

    private void twoDimensions() throws IOException {
        int x = 0;
        int colour = 0;
        int i = 0;
        while (x < width && !isEnded) {
            boolean isStart = x == 0 && count == 0;
            while (i > 0 && before[i - 1] > x) i--;
            while (before[i] < width && (before[i] <= x && !isStart || (i & 1) != colour)) i++;
            int above = before[i];
            int zeros = 0;
            while (zeros < 7 && bit() == 0) zeros++;
            switch (zeros) {
                case 0 -> x = change(x, above);
                case 1 -> x = change(x, above + oneOr(1));
                case 2 -> x = addRun(addRun(x, colour), colour ^ 1);
                case 3 -> x = Math.min(width, before[i + 1]);
                case 4 -> x = change(x, above + oneOr(2));
                case 5 -> x = change(x, above + oneOr(3));
                case 6 -> throw new IOException("it is a fax with extensions, which are not read");
                default -> {
                    while (bit() == 0) zeros++;
                    isEnded = true;
                }
            }
            if (zeros != 2 && zeros != 3) colour ^= 1;
            if (zeros == 3 && x == width) change(x, x);
        }
    }

    private int oneOr(int distance) throws IOException {
        return bit() == 1 ? distance : -distance;
    }

    private int change(int from, int to) throws IOException {
        if (to < from) throw unknown();
        if (count == changes.length) changes = Arrays.copyOf(changes, 2 * count);
        changes[count++] = Math.min(width, to);
        return changes[count - 1];
    }

    private void keep() {
        before = Arrays.copyOf(changes, count + 3);
        Arrays.fill(before, count, before.length, width);
    }

    private byte[] packed() {
        byte[] row = new byte[(width + 7) / 8];
        for (int i = 0; i + 1 < count; i += 2)
            for (int x = changes[i]; x < changes[i + 1]; x++) row[x >> 3] |= (byte) (0x80 >> (x & 7));
        return row;
    }

    private int bitAt(int place) {
        return data[place >> 3] >> (7 - (place & 7)) & 1;
    }

    private int bit() throws EOFException {
        if (at >= data.length * 8L) throw new EOFException();
        return bitAt(at++);
    }

    private static IOException unknown() {
        return new IOException("one of its rows has a code that is not valid for fax");
    }
}
