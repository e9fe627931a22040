package sc.fiji.imagetomask.zarr;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import sc.fiji.imagetomask.memory.ArrayPool;

/**
 * The type of the values of an array. Values are held in primitive arrays: {@code byte[]} for 8 bits, {@code short[]}
 * for 16, {@code int[]} for 32, {@code long[]} for 64, {@code float[]}, also for floats of 16 bits, and {@code double[]};
 * unsigned values in the signed type of their size.
 */
public enum DataType {
    /** True or false, as bytes of 1 and 0. */
    BOOL("b1", 0, 1),
    INT8("i1", -0x1p7, 0x1p7 - 1),
    UINT8("u1", 0, 0x1p8 - 1),
    INT16("i2", -0x1p15, 0x1p15 - 1),
    UINT16("u2", 0, 0x1p16 - 1),
    INT32("i4", -0x1p31, 0x1p31 - 1),
    UINT32("u4", 0, 0x1p32 - 1),
    INT64("i8", -0x1p63, 0x1p63),
    UINT64("u8", 0, 0x1p64),
    FLOAT16("f2", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
    FLOAT32("f4", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
    FLOAT64("f8", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private final String code;
    private final double min;
    private final double max;

    DataType(String code, double min, double max) {
        this.code = code;
        this.min = min;
        this.max = max;
    }

    /** The name in Zarr v3, such as {@code uint16}. */
    public String v3Name() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name in Zarr v2 without byte order, such as {@code u2}. */
    public String code() {
        return code;
    }

    /** Bytes of one value: 1, 2, 4 or 8. */
    public int bytes() {
        return code.charAt(1) - '0';
    }

    /** Whether it is a floating-point type. */
    public boolean isFloat() {
        return code.charAt(0) == 'f';
    }

    /** The largest value. */
    public double largest() {
        return max;
    }

    /** Whether that number is a value of this type. */
    boolean holds(double value) {
        return isFloat() || value >= min && value <= max && value == Math.rint(value);
    }

    static Optional<DataType> ofV3(String name) {
        return Arrays.stream(values())
                .filter(type -> type.v3Name().equals(name))
                .findAny();
    }

    static Optional<DataType> ofCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findAny();
    }

    static String allV3Names() {
        return Arrays.stream(values()).map(DataType::v3Name).collect(Collectors.joining(", "));
    }

    /** Of the arrays that hold the values. */
    public Class<?> arrayType() {
        return switch (this) {
            case BOOL, INT8, UINT8 -> byte[].class;
            case INT16, UINT16 -> short[].class;
            case INT32, UINT32 -> int[].class;
            case INT64, UINT64 -> long[].class;
            case FLOAT16, FLOAT32 -> float[].class;
            case FLOAT64 -> double[].class;
        };
    }

    /** An array whose values are 0. */
    public Object newArray(int length) {
        return Array.newInstance(arrayType().getComponentType(), length);
    }

    /** Sets {@code length} values from {@code from} on. */
    void fill(Object array, int from, int length, double value) {
        int to = from + length;
        switch (this) {
            case BOOL, INT8, UINT8 -> Arrays.fill((byte[]) array, from, to, (byte) (int) value);
            case INT16, UINT16 -> Arrays.fill((short[]) array, from, to, (short) (int) value);
            case INT32, UINT32 -> Arrays.fill((int[]) array, from, to, (int) (long) value);
            case INT64 -> Arrays.fill((long[]) array, from, to, (long) value);
            case UINT64 -> Arrays.fill((long[]) array, from, to, Numbers.unsigned(value));
            case FLOAT16, FLOAT32 -> Arrays.fill((float[]) array, from, to, (float) value);
            case FLOAT64 -> Arrays.fill((double[]) array, from, to, value);
        }
    }

    /** The primitive array whose values those bytes are, of {@link ArrayPool}; for 8 bits the same array. */
    public Object fromBytes(byte[] bytes, ByteOrder order) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
        Object array = bytes() == 1 ? bytes : ArrayPool.take(arrayType(), bytes.length / bytes());
        switch (this) {
            case BOOL -> normalize(bytes);
            case INT8, UINT8 -> {}
            case INT16, UINT16 -> buffer.asShortBuffer().get((short[]) array);
            case INT32, UINT32 -> buffer.asIntBuffer().get((int[]) array);
            case INT64, UINT64 -> buffer.asLongBuffer().get((long[]) array);
            case FLOAT16 -> Float16.read(buffer, (float[]) array);
            case FLOAT32 -> buffer.asFloatBuffer().get((float[]) array);
            case FLOAT64 -> buffer.asDoubleBuffer().get((double[]) array);
        }
        return array;
    }

    /** Every byte other than 0 is true. */
    private static void normalize(byte[] booleans) {
        for (int i = 0; i < booleans.length; i++) booleans[i] = (byte) (booleans[i] == 0 ? 0 : 1);
    }

    /** The bytes of a primitive array, in one of {@link ArrayPool}; for 8 bits the same array. */
    public byte[] toBytes(Object array, ByteOrder order) {
        if (bytes() == 1) return (byte[]) array;
        byte[] bytes = ArrayPool.take(byte[].class, Math.multiplyExact(length(array), bytes()));
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
        switch (this) {
            case BOOL, INT8, UINT8 -> {}
            case INT16, UINT16 -> buffer.asShortBuffer().put((short[]) array);
            case INT32, UINT32 -> buffer.asIntBuffer().put((int[]) array);
            case INT64, UINT64 -> buffer.asLongBuffer().put((long[]) array);
            case FLOAT16 -> Float16.write((float[]) array, buffer);
            case FLOAT32 -> buffer.asFloatBuffer().put((float[]) array);
            case FLOAT64 -> buffer.asDoubleBuffer().put((double[]) array);
        }
        return bytes;
    }

    /**
     * How many values a primitive array holds.
     *
     * @throws IllegalArgumentException if the array is not one of this type
     */
    public int length(Object array) {
        if (!arrayType().isInstance(array))
            throw new IllegalArgumentException("values are " + array.getClass().getSimpleName() + ", but must be "
                    + arrayType().getSimpleName() + " for " + v3Name() + ".");
        return Array.getLength(array);
    }
}
