package sc.fiji.imagetomask.clij;

import java.util.ArrayList;
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
 * @param options the settings, in their order
 */
record MaskArguments(Object[] arguments, int first, List<MaskOption> options) {

    /** The settings of every channel that needs no other ones. */
    static final List<MaskOption> PLAIN = with();

    /** Those of the channels that are stains. */
    static final List<MaskOption> STAINS = with(MaskOption.STAINS, MaskOption.BACKGROUND);

    /** Those of the channels that are distances. */
    static final List<MaskOption> COLOURS = with(MaskOption.COLOUR);

    /** Those of masks of several terms; all of further terms is in a text. */
    static final List<MaskOption> TERMS =
            Stream.concat(PLAIN.stream(), Stream.of(MaskOption.TERMS)).toList();

    static final String TERMS_DESCRIPTION =
            "terms are further channels that the mask is joined with, such as 'and S (HSV) black=10 white=200 without"
                    + " Distance colour=#b5651d'; each can have stains, colours, a clip range and a band of its own.\n\n";

    static final String STAINS_DESCRIPTION =
            "The channel is Stain 1, Stain 2 or Stain 3. stains is a set of stains such as H DAB, or"
                    + " numbers r,g,b;r,g,b; background is red,green,blue of an empty place of the slide, such as 255,255,255.\n\n";

    static final String DISTANCE_DESCRIPTION =
            "The channel is Distance or Distance (CIEDE2000). colour is one or more colours such as"
                    + " #b5651d, of which the nearest counts.\n\n";

    private static List<MaskOption> with(MaskOption... more) {
        List<MaskOption> options = new ArrayList<>(List.of(MaskOption.CHANNEL));
        options.addAll(List.of(more));
        options.addAll(List.of(MaskOption.BLACK, MaskOption.WHITE, MaskOption.GRAY, MaskOption.INVERT));
        return List.copyOf(options);
    }

    /** What CLIJ2 lists as the parameters of an extension: these images, then the settings. */
    static String parameters(String images, List<MaskOption> options) {
        return images + ", "
                + options.stream()
                        .map(option -> type(option.kind()) + " " + option.key())
                        .collect(Collectors.joining(", "));
    }

    private static String type(Kind kind) {
        if (kind instanceof Flag) return "Boolean";
        return kind instanceof ParsedKind ? "Number" : "String";
    }

    /** The default values of that many images, which have none, and of the settings. */
    static Object[] defaults(int images, List<MaskOption> options) {
        return Stream.concat(
                        Arrays.stream(new Object[images]),
                        options.stream().map(option -> option.value(MaskOptions.DEFAULT)))
                .toArray();
    }

    /** @throws IllegalArgumentException with one sentence naming a value that is not allowed */
    MaskSettings settings() {
        MaskOptions read = MaskOptions.DEFAULT;
        for (int i = 0; i < options.size(); i++) {
            MaskOption option = options.get(i);
            read = read.with(option.key(), text(option.kind(), arguments[first + i]));
        }
        return complete(read).settings();
    }

    /** A distance needs a colour, which only some calls have. */
    private MaskOptions complete(MaskOptions read) {
        try {
            return read.complete();
        } catch (IllegalArgumentException e) {
            if (options.contains(MaskOption.COLOUR)) throw e;
            throw new IllegalArgumentException(e.getMessage() + " In CLIJ2 that is imageToMaskDistance.", e);
        }
    }

    /** Macros have numbers for true and false. */
    private static String text(Kind kind, Object value) {
        boolean isNumber = kind instanceof Flag && value instanceof Number;
        return String.valueOf(isNumber ? ((Number) value).doubleValue() != 0 : value);
    }
}
