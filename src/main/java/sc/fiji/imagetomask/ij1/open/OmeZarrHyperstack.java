package sc.fiji.imagetomask.ij1.open;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.process.LUT;
import java.awt.Color;
import java.util.List;
import sc.fiji.imagetomask.ome.Axis;
import sc.fiji.imagetomask.ome.OmeChannel;
import sc.fiji.imagetomask.ome.OmeZarrFile;
import sc.fiji.imagetomask.ome.OmeZarrImage;
import sc.fiji.imagetomask.picturefile.Calibration;

/** An OME-Zarr image as a virtual hyperstack of ImageJ: calibrated, its channels shown as its metadata say. */
final class OmeZarrHyperstack {

    private OmeZarrHyperstack() {}

    /**
     * That resolution of the image.
     *
     * @throws IllegalArgumentException with one sentence, if there is no such level, or ImageJ cannot show it
     */
    static ImagePlus of(OmeZarrImage image, int level, String title) {
        image.level(level);
        requireShowable(image, level);
        OmeZarrStack stack = new OmeZarrStack(image, level, IJ::showStatus);
        ImagePlus plain = new ImagePlus(title, stack);
        plain.setDimensions(stack.channels(), stack.depth(), stack.frames());
        plain.setOpenAsHyperStack(stack.getSize() > 1);
        calibrate(plain, image, level);
        List<OmeChannel> channels = image.channels();
        boolean isKnown = channels.size() >= stack.channels();
        if (stack.channels() == 1) {
            if (isKnown) dress(plain, channels.get(0));
            return plain;
        }
        int mode = stack.channels() <= CompositeImage.MAX_CHANNELS ? CompositeImage.COMPOSITE : CompositeImage.COLOR;
        CompositeImage composite = new CompositeImage(plain, mode);
        composite.setOpenAsHyperStack(true);
        if (isKnown) dress(composite, channels.subList(0, stack.channels()));
        return composite;
    }

    private static void dress(ImagePlus plain, OmeChannel channel) {
        if (channel.hasColor()) plain.setLut(LUT.createLutFromColor(color(channel)));
        if (channel.min() < channel.max()) plain.setDisplayRange(channel.min(), channel.max());
    }

    private static void dress(CompositeImage composite, List<OmeChannel> channels) {
        StringBuilder active = new StringBuilder();
        for (int c = 1; c <= channels.size(); c++) {
            OmeChannel channel = channels.get(c - 1);
            LUT before = composite.getChannelLut(c);
            LUT lut = channel.hasColor() ? LUT.createLutFromColor(color(channel)) : before;
            boolean hasRange = channel.min() < channel.max();
            lut.min = hasRange ? channel.min() : before.min;
            lut.max = hasRange ? channel.max() : before.max;
            composite.setChannelLut(lut, c);
            active.append(channel.isActive() ? '1' : '0');
        }
        boolean someAreHidden = active.indexOf("0") >= 0 && active.indexOf("1") >= 0;
        if (someAreHidden && composite.getMode() == CompositeImage.COMPOSITE)
            composite.setActiveChannels(active.toString());
    }

    private static Color color(OmeChannel channel) {
        return new Color(Integer.parseInt(channel.color().replace("#", ""), 16));
    }

    private static void calibrate(ImagePlus plain, OmeZarrImage image, int level) {
        Calibration sizes = OmeZarrFile.calibration(image, level);
        ij.measure.Calibration calibration = plain.getCalibration();
        if (sizes.isKnown()) {
            calibration.setUnit(sizes.unit());
            calibration.pixelWidth = sizes.x();
            calibration.pixelHeight = sizes.y();
            if (sizes.z() > 0) calibration.pixelDepth = sizes.z();
        }
        if (sizes.interval() > 0) {
            calibration.setTimeUnit("sec");
            calibration.frameInterval = sizes.interval();
        }
    }

    private static void requireShowable(OmeZarrImage image, int level) {
        if (isShowable(image, level)) return;
        int largest = largest(image);
        throw new IllegalArgumentException("level is " + level + ", but its planes are " + size(image, level)
                + " and ImageJ shows at most " + Integer.MAX_VALUE + " pixels"
                + (isShowable(image, largest) ? "; the largest level that it shows is " + largest + "." : "."));
    }

    /** The number of the first resolution whose planes ImageJ can show, or of the last one. */
    static int largest(OmeZarrImage image) {
        int level = 0;
        while (level + 1 < image.levels().size() && !isShowable(image, level)) level++;
        return level;
    }

    private static boolean isShowable(OmeZarrImage image, int level) {
        double pixels = (double) along(image, level, "x") * along(image, level, "y");
        double planes = (double) along(image, level, "c") * along(image, level, "z") * along(image, level, "t");
        return pixels <= Integer.MAX_VALUE - 8 && planes <= Integer.MAX_VALUE;
    }

    /** The size of a plane, for people to read. */
    static String size(OmeZarrImage image, int level) {
        return along(image, level, "x") + " x " + along(image, level, "y") + " pixels";
    }

    /** Values along an axis, 1 if there is no such axis. */
    static long along(OmeZarrImage image, int level, String axis) {
        int d = image.axes().stream().map(Axis::name).toList().indexOf(axis);
        return d < 0 ? 1 : image.level(level).array().shape()[d];
    }
}
