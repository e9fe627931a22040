package sc.fiji.imagetomask.options;

import sc.fiji.imagetomask.channel.Channel;

/** The text for a channel in lists: its name in macros, and what it measures. */
public final class ChannelLabels {

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
                    case STAIN_1 -> "the first stain";
                    case STAIN_2 -> "the second stain";
                    case STAIN_3 -> "the third, or the rest";
                    case LCH_C -> "strength of colour";
                    case LCH_H -> "hue as seen";
                    case DISTANCE -> "from a colour";
                    case DISTANCE_2000 -> "as seen";
                };
    }
}
