package sc.fiji.imagetomask.engine;

import java.util.Objects;

/**
 * Consecutive values on the heap, one per pixel: a mask that is read or a result that is written. The array is not
 * copied. Bytes are 0..255, floats 0..1.
 */
public sealed interface MaskSpan permits ByteSpan, MaskSpan.Floats {

    /** All of the array that they are part of: of bytes or of floats. */
    Object array();

    /** Where they start in it. */
    int offset();

    /** How many there are. */
    int length();

    /** The n values from that one on, without a copy. */
    MaskSpan part(int from, int n);

    /** The value, 0..1, of pixel i; a NaN counts as 0, values beyond as 0 or 1. */
    float fraction(int i);

    /** Sets pixel i to the value, 0..255: bytes take it rounded. */
    void set(int i, double value);

    /**
     * As floats, 0..1.
     *
     * @param array holds them
     * @param offset where they start
     * @param length how many there are
     */
    record Floats(float[] array, int offset, int length) implements MaskSpan {

        /** Checks that the span is within the array. */
        public Floats {
            Objects.checkFromIndexSize(offset, length, array.length);
        }

        /** The whole array. */
        public static Floats of(float[] array) {
            return new Floats(array, 0, array.length);
        }

        /** A new array of that length. */
        public static Floats allocate(int length) {
            return of(new float[length]);
        }

        @Override
        public Floats part(int from, int n) {
            return new Floats(array, offset + from, n);
        }

        @Override
        public float fraction(int i) {
            float value = array[offset + i];
            return value > 0 ? Math.min(value, 1) : 0;
        }

        @Override
        public void set(int i, double value) {
            array[offset + i] = (float) (value / 255);
        }
    }
}
