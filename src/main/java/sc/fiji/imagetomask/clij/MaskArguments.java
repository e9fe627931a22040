package sc.fiji.imagetomask.clij;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.options.MaskOption;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.value.Flag;
import sc.fiji.imagetomask.value.Kind;
import sc.fiji.imagetomask.value.ParsedKind;

/**
 * The settings among the arguments of a macro extension, which are its last ones.
 *
 * @param first the place of the first setting
 */
record MaskArguments(Object[] arguments, int first) {

    private static final List<MaskOption> OPTIONS =
            List.of(MaskOption.CHANNEL, MaskOption.BLACK, MaskOption.WHITE, MaskOption.GRAY, MaskOption.INVERT);

    /** What CLIJ2 lists as the parameters of an extension: these images, then the settings. */
    static String parameters(String images) {
        return images + ", "
                + OPTIONS.stream()
                        .map(option -> type(option.kind()) + " " + option.key())
                        .collect(Collectors.joining(", "));
    }

    private static String type(Kind kind) {
        if (kind instanceof Flag) return "Boolean";
        return kind instanceof ParsedKind ? "Number" : "String";
    }

    /** The default values of that many images, which have none, and of the settings. */
    static Object[] defaults(int images) {
        return Stream.concat(
                        Arrays.stream(new Object[images]),
                        OPTIONS.stream().map(option -> option.value(MaskOptions.DEFAULT)))
                .toArray();
    }

    /** @throws IllegalArgumentException with one sentence naming a value that is not allowed */
    MaskSettings settings() {
        MaskOptions options = MaskOptions.DEFAULT;
        for (int i = 0; i < OPTIONS.size(); i++) {
            MaskOption option = OPTIONS.get(i);
            options = options.with(option.key(), text(option.kind(), arguments[first + i]));
        }
        return options.settings();
    }

    /** Macros have numbers for true and false. */
    private static String text(Kind kind, Object value) {
        boolean isNumber = kind instanceof Flag && value instanceof Number;
        return String.valueOf(isNumber ? ((Number) value).doubleValue() != 0 : value);
    }
}
