package sc.fiji.imagetomask.imagej;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import sc.fiji.imagetomask.channel.Channel;

/** The channels in the stack of an ImageJ image, and which colour channels can be measured in them. */
public final class ImageChannels {

    /** The colour channels that have the same value for every grey. */
    static final Set<Channel> OF_COLOUR =
            Arrays.stream(Channel.values()).filter(ImageChannels::isNeutral).collect(Collectors.toSet());

    private ImageChannels() {}

    private static boolean isNeutral(Channel channel) {
        return channel.isNeutralAt(0) || channel.isNeutralAt(128);
    }

    /** How many slices of the image's stack belong to one picture. */
    public static int count(ImagePlus image) {
        boolean isColour = image.getType() == ImagePlus.COLOR_RGB || image.getType() == ImagePlus.COLOR_256;
        return isColour ? 1 : image.getNChannels();
    }

    /** The colour channels that have the same value in all pixels, because the image is grey or has no alpha. */
    public static Set<Channel> same(ImagePlus image) {
        Set<Channel> same = EnumSet.noneOf(Channel.class);
        if (isGrey(image)) same.addAll(OF_COLOUR);
        if (count(image) < 4) same.add(Channel.ALPHA);
        return same;
    }

    /** An image with a colour table is grey unless its type is 8-bit Color. */
    private static boolean isGrey(ImagePlus image) {
        ImageProcessor shown = image.getProcessor();
        return switch (image.getType()) {
            case ImagePlus.COLOR_RGB -> image.getStackSize() == 1 && shown.isGrayscale();
            case ImagePlus.COLOR_256 -> !shown.isColorLut();
            default -> count(image) == 1;
        };
    }
}
