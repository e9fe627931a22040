package sc.fiji.imagetomask.image;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.util.EnumSet;
import java.util.Set;
import sc.fiji.imagetomask.channel.Channel;

/** What users read in a list of channels: the name that macros give, and what the channel measures. */
public final class ChannelLabels {

    /** What is the same for every grey. */
    static final Set<Channel> OF_COLOUR =
            EnumSet.of(Channel.LAB_A, Channel.LAB_B, Channel.YUV_U, Channel.YUV_V, Channel.HSV_H, Channel.HSV_S);

    private ChannelLabels() {}

    /** The label of a channel, such as {@code A (LAB), green to red}. */
    public static String of(Channel channel) {
        return channel.label() + ", "
                + switch (channel) {
                    case LAB_L -> "lightness";
                    case LAB_A -> "green to red";
                    case LAB_B -> "blue to yellow";
                    case RGB_R -> "red";
                    case RGB_G -> "green";
                    case RGB_B -> "blue";
                    case ALPHA -> "opacity";
                    case YUV_Y -> "brightness";
                    case YUV_U -> "yellow to blue";
                    case YUV_V -> "green to red";
                    case HSV_H -> "hue";
                    case HSV_S -> "grey to full colour";
                    case HSV_V -> "largest of R, G, B";
                };
    }

    /** The channels that have the same value everywhere in that image, whatever is on it. */
    public static Set<Channel> same(ImagePlus image) {
        Set<Channel> same = EnumSet.noneOf(Channel.class);
        if (isGrey(image)) same.addAll(OF_COLOUR);
        if (ChannelOrder.channels(image) < 4) same.add(Channel.ALPHA);
        return same;
    }

    /** An image with a colour table is grey unless its type is 8-bit Color. */
    private static boolean isGrey(ImagePlus image) {
        ImageProcessor shown = image.getProcessor();
        return switch (image.getType()) {
            case ImagePlus.COLOR_RGB -> image.getStackSize() == 1 && shown.isGrayscale();
            case ImagePlus.COLOR_256 -> !shown.isColorLut();
            default -> ChannelOrder.channels(image) == 1;
        };
    }
}
