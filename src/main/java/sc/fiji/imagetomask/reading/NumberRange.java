package sc.fiji.imagetomask.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.imagetomask.engine.Samples;

/**
 * Which values of a picture file or ImgLib2 image become 0 and which become 1 before anything is computed. The rule:
 *
 * <ul>
 * <li>{@code type}, the default: the range of the picture's type. 0..255 for 8 bits, 0..65535 for 16 bits, likewise for
 *       other whole numbers, from the smallest to the largest for signed ones; 0..1 for floating point. Pictures of
 *       unsigned bytes stay bytes, and their masks are those of the reference.
 * <li>{@code min,max}: these two numbers, for every channel, alpha too; or one such pair for each channel that is used,
 *       in the order r, g, b, a. Bytes are then computed like 16-bit and 32-bit data, too.
 * </ul>
 *
 * <p>Values below and above count as 0 and 1. The range of a mask is always that of its type. Images of ImageJ have a
 * display range besides.
 *
 * @param spans none: that of the type; one: for all channels; else one for each channel
 * @param isDisplayed whether it is the display range where a file says one for the channels that it shows in colours;
 *     else that of the type. Then there are no spans.
 */
public record NumberRange(List<Span> spans, boolean isDisplayed) {

    /** The range of the picture's type. */
    public static final NumberRange TYPE = new NumberRange(List.of());

    /** The display range where a file says one for channels in colours, else that of the type. */
    public static final NumberRange DISPLAY = new NumberRange(List.of(), true);

    private static final String DISPLAY_WORD = "display";
    private static final String TYPE_WORD = "type";

    /**
     * The two values that become 0 and 1.
     *
     * @param min becomes 0; if both are equal, every value becomes 0
     * @param max becomes 1; not below min
     */
    public record Span(double min, double max) {

        /** @throws IllegalArgumentException if the numbers or their difference are not finite as 32-bit floats, or not in order */
        public Span {
            if (!(min <= max) || !Float.isFinite((float) max - (float) min))
                throw new IllegalArgumentException(
                        "range is " + min + "," + max + ", but must be two finite numbers, the lower one first.");
        }

        /** Leaves every value as it is. */
        public static final Span UNIT = new Span(0, 1);

        /** Whether 32-bit floats hold both numbers exactly. */
        public boolean isFloat() {
            return min == (float) min && max == (float) max;
        }

        /** The value scaled; beyond 0..1 if it is out of range, NaN if it is NaN. */
        public double scale(double value) {
            return min == max ? 0 * value : (value - min) / (max - min);
        }

        /** The same for values that an engine scales. */
        public Samples.Range samples() {
            return new Samples.Range((float) min, (float) max);
        }
    }

    /** If all spans are the same, one span for all channels. */
    public NumberRange {
        spans = spans.stream().distinct().count() == 1 ? List.of(spans.get(0)) : List.copyOf(spans);
    }

    /** Not the display range. */
    public NumberRange(List<Span> spans) {
        this(spans, false);
    }

    /** These two numbers for all channels. */
    public static NumberRange of(double min, double max) {
        return new NumberRange(List.of(new Span(min, max)));
    }

    /** One span for each channel. */
    public static NumberRange of(Span... perChannel) {
        return new NumberRange(Arrays.asList(perChannel));
    }

    /**
     * Of {@code display}, {@code type}, {@code min,max} or {@code min,max,min,max,...}.
     *
     * @throws IllegalArgumentException with one sentence, if the text is something else
     */
    public static NumberRange parse(String text) {
        if (TYPE_WORD.equalsIgnoreCase(text)) return TYPE;
        if (DISPLAY_WORD.equalsIgnoreCase(text)) return DISPLAY;
        String[] words = text == null ? new String[0] : text.split(",", -1);
        try {
            if (words.length == 0 || words.length % 2 != 0) throw new IllegalArgumentException();
            List<Span> spans = new ArrayList<>();
            for (int i = 0; i < words.length; i += 2)
                spans.add(new Span(Double.parseDouble(words[i]), Double.parseDouble(words[i + 1])));
            return new NumberRange(spans);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "range is '" + text
                            + "', but must be display, type, or two finite numbers in order such as 0,4095 (or two for each channel).");
        }
    }

    /** What {@link #parse} reads. */
    public String text() {
        if (isDisplayed) return DISPLAY_WORD;
        if (isType()) return TYPE_WORD;
        return spans.stream()
                .flatMap(span -> Stream.of(span.min, span.max))
                .map(NumberRange::text)
                .collect(Collectors.joining(","));
    }

    /** The number with as few digits as identify it at its precision. */
    private static String text(double number) {
        if (number == (long) number) return String.valueOf((long) number);
        return number == (float) number ? String.valueOf((float) number) : String.valueOf(number);
    }

    /** Whether it is the range of the picture's type. */
    public boolean isType() {
        return spans.isEmpty();
    }

    /**
     * The span of each of that many channels.
     *
     * @param ofType the range of the picture's type
     * @throws IllegalArgumentException if there is another number of spans
     */
    public List<Span> of(int channels, Span ofType) {
        if (spans.size() > 1 && spans.size() != channels)
            throw new IllegalArgumentException("range is " + text()
                    + ", but must be two numbers, or two for each of the " + channels + " channels that are used.");
        Span all = isType() ? ofType : spans.get(0);
        return spans.size() > 1 ? spans : Collections.nCopies(channels, all);
    }
}
