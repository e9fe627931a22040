package sc.fiji.imagetomask.reading;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How the channels of a multi-channel image become red, green, blue and alpha.
 *
 * <ul>
 *   <li>{@code display}, the default: all channels in the colours in which they are shown, added, without alpha. If the
 *       colours are not known, as in an ImgLib2 image, in those that ImageJ gives to channels without colours.
 *   <li>{@code 3,1,2} or {@code 3,1,2,4}: the numbers of the channels that are red, green, blue and, if there are four,
 *       alpha, whatever their colours are.
 * </ul>
 *
 * @param numbers three or four channel numbers, 1 being the first, of which some may be the same; or none
 * @param isDisplayed whether the channels have the colours in which they are shown; then there are no numbers
 */
public record ChannelOrder(List<Integer> numbers, boolean isDisplayed) {

    /** The colours in which the channels are shown. */
    public static final ChannelOrder DEFAULT = new ChannelOrder(List.of(), true);
    /**
     * The first to fourth channel as red, green, blue and alpha, as many as there are: one channel is grey, two are red
     * and green without blue. Earlier versions, without display colours, made masks so.
     */
    public static final ChannelOrder STORED = new ChannelOrder(List.of(), false);

    private static final String DISPLAY_WORD = "display";
    private static final int MOST = 4;

    /** These channels. */
    public ChannelOrder(List<Integer> numbers) {
        this(numbers, false);
    }

    /**
     * The channel order for the user's text: {@code display}, or numbers such as {@code 3,1,2}; empty for the default.
     *
     * @throws IllegalArgumentException naming the words and what is allowed
     */
    public static ChannelOrder parse(String text) {
        if (text.isBlank() || text.strip().equalsIgnoreCase(DISPLAY_WORD)) return DEFAULT;
        if (!text.matches("\\s*[1-9]\\d{0,4}\\s*(,\\s*[1-9]\\d{0,4}\\s*){2,3}"))
            throw new IllegalArgumentException(
                    "rgb is '" + text + "', but must be display, or three or four channel numbers such as 1,2,3.");
        return new ChannelOrder(Stream.of(text.split(","))
                .map(String::strip)
                .map(Integer::valueOf)
                .toList());
    }

    /** The words that {@link #parse} reads; empty for {@link #STORED}, for which there are none. */
    public String text() {
        return isDisplayed
                ? DISPLAY_WORD
                : numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /**
     * The numbers of the channels that are used, in the order r, g, b, a.
     *
     * @param what names it in errors
     * @throws IllegalArgumentException if it does not have all of them, or has so many that the user must choose
     */
    public List<Integer> of(String what, int has) {
        if (numbers.isEmpty()) {
            if (has > MOST)
                throw new IllegalArgumentException("The " + what + " has " + has
                        + " channels, so rgb must say which three or four of them to use, such as rgb=1,2,3.");
            return IntStream.rangeClosed(1, has).boxed().toList();
        }
        for (int number : numbers)
            if (number > has)
                throw new IllegalArgumentException("rgb is " + text() + ", but must be numbers from 1 to " + has
                        + ": the " + what + " has " + has
                        + (has == 1 ? " channel." : " channels."));
        return numbers;
    }
}
