package sc.fiji.imagetomask.zarr;

import java.nio.ByteBuffer;

/** Floats of 16 bits, after IEEE 754: a sign, 5 bits of the exponent and 10 of the fraction. */
final class Float16 {

    private static final int SIGN = 0x8000;
    private static final int INFINITE = 0x7c00;
    private static final int FRACTION = 0x3ff;
    /** Where the same exponents of both types begin, in the bits of a 32-bit float. */
    private static final int SMALLEST_NORMAL = 0x38800000;

    private static final int REBIASED = 0x38000000;
    private static final int TOO_LARGE = 0x477ff000;

    private Float16() {}

    static void read(ByteBuffer from, float[] to) {
        for (int i = 0; i < to.length; i++) to[i] = value(from.getShort(2 * i) & 0xffff);
    }

    static void write(float[] from, ByteBuffer to) {
        for (int i = 0; i < from.length; i++) to.putShort(2 * i, (short) bits(from[i]));
    }

    /** The number with these bits. */
    static float value(int bits) {
        int rest = bits & SIGN - 1;
        float value = rest >= INFINITE
                ? rest == INFINITE ? Float.POSITIVE_INFINITY : Float.NaN
                : rest <= FRACTION ? rest * 0x1p-24f : Float.intBitsToFloat(REBIASED + (rest << 13));
        return (bits & SIGN) == 0 ? value : -value;
    }

    /** The bits of the nearest one, of two the one with an even fraction. */
    private static int bits(float value) {
        int bits = Float.floatToIntBits(value);
        int rest = bits & Integer.MAX_VALUE;
        int sign = bits >>> 16 & SIGN;
        if (Float.isNaN(value)) return INFINITE | 1;
        if (rest >= TOO_LARGE) return sign | INFINITE;
        if (rest < SMALLEST_NORMAL) return sign | (int) Math.rint(Math.abs(value) * 0x1p24);
        return sign | rest - REBIASED + 0xfff + (rest >>> 13 & 1) >>> 13;
    }
}
