package sc.fiji.imagetomask.command;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Cast;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.Statistics;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.image.ChannelOrder;
import sc.fiji.imagetomask.image.ImgMasks;
import sc.fiji.imagetomask.image.ImgPictures;
import sc.fiji.imagetomask.image.NumberRange;

/**
 * An ImgLib2 image becomes a soft mask, in scripts that need no ImageJ window; found by its name in the search bar of Fiji.
 *
 * <p>Inputs that cannot be used cancel the command, with one sentence as the reason; only text that is no number cannot
 * be told from 0, which SciJava makes of it.
 */
@Plugin(type = Command.class, headless = true, label = "Image To Mask (ImgLib2)")
public class ImgToMaskCommand extends ScriptCommand {

    @Parameter(
            persist = false,
            required = false,
            description = "ARGB colours or numbers; dimensions after x and y are slices")
    private Img<?> image;

    @Parameter(persist = false, required = false, description = "The colour channel, such as S (HSV)")
    private String channel = Channel.LAB_L.label();

    @Parameter(persist = false, required = false, description = "Turns the hues of H (HSV), 0..254")
    private int hue = 0;

    @Parameter(persist = false, required = false, description = "Black point, 0..255")
    private int black = 0;

    @Parameter(persist = false, required = false, description = "White point, 0..255")
    private int white = 255;

    @Parameter(persist = false, required = false, description = "Gray point (gamma), 0.01..9.99")
    private double gray = 1;

    @Parameter(persist = false, required = false, description = "Whether bright becomes dark, before masking")
    private boolean invert;

    @Parameter(
            persist = false,
            required = false,
            description = "slice: each slice has a clip range of its own; stack: all of them have one")
    private String statistics = MaskSettings.DEFAULT.statistics().label();

    @Parameter(
            persist = false,
            required = false,
            description = "Whether only pixels where the mask or alpha is at least 128 count for the clip range")
    private boolean inside;

    @Parameter(
            persist = false,
            required = false,
            autoFill = false,
            description = "Numbers that the result is multiplied with, in place of the image's alpha")
    private Img<?> mask;

    @Parameter(
            persist = false,
            required = false,
            description = "The dimension that holds 1 to 4 channels: grey, alpha or r, g, b, a; -1 for none")
    private int axis = -1;

    @Parameter(
            persist = false,
            required = false,
            description = "type, or two numbers min,max that become 0 and 1; type keeps unsigned bytes as they are")
    private String range = "type";

    @Parameter(
            persist = false,
            required = false,
            description = "Which channels along the axis are red, green, blue and alpha, such as 1,2,3; empty: all")
    private String rgb = "";

    @Parameter(persist = false, required = false, description = "Whether the top byte of ARGB colours is ignored")
    private boolean opaque;

    @Parameter(
            persist = false,
            required = false,
            description = "8-bit, 32-bit (floats, 0..1), binary (0 and 255, from 128 on) or selection (bits, the same)")
    private String output = MaskSettings.DEFAULT.output().label();

    @Parameter(type = ItemIO.OUTPUT, description = "The mask, with the image's bounds without the channel axis")
    private Img<?> result;

    @Override
    void make(String engineName) {
        MaskSettings settings = settings();
        ImgPictures pictures = pictures();
        RandomAccessibleInterval<? extends RealType<?>> numbers = mask();
        EngineChoice choice = EngineChoice.of(engineName, null, this::tell);
        result = new ImgMasks(choice.engine(), settings).output(pictures, numbers, null);
    }

    @Override
    boolean show(boolean hasDisplay) {
        return !hasDisplay;
    }

    private MaskSettings settings() {
        return MaskSettings.of(channel)
                .withHue(hue)
                .withLevels(black, white, gray)
                .withInvert(invert)
                .withStatistics(Statistics.of(statistics))
                .withInside(inside)
                .withOutput(Output.of(output));
    }

    private ImgPictures pictures() {
        if (image == null) throw new IllegalArgumentException("There is no image, but image must be an Img.");
        if (axis < -1 || axis >= image.numDimensions())
            throw new IllegalArgumentException("axis is " + axis
                    + ", but must be -1 for none or a dimension of the image, 0 to " + (image.numDimensions() - 1)
                    + ".");
        NumberRange chosen = NumberRange.parse(range);
        ChannelOrder channels = ChannelOrder.parse(rgb == null ? "" : rgb);
        Object type = image.getType();
        if (axis == -1 && !channels.numbers().isEmpty())
            throw new IllegalArgumentException("rgb is '" + rgb + "', but must be empty where axis is -1.");
        if (type instanceof RealType)
            return axis == -1
                    ? ImgPictures.real(Cast.unchecked(image), chosen)
                    : ImgPictures.real(Cast.unchecked(image), axis, channels, chosen);
        if (!(type instanceof ARGBType))
            throw new IllegalArgumentException(
                    "The image is of type " + name(type) + ", but must be of ARGBType or a type of real numbers.");
        if (axis != -1)
            throw new IllegalArgumentException("axis is " + axis + ", but must be -1 for an image of ARGBType.");
        if (!chosen.isType())
            throw new IllegalArgumentException("range is '" + range + "', but must be type for an image of ARGBType.");
        return opaque ? ImgPictures.opaque(Cast.unchecked(image)) : ImgPictures.argb(Cast.unchecked(image));
    }

    private RandomAccessibleInterval<? extends RealType<?>> mask() {
        if (mask == null || mask.getType() instanceof RealType) return Cast.unchecked(mask);
        throw new IllegalArgumentException(
                "The mask is of type " + name(mask.getType()) + ", but must be of a type of real numbers.");
    }

    private static String name(Object type) {
        return type.getClass().getSimpleName();
    }
}
