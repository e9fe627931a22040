package sc.fiji.imagetomask.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.engine.Pixels;

/**
 * The channels of a picture file in the colours in which the file shows them.
 *
 * @param numbers of the channels that are shown, 1 being the first
 * @param shown how each of these is shown
 * @param spans two numbers for each of these, which replace the display ranges; empty if there are none
 * @param isDisplayed whether the display ranges are used
 */
public record DisplayColours(
        List<Integer> numbers, List<ShownChannel> shown, List<NumberRange.Span> spans, boolean isDisplayed) {

    /** Pictures of more channels than these are spectra, or another axis was taken for that of the channels. */
    private static final int MOST_WITHOUT_COLOURS = 32;

    /**
     * Of all channels.
     *
     * @param all how each channel is shown
     * @param isOn whether it is, 1 being the first
     * @param range the display ranges, the type's, or numbers for all channels
     * @throws IllegalArgumentException with one sentence, if there are numbers, but not for these channels
     */
    public static DisplayColours of(List<ShownChannel> all, java.util.function.IntPredicate isOn, NumberRange range) {
        List<Integer> numbers =
                IntStream.rangeClosed(1, all.size()).filter(isOn).boxed().toList();
        List<NumberRange.Span> spans = range.isType() ? List.of() : range.of(all.size(), NumberRange.Span.UNIT);
        return new DisplayColours(
                numbers,
                numbers.stream().map(number -> all.get(number - 1)).toList(),
                spans.isEmpty()
                        ? spans
                        : numbers.stream().map(number -> spans.get(number - 1)).toList(),
                range.isDisplayed());
    }

    /** The same with all channels shown; channels without a colour have the ones that ImageJ gives them. */
    public static DisplayColours of(List<ShownChannel> known, int channels, NumberRange range) {
        List<ShownChannel> all = known.size() >= channels
                ? known.subList(0, channels)
                : IntStream.rangeClosed(1, channels)
                        .mapToObj(number -> UsualColours.of(number, Double.NaN, Double.NaN))
                        .toList();
        return of(all, number -> true, range);
    }

    /**
     * As ImageJ shows channels whose colours are not known; null where the channel numbers decide: one is grey, three are
     * red, green and blue, and of more than 32 the user must choose.
     */
    public static DisplayColours ofUnknown(int channels, NumberRange range) {
        return channels == 1 || channels == 3 || channels > MOST_WITHOUT_COLOURS
                ? null
                : of(List.of(), channels, range);
    }

    /** Reads a channel. */
    public interface Reader {

        /** The values of the channel at that place among those that are shown, 0 being the first, in a range. */
        Pixels read(int place, NumberRange range);
    }

    /**
     * In which range the channel at that place among those that are shown is read.
     *
     * @param isOfBytes whether the values are unsigned bytes
     */
    public NumberRange range(int place, boolean isOfBytes) {
        ShownChannel channel = shown.get(place);
        if (!spans.isEmpty()) return NumberRange.of(spans.get(place));
        return hasRange(channel) && !isOfBytes ? NumberRange.of(channel.min(), channel.max()) : NumberRange.TYPE;
    }

    private boolean hasRange(ShownChannel channel) {
        return isDisplayed
                && channel.min() <= channel.max()
                && Float.isFinite((float) channel.max() - (float) channel.min());
    }

    /**
     * The sum of their colours.
     *
     * @param isOfBytes whether the values are unsigned bytes
     */
    public Picture picture(boolean isOfBytes, Reader reader, int width, int height) {
        List<Pixels> greys = new ArrayList<>();
        List<ShownChannel> colours = new ArrayList<>();
        boolean staysBytes = isOfBytes && spans.isEmpty();
        for (int i = 0; i < shown.size(); i++) {
            ShownChannel channel = shown.get(i);
            colours.add(staysBytes && hasRange(channel) ? channel : channel.withoutRange());
            greys.add(reader.read(i, range(i, isOfBytes)));
        }
        return new ShownColours(colours).picture(greys, width, height);
    }
}
