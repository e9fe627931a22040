package sc.fiji.imagetomask.picturefile;

import java.util.Arrays;
import java.util.List;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.reading.MaskPixels;
import sc.fiji.imagetomask.reading.NumberRange;

/**
 * A slice with more than 8 bits per channel, or with bytes that are to be scaled: one array of stored values per
 * channel.
 *
 * @param channels not scaled
 * @param type the range of the type: 0 and 255 or 65535, or 0 and 1 for floating point
 * @param width in pixels
 * @param height in pixels
 */
public record HighBitDepthRaster(float[][] channels, NumberRange.Span type, int width, int height)
        implements PictureRaster {

    /** With the range from 0 to that value. */
    HighBitDepthRaster(float[][] channels, float most, int width, int height) {
        this(channels, new NumberRange.Span(0, most), width, height);
    }

    /** One with 16-bit numbers in this form. */
    public static HighBitDepthRaster of(PictureRaster other) {
        return other instanceof GreyRaster grey ? grey.deep() : (HighBitDepthRaster) other;
    }

    @Override
    public int count() {
        return channels.length;
    }

    @Override
    public MemoryPicture picture(NumberRange range) {
        return new MemoryPicture(pixels(range), width, height);
    }

    private Pixels.HighBitDepth pixels(NumberRange range) {
        List<NumberRange.Span> spans = range.of(channels.length, type);
        Samples[] samples = new Samples[channels.length];
        short[] greys = samples.length == 1 ? greys(channels[0]) : null;
        if (greys != null) samples[0] = new Samples.Shorts(greys, spans.get(0).samples());
        else
            for (int c = 0; c < samples.length; c++)
                samples[c] = new Samples.Floats(channels[c], spans.get(c).samples());
        return new Pixels.HighBitDepth(samples, 0, width * height);
    }

    /** The values as whole numbers of 16 bits, for which engines have tables; null if one is none. */
    private static short[] greys(float[] values) {
        short[] greys = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            int grey = (int) values[i];
            if (grey != values[i] || grey >>> Short.SIZE != 0) return null;
            greys[i] = (short) grey;
        }
        return greys;
    }

    @Override
    public WeightMap mask() {
        return MaskPixels.of(pixels(NumberRange.TYPE), width, height);
    }

    @Override
    public HighBitDepthRaster choose(List<Integer> chosen) {
        return new HighBitDepthRaster(
                chosen.stream().map(c -> channels[c]).toArray(float[][]::new), type, width, height);
    }

    @Override
    public HighBitDepthRaster unmultiplied() {
        float[] alpha = channels[channels.length - 1];
        float most = (float) type.max();
        for (int c = 0; c < channels.length - 1; c++)
            for (int i = 0; i < alpha.length; i++)
                channels[c][i] = alpha[i] == 0 ? 0 : channels[c][i] * most / alpha[i];
        return this;
    }

    @Override
    public HighBitDepthRaster and(PictureRaster other) {
        float[][] more = of(other).channels;
        float[][] all = Arrays.copyOf(channels, channels.length + more.length);
        System.arraycopy(more, 0, all, channels.length, more.length);
        return new HighBitDepthRaster(all, type, width, height);
    }

    @Override
    public HighBitDepthRaster upright(int orientation) {
        Orientation upright = new Orientation(orientation, width, height);
        if (upright.isNone()) return this;
        float[][] turned = new float[channels.length][width * height];
        upright.forEach((from, to) -> {
            for (int c = 0; c < channels.length; c++) turned[c][to] = channels[c][from];
        });
        return new HighBitDepthRaster(turned, type, upright.newWidth(), upright.newHeight());
    }

    @Override
    public HighBitDepthRaster blank(int newWidth, int newHeight) {
        float[][] zeros = new float[channels.length][Math.multiplyExact(newWidth, newHeight)];
        return new HighBitDepthRaster(zeros, type, newWidth, newHeight);
    }

    @Override
    public void put(PictureRaster other, int from, int rows, int left, int top) {
        HighBitDepthRaster part = (HighBitDepthRaster) other;
        for (int c = 0; c < channels.length; c++)
            for (int y = 0; y < rows; y++)
                System.arraycopy(
                        part.channels[c], (from + y) * part.width, channels[c], (top + y) * width + left, part.width);
    }
}
