package sc.fiji.imagetomask.channel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The colours that the channels {@code Distance} and {@code Distance (CIEDE2000)} measure from: the value of a pixel is its
 * {@linkplain ColourDifference difference} from the nearest of them in {@link Lab}, one step for one Delta E.
 *
 * <p>Range: 0 for an equal colour; rounded to nearest; 255 for 255 and more.
 *
 * <p>In whole numbers: the squared difference, times {@value #SQUARES}, is the sum of an entry for the byte of L and an
 * entry for the bytes of a and b. So a colour is two tables, and every engine gives the same bytes.
 *
 * <pre>{@code
 * int apart = ReferenceColours.parse("#b5651d,#8b4513").value(ColourDifference.CIE76, 0xff_80_40_20);
 * }</pre>
 *
 * @param rgb at most {@value #MOST} colours {@code 0xRRGGBB}
 */
public record ReferenceColours(List<Integer> rgb) {

    /** The most colours. */
    public static final int MOST = 16;
    /** 51 squared: L* is a byte times 20/51, so that CIE76's squares are whole at this scale. */
    public static final int SQUARES = 51 * 51;

    /** No colour. */
    public static final ReferenceColours NONE = new ReferenceColours(List.of());

    private static final Pattern HEX = Pattern.compile("#?([0-9a-fA-F]{6})");

    /** @throws IllegalArgumentException if there are too many */
    public ReferenceColours {
        rgb = rgb.stream().map(colour -> colour & 0xffffff).distinct().toList();
        if (rgb.size() > MOST)
            throw new IllegalArgumentException(
                    "colour has " + rgb.size() + " colours, but must have at most " + MOST + ".");
    }

    /**
     * The colours of a text such as {@code #b5651d} or {@code #b5651d,#8b4513}; of an empty one none.
     *
     * @throws IllegalArgumentException naming the text and what is allowed, if it is not
     */
    public static ReferenceColours parse(String text) {
        if (text.isBlank()) return NONE;
        List<Integer> colours = new ArrayList<>();
        for (String part : text.strip().split("[,\\s]+")) {
            var hex = HEX.matcher(part);
            if (!hex.matches())
                throw new IllegalArgumentException("colour is '" + text
                        + "', but must be one or more colours of six hexadecimal digits, such as #b5651d,#8b4513.");
            colours.add(Integer.parseInt(hex.group(1), 16));
        }
        return new ReferenceColours(colours);
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return rgb.stream().map("#%06x"::formatted).collect(Collectors.joining(","));
    }

    /** The distance of the pixel {@code 0xAARRGGBB}, 0..255. */
    public int value(ColourDifference difference, int argb) {
        return value(tables(difference), argb);
    }

    /** Gives the distances of many pixels. */
    IntUnaryOperator values(ColourDifference difference) {
        List<DistanceTables> tables = tables(difference);
        return argb -> value(tables, argb);
    }

    private static int value(List<DistanceTables> tables, int argb) {
        int l = Channel.LAB_L.value(argb);
        int pair = Lch.pair(Channel.LAB_A.value(argb), Channel.LAB_B.value(argb));
        int least = Integer.MAX_VALUE;
        for (DistanceTables from : tables) least = Math.min(least, from.lightness()[l] + from.colour(pair));
        return root(least);
    }

    /** The one of them that is nearest to the colour {@code 0xRRGGBB} by CIE76; empty if there is none. */
    public Optional<Integer> nearest(int other) {
        int l = Channel.LAB_L.value(other);
        int pair = Lch.pair(Channel.LAB_A.value(other), Channel.LAB_B.value(other));
        return rgb.stream().min(Comparator.comparingInt(colour -> {
            DistanceTables from = DistanceTables.of(ColourDifference.CIE76, colour);
            return from.lightness()[l] + from.colour(pair);
        }));
    }

    /** The difference that belongs to a squared one times {@value #SQUARES}. */
    public static int root(int square) {
        return Math.min(255, (int) (Math.sqrt(square) / 51 + 0.5));
    }

    /** The squared {@link ColourDifference#CIE76} times {@value #SQUARES} of bytes of L, a and b that differ by so much. */
    public static int square(int l, int a, int b) {
        return 400 * l * l + SQUARES * (a * a + b * b);
    }

    /** For each colour, what bytes of L, a and b add to the squared difference. */
    public List<DistanceTables> tables(ColourDifference difference) {
        return rgb.stream().map(colour -> DistanceTables.of(difference, colour)).toList();
    }

    /**
     * The distance, 0..255 and not rounded, of a pixel of 16-bit and 32-bit images.
     *
     * @param r red, 0..1; NaN makes the distance NaN
     * @param g green, likewise
     * @param b blue, likewise
     */
    public float value(ColourDifference difference, float r, float g, float b) {
        return distance(difference, Lab.l(r, g, b), Lab.a(r, g, b), Lab.b(r, g, b), lab());
    }

    /**
     * The distance, 0..255 and not rounded, from the nearest of some colours.
     *
     * @param l L* times 2.55
     * @param a a* + 128
     * @param b b* + 128
     * @param references L*, a* and b* of each colour
     */
    static float distance(ColourDifference difference, float l, float a, float b, float[][] references) {
        float lightness = l / 2.55f;
        float pa = a - 128;
        float pb = b - 128;
        double least = Double.POSITIVE_INFINITY;
        for (float[] of : references)
            least = Math.min(
                    least,
                    difference.squaredLightness(lightness, of[0]) + difference.squaredColour(pa, pb, of[1], of[2]));
        return Channel.clamp((float) Math.sqrt(least), 255);
    }

    /** L*, a*, b* of each colour, by the formula. */
    public float[][] lab() {
        return rgb.stream().map(ReferenceColours::lab).toArray(float[][]::new);
    }

    private static float[] lab(int rgb) {
        float r = (rgb >> 16) / 255f;
        float g = (rgb >> 8 & 255) / 255f;
        float b = (rgb & 255) / 255f;
        return new float[] {Lab.l(r, g, b) / 2.55f, Lab.a(r, g, b) - 128, Lab.b(r, g, b) - 128};
    }
}
