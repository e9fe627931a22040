package sc.fiji.imagetomask.imagej;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.LUT;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.reading.NumberRange;

/**
 * The numbers that a {@link NumberRange} stands for in an ImageJ image. With {@code display}, what you see is what you
 * mask: in a composite image each channel has its own display range; elsewhere the image has one for all its slices,
 * the one that is shown.
 *
 * <p>All numbers are stored values, also where a calibration function says what they mean: ImageJ keeps signed 16-bit
 * images as 0..65535 with a function that takes 32768 away, and their display range is in 0..65535 too.
 *
 * <p>Images of 8 bits per channel and RGB images are not scaled, byte for byte as in the reference, with {@code
 * display} as with {@code type}; with two numbers they are scaled like 16-bit images, and not rounded. A composite of 8
 * bits in the colours in which it is shown is the exception: with {@code display} it has the bytes that ImageJ shows.
 *
 * <p>An undefined display range, for example of an image with only NaN, counts as 0,0: every value becomes 0.
 */
public final class DisplayRanges {

    private static final Samples.Range UNDEFINED = new Samples.Range(0, 0);

    private DisplayRanges() {}

    /** The display ranges of all channels of an image, at this moment. */
    public static NumberRange displayed(ImagePlus image) {
        List<Integer> channels =
                IntStream.rangeClosed(1, ImageChannels.count(image)).boxed().toList();
        return numbers(of(NumberRange.DISPLAY, image, channels));
    }

    /** Two numbers for each channel, or two for all channels if they are the same. */
    static NumberRange numbers(List<Samples.Range> ranges) {
        return new NumberRange(ranges.stream()
                .map(range -> new NumberRange.Span(range.min(), range.max()))
                .toList());
    }

    /** Whether the image's values are bytes that are taken as they are. */
    static boolean isOfBytes(NumberRange range, ImagePlus image) {
        return isEightBit(image) && range.isType();
    }

    /**
     * The range of each of these channels of an image.
     *
     * @param channels their numbers, 1 being the first
     * @throws IllegalArgumentException if there are numbers, but not for these channels
     */
    static List<Samples.Range> of(NumberRange range, ImagePlus image, List<Integer> channels) {
        if (range.isDisplayed() && !isEightBit(image)) return displayRanges(image, channels);
        return range.of(channels.size(), typeSpan(image)).stream()
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
        return isDefined ? new Samples.Range((float) min, (float) max) : UNDEFINED;
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
