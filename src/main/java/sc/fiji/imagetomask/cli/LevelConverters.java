package sc.fiji.imagetomask.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Numbers of the levels as users type them; their ranges are checked by the levels themselves. */
final class LevelConverters {

    private LevelConverters() {}

    /** Black and white point. */
    static final class Point implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            try {
                return Integer.valueOf(text);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("'" + text + "' is not a whole number from 0 to 255");
            }
        }
    }

    /** Gray point. */
    static final class Gray implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            try {
                return Double.valueOf(text);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("'" + text + "' is not a number from 0.01 to 9.99");
            }
        }
    }
}
