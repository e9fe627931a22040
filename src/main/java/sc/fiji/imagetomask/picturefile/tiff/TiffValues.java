package sc.fiji.imagetomask.picturefile.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import sc.fiji.imagetomask.reading.NumberRange;

/**
 * The type of the values of a TIFF.
 *
 * @param bits of each
 * @param format 1: unsigned whole numbers, 2: signed ones, 3: floating point
 */
record TiffValues(int bits, int format) {

    static final int UNSIGNED = 1;
    static final int SIGNED = 2;
    static final int FLOATING = 3;
    private static final int UNDEFINED = 4;

    /** Whether they are of a kind that is read. */
    boolean isRead() {
        return switch (format) {
            case UNSIGNED, UNDEFINED -> bits >= 1 && bits <= 32;
            case SIGNED -> bits == 8 || bits == 16 || bits == 32;
            case FLOATING -> bits == 16 || bits == 24 || bits == 32 || bits == 64;
            default -> false;
        };
    }

    boolean isFloating() {
        return format == FLOATING;
    }

    /** Whether a byte holds each of them. */
    boolean areBytes() {
        return bits <= Byte.SIZE && format != SIGNED;
    }

    /** Whether they are unsigned numbers of 16 bits. */
    boolean isShort() {
        return bits == Short.SIZE && (format == UNSIGNED || format == UNDEFINED);
    }

    /** In words. */
    String kind() {
        return switch (format) {
            case SIGNED -> "signed";
            case FLOATING -> "floating point";
            case UNSIGNED, UNDEFINED -> "unsigned";
            default -> String.valueOf(format);
        };
    }

    /** The range of their type. */
    NumberRange.Span range() {
        double count = Math.pow(2, bits);
        return switch (format) {
            case FLOATING -> new NumberRange.Span(0, 1);
            case SIGNED -> new NumberRange.Span(-count / 2, count / 2 - 1);
            default -> new NumberRange.Span(0, count - 1);
        };
    }

    /** A row's values in upright. */
    final class Row {

        private final ByteBuffer rows;
        private int at;
        private int bit;

        /** @param at where in the rows it starts */
        Row(ByteBuffer rows, int at) {
            this.rows = rows;
            this.at = at;
        }

        /** The next value; whole numbers beyond 24 bits as near as 32 bits of floating point are. */
        float next() {
            if (bits == 8 || bits == 16 || bits == 24 || bits == 32 || bits == 64) {
                int from = at;
                at += bits / Byte.SIZE;
                return whole(from);
            }
            return bits();
        }

        private float whole(int from) {
            return switch (bits) {
                case 8 -> format == SIGNED ? rows.get(from) : rows.get(from) & 255;
                case 16 -> ofShort(rows.getShort(from));
                case 24 -> ofThree(from);
                case 32 ->
                    format == FLOATING
                            ? rows.getFloat(from)
                            : format == SIGNED ? rows.getInt(from) : rows.getInt(from) & 0xffffffffL;
                default -> (float) rows.getDouble(from);
            };
        }

        private float ofShort(short value) {
            return switch (format) {
                case FLOATING -> floating(value, 5, 10);
                case SIGNED -> value;
                default -> value & 0xffff;
            };
        }

        private float ofThree(int from) {
            boolean isLittle = rows.order() == ByteOrder.LITTLE_ENDIAN;
            int value = (rows.get(from + (isLittle ? 2 : 0)) & 255) << 16
                    | (rows.get(from + 1) & 255) << 8
                    | rows.get(from + (isLittle ? 0 : 2)) & 255;
            return format == FLOATING ? floating(value, 7, 16) : value;
        }

        private float bits() {
            long value = 0;
            for (int i = 0; i < bits; i++) {
                value = value << 1 | rows.get(at) >> 7 - bit & 1;
                if (++bit == Byte.SIZE) {
                    bit = 0;
                    at++;
                }
            }
            return value;
        }
    }

    /** From a sign, an exponent and a fraction with these numbers of bits, from the highest to the lowest. */
    private static float floating(int value, int exponentBits, int fractionBits) {
        int exponents = (1 << exponentBits) - 1;
        int exponent = value >> fractionBits & exponents;
        int fraction = value & (1 << fractionBits) - 1;
        double number;
        if (exponent == exponents) number = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        else if (exponent == 0) number = Math.scalb((double) fraction, 1 - exponents / 2 - fractionBits);
        else number = Math.scalb((double) (fraction | 1 << fractionBits), exponent - exponents / 2 - fractionBits);
        return (float) ((value >> exponentBits + fractionBits & 1) == 1 ? -number : number);
    }
}
