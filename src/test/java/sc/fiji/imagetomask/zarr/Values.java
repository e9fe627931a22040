package sc.fiji.imagetomask.zarr;

import java.nio.ByteOrder;
import java.util.Random;

/** Primitive arrays of seeded values: half noise, half flat, with the ends of the type's range. */
public final class Values {

    private Values() {}

    public static Object random(DataType type, int length, long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[length * type.bytes()];
        random.nextBytes(bytes);
        Object values = type.fromBytes(bytes, ByteOrder.LITTLE_ENDIAN);
        if (type.isFloat()) {
            Numbers numbers = Numbers.of(type, values);
            for (int i = 0; i < length; i++) numbers.set(i, random.nextGaussian() * 1e6);
            if (length > 3) {
                numbers.set(0, Double.NaN);
                numbers.set(1, Double.NEGATIVE_INFINITY);
            }
        }
        if (type == DataType.FLOAT16) // as they can be stored
        values = type.fromBytes(type.toBytes(values, ByteOrder.LITTLE_ENDIAN), ByteOrder.LITTLE_ENDIAN);
        type.fill(values, length / 2, length / 4, type == DataType.BOOL ? 1 : 7);
        return values;
    }

    /** The values as doubles. */
    public static double[] numbers(DataType type, Object values) {
        double[] numbers = new double[type.length(values)];
        for (int i = 0; i < numbers.length; i++)
            numbers[i] = Numbers.of(type, values).get(i);
        return numbers;
    }
}
