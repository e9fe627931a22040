package sc.fiji.imagetomask.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Numbers as users type them; their ranges are checked by the settings themselves. */
final class NumberConverters {

    private NumberConverters() {}

    /** Black and white point. */
    static final class Point implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return whole(text, 255);
        }
    }

    /** Shift of the hue circle. */
    static final class Hue implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return whole(text, 254);
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

    private static int whole(String text, int most) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a whole number from 0 to " + most);
        }
    }
}
