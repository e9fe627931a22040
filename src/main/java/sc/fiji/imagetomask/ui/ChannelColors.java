package sc.fiji.imagetomask.ui;

import java.awt.Color;
import java.awt.color.ColorSpace;
import sc.fiji.imagetomask.channel.Channel;

/** The colours that are drawn along the axis of a channel's values. */
final class ChannelColors {

    private static final int NEUTRAL = 128;

    /** The largest colour difference from grey that is drawn; real pictures hardly have larger ones. */
    private static final double STRONGEST = 64;

    private static final Color GREY = new Color(NEUTRAL, NEUTRAL, NEUTRAL);
    private static final Color GREEN = new Color(0x00a050);
    private static final Color RED = new Color(0xe02030);
    private static final Color BLUE = new Color(0x2050f0);
    private static final Color YELLOW = new Color(0xf0d000);
    private static final Color CYAN = new Color(0x00b8b8);

    private ChannelColors() {}

    /** The colour, {@code 0xRRGGBB}, of a value of the channel, 0..255. */
    static int of(Channel channel, double value) {
        int byteValue = (int) Math.round(Math.min(Math.max(value, 0), 255));
        return switch (channel) {
            case HSV_H -> Color.HSBtoRGB((float) (value / 255), 1, 1) & 0xffffff;
            case LAB_A -> difference(GREEN, RED, value);
            case LAB_B -> difference(BLUE, YELLOW, value);
            case YUV_U -> difference(YELLOW, BLUE, value);
            case YUV_V -> difference(CYAN, RED, value);
            case RGB_R -> byteValue << 16;
            case RGB_G -> byteValue << 8;
            case RGB_B -> byteValue;
            case LCH_H -> hue(value);
            case LAB_L, ALPHA, YUV_Y, HSV_S, HSV_V, STAIN_1, STAIN_2, STAIN_3, LCH_C, DISTANCE, DISTANCE_2000 ->
                byteValue * 0x10101;
        };
    }

    /** The colour of that hue of CIELAB, of medium lightness, as far as a screen can show it. */
    private static int hue(double value) {
        double angle = 2 * Math.PI * value / 255;
        double y = (65 + 16) / 116.0;
        double x = y + 50 * Math.cos(angle) / 500;
        double z = y - 50 * Math.sin(angle) / 200;
        float[] xyz = {(float) (0.9642 * x * x * x), (float) (y * y * y), (float) (0.8249 * z * z * z)};
        float[] rgb = ColorSpace.getInstance(ColorSpace.CS_CIEXYZ).toRGB(xyz);
        return new Color(rgb[0], rgb[1], rgb[2]).getRGB() & 0xffffff;
    }

    /** From one colour over grey, at 128, to the other. */
    private static int difference(Color low, Color high, double value) {
        double part = Math.min(1, Math.abs(value - NEUTRAL) / STRONGEST);
        return Tint.mix(GREY.getRGB(), (value < NEUTRAL ? low : high).getRGB(), part);
    }
}
