package sc.fiji.imagetomask.command;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.Calibration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import sc.fiji.imagetomask.imagej.HeldImage;
import sc.fiji.imagetomask.imagej.ImagePlusPictures;
import sc.fiji.imagetomask.imagej.RoiRegion;
import sc.fiji.imagetomask.imagej.RoiWeightMap;
import sc.fiji.imagetomask.img.ImgPictures;
import sc.fiji.imagetomask.img.ImgRegion;
import sc.fiji.imagetomask.options.Slices;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.NumberRange;
import sc.fiji.imagetomask.reading.Reading;

/** An image of ImageJ. Each z and t is a slice of the mask. */
final class ImagePlusOriginal implements Original {

    private record Axis(String type, String unit, double scale, double origin) {}

    private final ImagePlus image;
    private final HeldImage held;
    private final List<Axis> axes = new ArrayList<>();

    ImagePlusOriginal(ImagePlus image) {
        this.image = image;
        this.held = new HeldImage(image);
    }

    @Override
    public String name() {
        return image.getTitle();
    }

    @Override
    public ImgPictures pictures(String range, ChannelOrder rgb, int axis, boolean opaque) {
        if (axis != -1)
            throw new IllegalArgumentException(
                    "axis is " + axis + ", but must be left out: an ImageJ image says which its channels are.");
        Reading reading = new Reading(NumberRange.parse(range), rgb);
        ImagePlusPictures pictures = ImagePlusPictures.of(image, reading, Slices.ALL, 1);
        Calibration scale = image.getCalibration();
        axes.add(new Axis("X", scale.getXUnit(), scale.pixelWidth, -scale.xOrigin * scale.pixelWidth));
        axes.add(new Axis("Y", scale.getYUnit(), scale.pixelHeight, -scale.yOrigin * scale.pixelHeight));
        List<Long> size = new ArrayList<>(List.of((long) image.getWidth(), (long) image.getHeight()));
        int z = pictures.count() / image.getNFrames();
        if (z > 1) {
            size.add((long) z);
            axes.add(new Axis("Z", scale.getZUnit(), scale.pixelDepth, -scale.zOrigin * scale.pixelDepth));
        }
        if (image.getNFrames() > 1) {
            size.add((long) image.getNFrames());
            axes.add(new Axis("Time", scale.getTimeUnit(), scale.frameInterval == 0 ? 1 : scale.frameInterval, 0));
        }
        long[] dimensions = size.stream().mapToLong(Long::longValue).toArray();
        return new ImgPictures(
                new FinalInterval(dimensions),
                IntStream.range(0, pictures.count()).mapToObj(pictures::picture).toList());
    }

    @Override
    public List<ImgRegion> regions(Interval mask) {
        Roi selection = RoiWeightMap.limiting(image);
        return selection == null ? List.of() : List.of(RoiRegion.of(selection, mask));
    }

    @Override
    public List<Object> axes(ImageJ2 imagej2, int dimensions) {
        return axes.stream()
                .map(axis -> imagej2.axis(axis.type, axis.unit, axis.scale, axis.origin))
                .toList();
    }

    @Override
    public void close() {
        held.close();
    }
}
