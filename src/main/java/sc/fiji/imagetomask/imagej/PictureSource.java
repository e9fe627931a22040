package sc.fiji.imagetomask.imagej;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.NumberRange;
import sc.fiji.imagetomask.reading.Reading;

/**
 * Reads the pixels of pictures of an image: bytes as they are, or 16-bit and 32-bit data with its ranges.
 *
 * @param image the image
 * @param channels the numbers of the channels that are used, 1 being the first
 * @param ranges the range of each of them
 * @param isOfBytes whether the pixels are bytes that are taken as they are
 * @param reading what was asked for, with the numbers that display or type stood for, for the same pixels again
 * @param shown the channels that are shown, in their colours; null if the channel numbers decide which are r, g, b and
 *     a
 */
record PictureSource(
        ImagePlus image,
        List<Integer> channels,
        List<Samples.Range> ranges,
        boolean isOfBytes,
        Reading reading,
        ShownComposite shown) {

    /**
     * The pixels of an image, read in that way as it is displayed at this moment.
     *
     * @throws IllegalArgumentException if the image does not have the channels that are asked for
     */
    static PictureSource of(ImagePlus image, Reading reading) {
        int has = ImageChannels.count(image);
        boolean isShown = reading.rgb().isDisplayed() && has > 1;
        List<Integer> channels = isShown
                ? IntStream.rangeClosed(1, has).boxed().toList()
                : reading.rgb().of("image '" + image.getTitle() + "'", has);
        List<Integer> ranged = isColour(image) ? List.of(1, 2, 3) : channels;
        List<Samples.Range> ranges = DisplayRanges.of(reading.range(), image, ranged);
        boolean isOfBytes = DisplayRanges.isOfBytes(reading.range(), image);
        boolean hasDisplayRange = isOfBytes && isShown && reading.range().isDisplayed();
        NumberRange range =
                hasDisplayRange ? NumberRange.DISPLAY : isOfBytes ? NumberRange.TYPE : DisplayRanges.numbers(ranges);
        return new PictureSource(
                image,
                channels,
                ranges,
                isOfBytes,
                new Reading(range, has > 1 ? reading.rgb() : ChannelOrder.STORED),
                isShown ? ShownComposite.of(image, hasDisplayRange) : null);
    }

    /** The picture whose first channel is that slice of the stack. */
    Picture picture(int firstSlice) {
        if (shown == null) return new MemoryPicture(pixels(firstSlice), image.getWidth(), image.getHeight());
        List<Pixels> greys = shown.channels().stream()
                .map(channel -> grey(plane(firstSlice, channel), ranges.get(channel - 1)))
                .toList();
        return shown.colours().picture(greys, image.getWidth(), image.getHeight());
    }

    private Pixels pixels(int firstSlice) {
        if (isColour(image)) return colours(image.getStack().getProcessor(firstSlice));
        List<Object> planes =
                channels.stream().map(channel -> plane(firstSlice, channel)).toList();
        return isOfBytes ? bytes(planes) : deep(planes);
    }

    private Object plane(int firstSlice, int channel) {
        return image.getStack().getProcessor(firstSlice + channel - 1).getPixels();
    }

    private Pixels grey(Object plane, Samples.Range range) {
        if (isOfBytes) return bytes(List.of(plane));
        Samples samples = samples(plane, range);
        return new Pixels.HighBitDepth(new Samples[] {samples}, 0, samples.length());
    }

    private Pixels colours(ImageProcessor slice) {
        int[] rgb = (int[]) slice.convertToRGB().getPixels();
        if (isOfBytes) return new Pixels.Packed(rgb, 0, rgb.length, false);
        Samples[] samples = new Samples[3];
        for (int c = 0; c < 3; c++) {
            short[] values = new short[rgb.length];
            for (int i = 0; i < values.length; i++) values[i] = (short) (rgb[i] >> 16 - 8 * c & 255);
            samples[c] = new Samples.Shorts(values, ranges.get(c));
        }
        return new Pixels.HighBitDepth(samples, 0, rgb.length);
    }

    private static Pixels bytes(List<Object> planes) {
        List<byte[]> arrays = new ArrayList<>();
        for (Object plane : planes) arrays.add((byte[]) plane);
        int length = arrays.get(0).length;
        if (arrays.size() == 2) arrays.add(new byte[length]); // red and green: no blue
        return new Pixels.Planar(arrays.toArray(byte[][]::new), 0, length);
    }

    private Pixels deep(List<Object> planes) {
        List<Samples> samples = new ArrayList<>();
        for (int c = 0; c < planes.size(); c++) samples.add(samples(planes.get(c), ranges.get(c)));
        int length = samples.get(0).length();
        if (samples.size() == 2) samples.add(new Samples.Shorts(new short[length], Samples.Range.UNIT));
        return new Pixels.HighBitDepth(samples.toArray(Samples[]::new), 0, length);
    }

    private static Samples samples(Object plane, Samples.Range range) {
        if (plane instanceof float[] floats) return new Samples.Floats(floats, range);
        if (plane instanceof short[] shorts) return new Samples.Shorts(shorts, range);
        byte[] bytes = (byte[]) plane;
        short[] values = new short[bytes.length];
        for (int i = 0; i < values.length; i++) values[i] = (short) (bytes[i] & 255);
        return new Samples.Shorts(values, range);
    }

    private static boolean isColour(ImagePlus image) {
        return image.getType() == ImagePlus.COLOR_RGB || image.getType() == ImagePlus.COLOR_256;
    }
}
