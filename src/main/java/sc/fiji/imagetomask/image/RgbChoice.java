package sc.fiji.imagetomask.image;

import java.util.ArrayList;
import java.util.List;

/**
 * Which channels of a picture are red, green, blue and, if there is a fourth number, alpha: {@code rgb=1,2,3}, 1 being
 * the first channel.
 *
 * @param channels their places, 0 being the first; none: as the picture has them
 */
public record RgbChoice(List<Integer> channels) {

    /** As the picture has them. */
    public static final RgbChoice NONE = new RgbChoice(List.of());

    /** Keeps a copy. */
    public RgbChoice {
        channels = List.copyOf(channels);
    }

    /**
     * Of three or four numbers with commas between them; of an empty text {@link #NONE}.
     *
     * @throws IllegalArgumentException with one sentence, if the text is something else
     */
    public static RgbChoice parse(String text) {
        if (text.isEmpty()) return NONE;
        String[] numbers = text.split(",", -1);
        List<Integer> channels = new ArrayList<>();
        for (String number : numbers) if (number.matches("[1-9]\\d{0,4}")) channels.add(Integer.parseInt(number) - 1);
        if (channels.size() != numbers.length || channels.size() < 3 || channels.size() > 4)
            throw new IllegalArgumentException("rgb is '" + text
                    + "', but must be three or four channel numbers with commas between them, such as 1,2,3.");
        return new RgbChoice(channels);
    }

    /** Whether nothing was chosen. */
    public boolean isNone() {
        return channels.isEmpty();
    }

    /** @throws IllegalArgumentException naming the channel, if the picture has fewer */
    public void requireWithin(int count) {
        for (int channel : channels)
            if (channel >= count)
                throw new IllegalArgumentException("rgb names channel " + (channel + 1) + ", but the picture has "
                        + count + (count == 1 ? " channel." : " channels."));
    }
}
