package sc.fiji.imagetomask.engine;

/** One channel of 16-bit and 32-bit images on the heap, with the range that is scaled to 0..1. */
public sealed interface Samples {

    /** What is scaled to 0..1. */
    Range range();

    /** How many values the array holds. */
    int length();

    /** How many bytes a value takes. */
    int bytes();

    /** Value i as it is stored. */
    float stored(int i);

    /** Value i, scaled; values out of range lie beyond 0..1. */
    default float scaled(int i) {
        return range().scale(stored(i));
    }

    /**
     * The stored value that becomes 0 and the one that becomes 1. Where both are equal, every value becomes 0.
     *
     * @param min becomes 0
     * @param max becomes 1; not below min
     */
    record Range(float min, float max) {

        /** For values that are 0..1 already. */
        public static final Range UNIT = new Range(0, 1);

        /** @throws IllegalArgumentException if the range is not in order, or its extent not finite */
        public Range {
            if (!(min <= max) || !Float.isFinite(max - min))
                throw new IllegalArgumentException("range is " + min + "," + max
                        + ", but must be two finite numbers in order, less than 3.4e38 apart.");
        }

        /** The value scaled. */
        public float scale(float value) {
            if (min == max) return 0 * value; // NaN stays
            return (value - min) / (max - min);
        }

        /** How far the value is above min, from 0 to max - min: the scaled value before the division, which rounds. */
        public float above(float value) {
            float above = value - min;
            float most = max - min;
            return above < 0 ? 0 : above > most ? most : above;
        }
    }

    /** Unsigned 16-bit values. */
    record Shorts(short[] data, Range range) implements Samples {

        @Override
        public int bytes() {
            return Short.BYTES;
        }

        @Override
        public int length() {
            return data.length;
        }

        @Override
        public float stored(int i) {
            return data[i] & 0xffff;
        }
    }

    /** 32-bit floating-point values. */
    record Floats(float[] data, Range range) implements Samples {

        @Override
        public int bytes() {
            return Float.BYTES;
        }

        @Override
        public int length() {
            return data.length;
        }

        @Override
        public float stored(int i) {
            return data[i];
        }
    }
}
