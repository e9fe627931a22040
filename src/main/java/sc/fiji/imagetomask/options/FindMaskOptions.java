package sc.fiji.imagetomask.options;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.Stains;
import sc.fiji.imagetomask.reading.Reading;
import sc.fiji.imagetomask.value.FreeText;

/**
 * The options of the search for the settings of a mask.
 *
 * @param object where the object is marked
 * @param not where the background is marked
 * @param options the image, and what is not searched for: stains, mask image, slices, range, rgb, output and engine
 */
public record FindMaskOptions(Marks object, Marks not, MaskOptions options) {

    /** The help text of each option, as constants for annotations. */
    public static final class Help {

        public static final String OBJECT =
                "What the mask is for: your selection, all selections of a group, or what is bright in another image";
        public static final String NOT = "What the mask must leave out; rest: all that is not marked";

        private Help() {}
    }

    public static final Option OBJECT = Option.of(
            "object",
            new FreeText("selection, group 1 to group 255, or the title of an open image"),
            "Object",
            Help.OBJECT);

    public static final Option NOT = Option.of(
            "not", new FreeText("rest, group 1 to group 255, or the title of an open image"), "Background", Help.NOT);

    /** The defaults: the selection of the active image, and all outside it. */
    public static final FindMaskOptions DEFAULT = new FindMaskOptions(
            Marks.SELECTION, Marks.REST, MaskOptions.DEFAULT.change(settings -> settings.withChannel(Channel.STAIN_1)));

    private static final List<MaskOption> SHARED = List.of(
            MaskOption.IMAGE,
            MaskOption.STAINS,
            MaskOption.BACKGROUND,
            MaskOption.STATISTICS,
            MaskOption.MASK,
            MaskOption.MASKVALUES,
            MaskOption.SLICES,
            MaskOption.RANGE,
            MaskOption.RGB,
            MaskOption.OUTPUT,
            MaskOption.ENGINE);

    /** The keys that a macro may use. */
    public static final List<String> KEYS = Stream.concat(Stream.of(OBJECT, NOT), SHARED.stream())
            .map(Option::key)
            .toList();

    /**
     * The options in a macro's option string; options that it does not name keep their defaults.
     *
     * @throws IllegalArgumentException naming key, value and what is allowed, if one of them is not
     */
    public static FindMaskOptions parse(String text) {
        return parse(text, UnaryOperator.identity(), FindMaskOptions::with);
    }

    /**
     * The same for a text with macro variables.
     *
     * @param variables replaces a value such as {@code &name} by the value of the variable
     * @param setter takes the values, such as {@link #with(String, String)}
     */
    public static FindMaskOptions parse(
            String text, UnaryOperator<String> variables, OptionSetter<FindMaskOptions> setter) {
        return OptionString.read(text, KEYS, variables, DEFAULT, setter);
    }

    /** The same for pictures that are read in this way, and with these stains. */
    public FindMaskOptions with(Reading reading, Stains stains) {
        return new FindMaskOptions(object, not, options.with(reading).change(settings -> settings.withStains(stains)));
    }

    /**
     * The same with another value for one key.
     *
     * @throws IllegalArgumentException naming key, value and what is allowed, if one of them is not
     */
    public FindMaskOptions with(String key, String value) {
        if (key.equals(OBJECT.key())) return new FindMaskOptions(Marks.parse(key, value), not, options);
        if (key.equals(NOT.key())) return new FindMaskOptions(object, Marks.parse(key, value), options);
        if (!KEYS.contains(key)) throw OptionString.unknown(key, value, KEYS);
        return new FindMaskOptions(object, not, options.with(key, value));
    }
}
