package sc.fiji.imagetomask.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.LUT;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
 * display} as with {@code type}; with two numbers they are deeper data, which is scaled and not rounded. A composite of
 * 8 bits in the colours in which it is shown is the exception: with {@code display} it has the bytes that ImageJ shows.
 *
 * <p>Where both ends of a range are equal, every value becomes 0; so it does where a display range is undefined, as of
 * an image of nothing but NaN.
 *
 * @param isDisplayed whether it is the display range
 * @param numbers if it is not: that of the type, or numbers
 */
public record ValueRange(boolean isDisplayed, NumberRange numbers) {

    private static final String DISPLAY_WORD = "display";

    /** The display range. */
    public static final ValueRange DISPLAY = new ValueRange(true, NumberRange.TYPE);
    /** The range of the pixel type. */
    public static final ValueRange TYPE = new ValueRange(false, NumberRange.TYPE);

    private static final Samples.Range EMPTY = new Samples.Range(0, 0);

    /** These numbers for each channel in turn, or for all of them if they are the same. */
    static ValueRange of(List<Samples.Range> ranges) {
        return new ValueRange(
                false,
                new NumberRange(ranges.stream()
                        .map(range -> new NumberRange.Span(range.min(), range.max()))
                        .toList()));
    }

    /**
     * The range that a user's word stands for, in any case.
     *
     * @throws IllegalArgumentException naming the word and what is allowed
     */
    public static ValueRange parse(String text) {
        return DISPLAY_WORD.equalsIgnoreCase(text)
                ? DISPLAY
                : new ValueRange(false, NumberRange.parse(text, DISPLAY_WORD));
    }

    /** The display ranges of all channels of an image, at this moment. */
    public static ValueRange displayed(ImagePlus image) {
        List<Integer> channels =
                IntStream.rangeClosed(1, ChannelOrder.channels(image)).boxed().toList();
        return of(DISPLAY.of(image, channels));
    }

    /** The word that {@link #parse} reads. */
    public String text() {
        return isDisplayed ? DISPLAY_WORD : numbers.text();
    }

    /** Whether there are numbers, which fit some images only. */
    public boolean hasNumbers() {
        return !numbers.isType();
    }

    /** Whether the image's values are bytes that are taken as they are. */
    boolean isOfBytes(ImagePlus image) {
        return isEightBit(image) && numbers.isType();
    }

    /**
     * The range of each of these channels of an image.
     *
     * @param channels their numbers, 1 being the first
     * @throws IllegalArgumentException if there are numbers, but not for these channels
     */
    List<Samples.Range> of(ImagePlus image, List<Integer> channels) {
        if (isDisplayed && !isEightBit(image)) return displayRanges(image, channels);
        return numbers.of(channels.size(), typeSpan(image)).stream()
                .map(NumberRange.Span::samples)
                .toList();
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

    private static NumberRange.Span typeSpan(ImagePlus image) {
        return switch (image.getType()) {
            case ImagePlus.GRAY16 -> new NumberRange.Span(0, 65535);
            case ImagePlus.GRAY32 -> NumberRange.Span.UNIT;
            default -> new NumberRange.Span(0, 255);
        };
    }

    private static boolean isEightBit(ImagePlus image) {
        return image.getType() != ImagePlus.GRAY16 && image.getType() != ImagePlus.GRAY32;
    }
}
