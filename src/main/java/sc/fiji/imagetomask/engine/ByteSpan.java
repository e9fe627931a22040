package sc.fiji.imagetomask.engine;

import java.util.Objects;

/**
 * Consecutive bytes on the heap, one per pixel (0..255): a mask that is read or a result that is written. The array is
 * not copied.
 *
 * @param array holds them
 * @param offset where they start
 * @param length how many there are
 */
public record ByteSpan(byte[] array, int offset, int length) implements MaskSpan {

    /** Checks that the span is within the array. */
    public ByteSpan {
        Objects.checkFromIndexSize(offset, length, array.length);
    }

    /** The whole array. */
    public static ByteSpan of(byte[] array) {
        return new ByteSpan(array, 0, array.length);
    }

    /** A new array of that length. */
    public static ByteSpan allocate(int length) {
        return of(new byte[length]);
    }

    /** The value, 0..255, of pixel i. */
    public int get(int i) {
        return array[offset + i] & 255;
    }

    @Override
    public ByteSpan part(int from, int n) {
        return new ByteSpan(array, offset + from, n);
    }

    @Override
    public float fraction(int i) {
        return get(i) / 255f;
    }

    @Override
    public void set(int i, double value) {
        int whole = (int) value;
        array[offset + i] =
                (byte) (value - whole >= 0.5 ? whole + 1 : whole); // as Math.round, which is slow in Java 17
    }

    /** The span itself, or floats rounded to bytes. */
    public static ByteSpan of(MaskSpan run) {
        if (run instanceof ByteSpan bytes) return bytes;
        ByteSpan rounded = allocate(run.length());
        for (int i = 0; i < run.length(); i++) rounded.set(i, 255 * run.fraction(i));
        return rounded;
    }
}
