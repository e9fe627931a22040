package sc.fiji.imagetomask.imagej;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.LUT;
import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.reading.ShownChannel;
import sc.fiji.imagetomask.reading.ShownColours;
import sc.fiji.imagetomask.reading.UsualColours;

/**
 * Which channels of an ImageJ image are shown, and in which colours: what <i>Image &gt; Type &gt; RGB Color</i> makes of
 * a composite. Channels that are switched off in the Channels tool are not shown. In the modes Color and Grayscale, which
 * show one channel at a time, all of them count, in their colours.
 *
 * @param channels the numbers of the channels, 1 being the first
 * @param colours what they add up to
 */
public record ShownComposite(List<Integer> channels, ShownColours colours) {

    /** In which colours the channels of an image are shown at this moment. */
    public static ShownComposite of(ImagePlus image) {
        return of(image, true);
    }

    /** @param isRanged whether bytes are shown in their display range; else in all of 0..255 */
    static ShownComposite of(ImagePlus image, boolean isRanged) {
        if (ImageChannels.count(image) == 1) return new ShownComposite(List.of(1), new ShownColours(List.of()));
        CompositeImage composite = image instanceof CompositeImage some ? some : null;
        List<Integer> shown = IntStream.rangeClosed(1, ImageChannels.count(image))
                .filter(channel -> composite == null || isOn(composite, channel))
                .boxed()
                .toList();
        return new ShownComposite(
                shown,
                new ShownColours(shown.stream()
                        .map(channel -> composite == null
                                ? UsualColours.of(channel, Double.NaN, Double.NaN)
                                : channel(composite.getChannelLut(channel), isRanged))
                        .toList()));
    }

    private static boolean isOn(CompositeImage image, int channel) {
        boolean[] on = image.getActiveChannels();
        return image.getMode() != CompositeImage.COMPOSITE || channel > on.length || on[channel - 1];
    }

    private static ShownChannel channel(LUT lut, boolean isRanged) {
        byte[][] rgb = new byte[3][256];
        lut.getReds(rgb[0]);
        lut.getGreens(rgb[1]);
        lut.getBlues(rgb[2]);
        boolean hasRange = isRanged && (lut.min != 0 || lut.max != 0);
        return new ShownChannel(
                rgb[0], rgb[1], rgb[2], hasRange ? lut.min : Double.NaN, hasRange ? lut.max : Double.NaN);
    }
}
