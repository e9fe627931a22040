package sc.fiji.imagetomask.picturefile;

import java.util.List;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.reading.MaskPixels;
import sc.fiji.imagetomask.reading.NumberRange;

/**
 * A slice of one channel of unsigned 16-bit numbers, as they are stored: the most frequent kind of stacks, which needs half
 * the memory of a {@link HighBitDepthRaster}.
 *
 * @param values not scaled
 * @param width in pixels
 * @param height in pixels
 */
public record GreyRaster(short[] values, int width, int height) implements PictureRaster {

    private static final NumberRange.Span TYPE = new NumberRange.Span(0, 65535);

    @Override
    public int count() {
        return 1;
    }

    @Override
    public MemoryPicture picture(NumberRange range) {
        return new MemoryPicture(pixels(range), width, height);
    }

    private Pixels.HighBitDepth pixels(NumberRange range) {
        NumberRange.Span span = range.of(1, TYPE).get(0);
        return new Pixels.HighBitDepth(new Samples[] {new Samples.Shorts(values, span.samples())}, 0, width * height);
    }

    @Override
    public WeightMap mask() {
        return MaskPixels.of(pixels(NumberRange.TYPE), width, height);
    }

    @Override
    public PictureRaster choose(List<Integer> channels) {
        return channels.equals(List.of(0)) ? this : deep().choose(channels);
    }

    @Override
    public HighBitDepthRaster and(PictureRaster other) {
        return deep().and(other);
    }

    /** The same in the form that has room for several channels. */
    HighBitDepthRaster deep() {
        float[] channel = new float[values.length];
        for (int i = 0; i < channel.length; i++) channel[i] = values[i] & 0xffff;
        return new HighBitDepthRaster(new float[][] {channel}, TYPE, width, height);
    }

    @Override
    public PictureRaster unmultiplied() {
        return deep().unmultiplied();
    }

    @Override
    public GreyRaster upright(int orientation) {
        Orientation upright = new Orientation(orientation, width, height);
        if (upright.isNone()) return this;
        short[] turned = new short[values.length];
        upright.forEach((from, to) -> turned[to] = values[from]);
        return new GreyRaster(turned, upright.newWidth(), upright.newHeight());
    }

    @Override
    public GreyRaster blank(int newWidth, int newHeight) {
        return new GreyRaster(new short[Math.multiplyExact(newWidth, newHeight)], newWidth, newHeight);
    }

    @Override
    public void put(PictureRaster other, int from, int rows, int left, int top) {
        GreyRaster part = (GreyRaster) other;
        for (int y = 0; y < rows; y++)
            System.arraycopy(part.values, (from + y) * part.width, values, (top + y) * width + left, part.width);
    }
}
