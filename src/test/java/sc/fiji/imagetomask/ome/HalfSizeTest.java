package sc.fiji.imagetomask.ome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.Numbers;

class HalfSizeTest {

    @ParameterizedTest
    @EnumSource(DataType.class)
    void everyValueIsTheMeanOfThoseItStandsFor(DataType type) {
        Random random = new Random(2);
        for (int i = 0; i < 300; i++) {
            int width = 1 + random.nextInt(9);
            int height = 1 + random.nextInt(9);
            Object values = type.newArray(3 + width * height);
            Numbers numbers = Numbers.of(type, values);
            for (int at = 0; at < 3 + width * height; at++) numbers.set(at, value(type, random));
            int stride = 7;
            Object means = type.newArray(2 + stride * 5);
            new HalfSize(type, true).put(values, 3, width, height, means, 2, stride);
            for (int y = 0; y < (height + 1) / 2; y++)
                for (int x = 0; x < (width + 1) / 2; x++)
                    assertThat(Numbers.of(type, means).get(2 + y * stride + x))
                            .as("%s %d x %d at %d, %d", type, width, height, x, y)
                            .isEqualTo(mean(type, numbers, width, height, x, y));
        }
    }

    private static double value(DataType type, Random random) {
        return switch (type) {
            case BOOL -> random.nextInt(2);
            case FLOAT16, FLOAT32, FLOAT64 -> random.nextGaussian();
            case INT8, INT16, INT32 -> random.nextInt();
            default -> random.nextInt() >>> 1;
        };
    }

    private static double mean(DataType type, Numbers numbers, int width, int height, int x, int y) {
        double sum = 0;
        int count = 0;
        for (int column = 2 * x; column < Math.min(2 * x + 2, width); column++)
            for (int row = 2 * y; row < Math.min(2 * y + 2, height); row++) {
                sum += numbers.get(3 + row * width + column);
                count++;
            }
        Object one = type.newArray(1);
        Numbers.of(type, one).set(0, sum / count);
        return Numbers.of(type, one).get(0);
    }
}
