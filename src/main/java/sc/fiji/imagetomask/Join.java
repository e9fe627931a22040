package sc.fiji.imagetomask;

import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.tone.ToneTable;

/** How a term of a mask is joined with the terms before it. */
public enum Join implements Labelled {
    /** White where both are: the product. */
    AND("and"),
    /** White where one of them is: what both miss is multiplied. */
    OR("or"),
    /** White where the term is not: the product with the inverted term. */
    WITHOUT("without");

    /** Pixels in a loop: Java compiles a loop that is entered often better. */
    private static final int PIECE = 1 << 14;

    private final String label;

    Join(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** Whether the term is inverted before it is multiplied. */
    boolean inverts() {
        return this == WITHOUT;
    }

    /** Two bytes, 0..255, of the terms before and of this one; this one is inverted already, if it must be. */
    public int of(int before, int value) {
        return this == OR ? 255 - ToneTable.masked(255 - before, 255 - value) : ToneTable.masked(before, value);
    }

    /** The same for each pixel of two spans of the same length; the first one takes the results. */
    void all(ByteSpan before, ByteSpan values) {
        for (int at = 0; at < before.length(); at += PIECE) {
            int n = Math.min(PIECE, before.length() - at);
            int from = before.offset() + at;
            if (this == OR) missed(before.array(), from, values.array(), values.offset() + at, n);
            else product(before.array(), from, values.array(), values.offset() + at, n);
        }
    }

    private static void product(byte[] before, int from, byte[] values, int first, int n) {
        for (int i = 0; i < n; i++)
            before[from + i] = (byte) ToneTable.masked(before[from + i] & 255, values[first + i] & 255);
    }

    private static void missed(byte[] before, int from, byte[] values, int first, int n) {
        for (int i = 0; i < n; i++)
            before[from + i] = (byte) ~ToneTable.masked(~before[from + i] & 255, ~values[first + i] & 255);
    }

    /** Two values, 0..1, of 16-bit and 32-bit images. */
    public float of(float before, float value) {
        return this == OR ? 1 - (1 - before) * (1 - value) : before * value;
    }

    /** The join of that word, in any case. */
    public static Join of(String word) {
        return Labelled.of("join", word, values());
    }
}
