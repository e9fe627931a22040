package sc.fiji.imagetomask.channel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One of the colour channels that a mask can be made from; each gives one value of 0..255 per 8-bit pixel. What stains and
 * distances need to know besides is in {@link ChannelFormula}.
 *
 * <p>A pixel is {@code 0xAARRGGBB}. A picture without alpha counts as alpha 255, a grey one as r = g = b.
 *
 * <pre>{@code
 * Channel.of("S (HSV)").value(0xff_80_40_20); // 191
 * }</pre>
 */
public enum Channel {
    /** CIE L* of {@link Lab}: lightness, 0..100 scaled to 0..255. */
    LAB_L("L (LAB)", "l", "lightness"),
    /** CIE a* of {@link Lab}: green (below 128) to red (above 128), a* + 128. */
    LAB_A("A (LAB)", "a"),
    /** CIE b* of {@link Lab}: blue (below 128) to yellow (above 128), b* + 128. */
    LAB_B("B (LAB)", "b"),
    /** The red byte. */
    RGB_R("R (RGB)", "r", "red"),
    /** The green byte. */
    RGB_G("G (RGB)", "g", "green"),
    /** The blue byte. */
    RGB_B("B (RGB)", "b", "blue"),
    /** The alpha byte; 255 everywhere for a picture without alpha. */
    ALPHA("Alpha", "a"),
    /** Luma of {@link Yuv}, 0..255. */
    YUV_Y("Y (YUV)", "y", "luma"),
    /** Blue-difference chroma (Cb) of {@link Yuv}, grey at 128. */
    YUV_U("U (YUV)", "u"),
    /** Red-difference chroma (Cr) of {@link Yuv}, grey at 128. */
    YUV_V("V (YUV)", "v"),
    /** Hue of {@link Hsv}: the full circle is 255 steps, so 0..254; red is 0, grey counts as 0. */
    HSV_H("H (HSV)", "h", "hue"),
    /** Saturation of {@link Hsv}, 0..255. */
    HSV_S("S (HSV)", "s", "saturation"),
    /** Value of {@link Hsv}: the largest of r, g, b. */
    HSV_V("V (HSV)", "v", "value"),
    /** The amount of the first stain of {@link Stains}, 0..255. */
    STAIN_1("Stain 1"),
    /** The amount of the second stain. */
    STAIN_2("Stain 2"),
    /** The amount of the third stain, or what the first two do not explain. */
    STAIN_3("Stain 3"),
    /** Chroma of {@link Lch}, 0..181; grey is 0. */
    LCH_C("C (LCH)", "c", "chroma"),
    /** Hue of {@link Lch}: the full circle is 255 steps, so 0..254; grey counts as 0. */
    LCH_H("H (LCH)"),
    /** The distance from the nearest of some colours, {@link ColourDifference#CIE76}; 0 is equal. */
    DISTANCE("Distance"),
    /** The same by {@link ColourDifference#CIEDE2000}. */
    DISTANCE_2000("Distance (CIEDE2000)", "ciede2000");

    private static final Pattern PASSED_OVER = Pattern.compile("[\\s()]");

    private final String label;
    private final List<String> shortNames;

    Channel(String label, String... shortNames) {
        this.label = label;
        this.shortNames = List.of(shortNames);
    }

    /** The name that users see and type, such as {@code "L (LAB)"}. */
    public String label() {
        return label;
    }

    /**
     * The channel of that label, such as {@code S (HSV)}, or of a short name that means no other one: its letter, or a word
     * such as {@code Saturation}. Case, spaces and parentheses do not matter.
     *
     * @throws IllegalArgumentException naming the value and the labels that are meant or allowed, if it is not clear which
     *     channel it is
     */
    public static Channel of(String name) {
        String plain = plain(name);
        for (Channel channel : values()) if (plain(channel.label).equals(plain)) return channel;
        List<Channel> meant = Arrays.stream(values())
                .filter(channel -> channel.shortNames.contains(plain))
                .toList();
        if (meant.size() == 1) return meant.get(0);
        throw new IllegalArgumentException("channel is '" + name + "', but must be "
                + (meant.isEmpty()
                        ? "one of " + String.join(", ", labels())
                        : meant.stream().map(Channel::label).collect(Collectors.joining(" or ")))
                + ".");
    }

    /** Whether that is this channel's value of every grey, because the channel depends on colours only. */
    public boolean isNeutralAt(int value) {
        return switch (this) {
            case LAB_A, LAB_B, YUV_U, YUV_V -> value == 128;
            case HSV_H, HSV_S, LCH_C, LCH_H -> value == 0;
            default -> false;
        };
    }

    /** Whether its values go around a circle of 255 steps, so that they can be shifted. */
    public boolean isHue() {
        return this == HSV_H || this == LCH_H;
    }

    /** Whether its values depend on {@link Stains}. */
    public boolean isStain() {
        return this == STAIN_1 || this == STAIN_2 || this == STAIN_3;
    }

    /** Whether its values depend on {@link ReferenceColours}. */
    public boolean isDistance() {
        return this == DISTANCE || this == DISTANCE_2000;
    }

    private static String plain(String name) {
        return PASSED_OVER.matcher(name == null ? "" : name).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** All labels, in menu order. */
    public static String[] labels() {
        return Arrays.stream(values()).map(Channel::label).toArray(String[]::new);
    }

    /**
     * The value, 0..255, of the pixel {@code 0xAARRGGBB} in this channel; of a stain, by the default stains.
     *
     * @throws IllegalArgumentException for a distance, which needs colours
     */
    public int value(int argb) {
        int r = argb >> 16 & 255;
        int g = argb >> 8 & 255;
        int b = argb & 255;
        return switch (this) {
            case LAB_L -> Lab.value(0, r, g, b);
            case LAB_A -> Lab.value(1, r, g, b);
            case LAB_B -> Lab.value(2, r, g, b);
            case RGB_R -> r;
            case RGB_G -> g;
            case RGB_B -> b;
            case ALPHA -> argb >>> 24;
            case YUV_Y -> Yuv.y(r, g, b);
            case YUV_U -> Yuv.u(r, g, b);
            case YUV_V -> Yuv.v(r, g, b);
            case HSV_H -> Hsv.hue(r, g, b);
            case HSV_S -> Hsv.saturation(r, g, b);
            case HSV_V -> Hsv.value(r, g, b);
            case LCH_C -> Lch.chroma(Lab.value(1, r, g, b), Lab.value(2, r, g, b));
            case LCH_H -> Lch.hue(Lab.value(1, r, g, b), Lab.value(2, r, g, b));
            case STAIN_1, STAIN_2, STAIN_3, DISTANCE, DISTANCE_2000 ->
                ChannelFormula.of(this).value(argb);
        };
    }

    /**
     * The value, 0..255 and not rounded, of a pixel of 16-bit and 32-bit images, by the formulas in single precision.
     *
     * @param r red, 0..1; values beyond count as 0 or 1; NaN makes every channel NaN that red has a part in
     * @param g green, likewise
     * @param b blue, likewise
     * @param a alpha, likewise
     */
    public float value(float r, float g, float b, float a) {
        float red = clamp(r, 1);
        float green = clamp(g, 1);
        float blue = clamp(b, 1);
        return switch (this) {
            case LAB_L -> Lab.l(red, green, blue);
            case LAB_A -> Lab.a(red, green, blue);
            case LAB_B -> Lab.b(red, green, blue);
            case RGB_R -> 255 * red;
            case RGB_G -> 255 * green;
            case RGB_B -> 255 * blue;
            case ALPHA -> 255 * clamp(a, 1);
            case YUV_Y -> Yuv.y(red, green, blue);
            case YUV_U -> Yuv.u(red, green, blue);
            case YUV_V -> Yuv.v(red, green, blue);
            case HSV_H -> Hsv.hue(red, green, blue);
            case HSV_S -> Hsv.saturation(red, green, blue);
            case HSV_V -> Hsv.value(red, green, blue);
            case LCH_C -> Lch.chroma(Lab.a(red, green, blue), Lab.b(red, green, blue));
            case LCH_H -> Lch.hue(Lab.a(red, green, blue), Lab.b(red, green, blue));
            case STAIN_1, STAIN_2, STAIN_3, DISTANCE, DISTANCE_2000 ->
                ChannelFormula.of(this).value(r, g, b, a);
        };
    }

    /** Between 0 and most; NaN stays. */
    static float clamp(float x, float most) {
        return x < 0 ? 0 : x > most ? most : x;
    }

    @Override
    public String toString() {
        return label;
    }
}
