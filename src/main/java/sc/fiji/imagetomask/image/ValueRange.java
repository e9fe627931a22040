package sc.fiji.imagetomask.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.LUT;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sc.fiji.imagetomask.engine.Samples;

/**
 * Which stored values of an ImageJ image become black (0) and full (255) before anything else is done with them; values
 * between are scaled linearly, values beyond count as the nearer one.
 *
 * <p>The rule, by the word that users give for {@code range}:
 *
 * <ul>
 *   <li>{@code display}, the default: what you see is what you mask. In a composite image each channel has its own
 *       display range; elsewhere the image has one for all its slices, the one that is shown.
 *   <li>{@code type}: 0..255 for 8 bits and RGB, 0..65535 for 16 bits, 0..1 for 32 bits.
 *   <li>{@code min,max}: these two numbers, for every channel; or one such pair for each channel that is used, in the
 *       order r, g, b, a: {@code min,max,min,max,...}.
 * </ul>
 *
 * <p>All numbers are stored values, also where a calibration function says what they mean: ImageJ keeps signed 16-bit
 * images as 0..65535 with a function that takes 32768 away, and their display range is in 0..65535 too.
 *
 * <p>Pictures of 8 bits per channel and RGB ones are taken as they are, byte for byte as in the reference, with {@code
 * display} as with {@code type}; with two numbers they are deeper data, which is scaled and not rounded.
 *
 * <p>Where both ends of a range are equal, every value becomes 0; so it does where a display range is undefined, as of
 * an image of nothing but NaN.
 *
 * @param rule which of the three
 * @param numbers one range, or one for each channel; empty but for the third
 */
public record ValueRange(Rule rule, List<Samples.Range> numbers) {

    /** The display range. */
    public static final ValueRange DISPLAY = new ValueRange(Rule.DISPLAY, List.of());
    /** The range of the pixel type. */
    public static final ValueRange TYPE = new ValueRange(Rule.TYPE, List.of());

    private static final Samples.Range EMPTY = new Samples.Range(0, 0);

    /** Where the numbers come from. */
    public enum Rule {
        DISPLAY,
        TYPE,
        NUMBERS
    }

    /** These numbers for each channel in turn, or for all of them if there is one range. */
    public static ValueRange of(List<Samples.Range> numbers) {
        return new ValueRange(Rule.NUMBERS, numbers.stream().distinct().count() == 1 ? numbers.subList(0, 1) : numbers);
    }

    /**
     * The range that a user's word stands for, in any case.
     *
     * @throws IllegalArgumentException naming the word and what is allowed
     */
    public static ValueRange parse(String text) {
        if (text.equalsIgnoreCase("display")) return DISPLAY;
        if (text.equalsIgnoreCase("type")) return TYPE;
        try {
            float[] ends = ends(text);
            return of(IntStream.range(0, ends.length / 2)
                    .mapToObj(i -> new Samples.Range(ends[2 * i], ends[2 * i + 1]))
                    .toList());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "range is '" + text
                            + "', but must be display, type, or two finite numbers in order such as 0,4095 (or two for each channel).");
        }
    }

    private static float[] ends(String text) {
        String[] words = text.split(",", -1);
        if (words.length % 2 != 0) throw new IllegalArgumentException();
        float[] ends = new float[words.length];
        for (int i = 0; i < ends.length; i++) ends[i] = Float.parseFloat(words[i].strip());
        return ends;
    }

    /** The display ranges of all channels of an image, at this moment. */
    public static ValueRange displayed(ImagePlus image) {
        List<Integer> channels =
                IntStream.rangeClosed(1, ChannelOrder.channels(image)).boxed().toList();
        return of(DISPLAY.of(image, channels));
    }

    /** The word that {@link #parse} reads. */
    public String text() {
        return switch (rule) {
            case DISPLAY -> "display";
            case TYPE -> "type";
            case NUMBERS ->
                numbers.stream()
                        .flatMap(range -> Stream.of(range.min(), range.max()))
                        .map(ValueRange::text)
                        .collect(Collectors.joining(","));
        };
    }

    private static String text(float number) {
        return number == (int) number ? String.valueOf((int) number) : String.valueOf(number);
    }

    /** Whether the image's values are bytes that are taken as they are. */
    boolean isOfBytes(ImagePlus image) {
        return isEightBit(image) && rule != Rule.NUMBERS;
    }

    /**
     * The range of each of these channels of an image.
     *
     * @param channels their numbers, 1 being the first
     * @throws IllegalArgumentException if there are numbers, but not for these channels
     */
    List<Samples.Range> of(ImagePlus image, List<Integer> channels) {
        return switch (rule) {
            case DISPLAY -> isEightBit(image) ? all(typeRange(image), channels) : displayRanges(image, channels);
            case TYPE -> all(typeRange(image), channels);
            case NUMBERS -> {
                if (numbers.size() == 1) yield all(numbers.get(0), channels);
                if (numbers.size() != channels.size())
                    throw new IllegalArgumentException(
                            "range is " + text() + ", but must be two numbers, or two for each of the "
                                    + channels.size() + " channels of '" + image.getTitle() + "' that are used.");
                yield numbers;
            }
        };
    }

    private static List<Samples.Range> all(Samples.Range range, List<Integer> channels) {
        return Collections.nCopies(channels.size(), range);
    }

    private static List<Samples.Range> displayRanges(ImagePlus image, List<Integer> channels) {
        List<Samples.Range> ranges = new ArrayList<>();
        for (int channel : channels) {
            LUT lut = image instanceof CompositeImage composite ? composite.getChannelLut(channel) : null;
            ranges.add(
                    lut == null
                            ? range(image.getDisplayRangeMin(), image.getDisplayRangeMax())
                            : range(lut.min, lut.max));
        }
        return ranges;
    }

    private static Samples.Range range(double min, double max) {
        boolean isDefined = min <= max && Double.isFinite((float) min) && Double.isFinite((float) max);
        return isDefined ? new Samples.Range((float) min, (float) max) : EMPTY;
    }

    private static Samples.Range typeRange(ImagePlus image) {
        return switch (image.getType()) {
            case ImagePlus.GRAY16 -> new Samples.Range(0, 65535);
            case ImagePlus.GRAY32 -> Samples.Range.UNIT;
            default -> new Samples.Range(0, 255);
        };
    }

    private static boolean isEightBit(ImagePlus image) {
        return image.getType() != ImagePlus.GRAY16 && image.getType() != ImagePlus.GRAY32;
    }
}
