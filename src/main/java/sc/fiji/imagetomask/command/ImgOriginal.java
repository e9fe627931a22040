package sc.fiji.imagetomask.command;

import ij.ImagePlus;
import ij.gui.Roi;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Cast;
import org.scijava.Named;
import sc.fiji.imagetomask.imagej.RoiRegion;
import sc.fiji.imagetomask.imagej.RoiWeightMap;
import sc.fiji.imagetomask.img.ImgAxes;
import sc.fiji.imagetomask.img.ImgPictures;
import sc.fiji.imagetomask.img.ImgRegion;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.DisplayColours;
import sc.fiji.imagetomask.reading.NumberRange;
import sc.fiji.imagetomask.reading.ShownChannel;

/** An image of ImgLib2, perhaps with the name, axes and ROIs of an ImgPlus or Dataset. */
final class ImgOriginal implements Original {

    private final Img<?> given;
    private final Img<?> img;
    private final ImageJ2 imagej2;
    private ImgAxes axes;

    ImgOriginal(Img<?> given, ImageJ2 imagej2) {
        this.given = given;
        this.img = imagej2.unwrapped(given);
        this.imagej2 = imagej2;
    }

    @Override
    public String name() {
        return given instanceof Named named ? named.getName() : null;
    }

    @Override
    public ImgPictures pictures(String range, ChannelOrder rgb, int axis, boolean opaque) {
        List<String> types =
                imagej2.isTyped(given) ? imagej2.types(given) : Collections.nCopies(img.numDimensions(), null);
        axes = ImgAxes.of(types, axis);
        int channel = axes.channel();
        NumberRange chosen = NumberRange.parse(range);
        Object type = img.getType();
        if (channel == -1 && !rgb.numbers().isEmpty())
            throw new IllegalArgumentException(
                    "rgb is '" + rgb.text() + "', but must be display for an image without a channel axis.");
        RandomAccessibleInterval<?> ordered = axes.ordered(img);
        int channels = channel == -1 ? 1 : Math.toIntExact(ordered.dimension(channel));
        List<ShownChannel> known = rgb.isDisplayed() && channels > 1 && type instanceof RealType
                ? imagej2.colours(given, channels)
                : List.of();
        if (!known.isEmpty())
            return ImgPictures.shown(Cast.unchecked(ordered), channel, DisplayColours.of(known, channels, chosen));
        if (type instanceof RealType)
            return channel == -1
                    ? ImgPictures.real(Cast.unchecked(ordered), chosen)
                    : ImgPictures.real(Cast.unchecked(ordered), channel, rgb, chosen);
        if (!(type instanceof ARGBType))
            throw new IllegalArgumentException("The image is of type "
                    + type.getClass().getSimpleName() + ", but must be of ARGBType or a type of real numbers.");
        if (channel != -1)
            throw new IllegalArgumentException("axis is " + channel + ", but must be -1 for an image of ARGBType.");
        if (!chosen.isType())
            throw new IllegalArgumentException(
                    "range is '" + range + "', but must be display or type for an image of ARGBType.");
        return opaque ? ImgPictures.opaque(Cast.unchecked(ordered)) : ImgPictures.argb(Cast.unchecked(ordered));
    }

    @Override
    public List<ImgRegion> regions(Interval mask) {
        ImagePlus window = (ImagePlus) imagej2.window(given);
        Roi shown = window == null ? null : RoiWeightMap.limiting(window);
        if (shown != null) return List.of(RoiRegion.of(shown, mask));
        List<ImgRegion> attached =
                imagej2.rois(given).stream().map(ImgRegion::of).toList();
        return attached.isEmpty() ? List.of() : List.of(ImgRegion.anyOf(attached));
    }

    @Override
    public List<Object> axes(ImageJ2 made, int dimensions) {
        List<Object> copies = new ArrayList<>();
        for (int d = 0; d < dimensions; d++)
            copies.add(
                    imagej2.isTyped(given)
                            ? made.axisCopy(given, axes.others().get(d))
                            : made.axis(d == 0 ? "X" : d == 1 ? "Y" : "Unknown", null, 1, 0));
        return copies;
    }

    @Override
    public void close() {}
}
