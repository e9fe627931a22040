package sc.fiji.imagetomask.picturefile;

import java.util.Arrays;
import java.util.List;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.reading.MaskPixels;
import sc.fiji.imagetomask.reading.NumberRange;

/**
 * A slice as it is stored in a file: one array of unsigned bytes per channel.
 *
 * @param channels grey; grey, alpha; r, g, b; or r, g, b, a
 * @param width in pixels
 * @param height in pixels
 */
public record ByteRaster(byte[][] channels, int width, int height) implements PictureRaster {

    @Override
    public int count() {
        return channels.length;
    }

    @Override
    public MemoryPicture picture(NumberRange range) {
        return range.isType() ? new MemoryPicture(pixels(), width, height) : deep().picture(range);
    }

    private HighBitDepthRaster deep() {
        float[][] values = new float[channels.length][width * height];
        for (int c = 0; c < values.length; c++)
            for (int i = 0; i < values[c].length; i++) values[c][i] = channels[c][i] & 255;
        return new HighBitDepthRaster(values, 255, width, height);
    }

    @Override
    public WeightMap mask() {
        return MaskPixels.of(pixels(), width, height);
    }

    private Pixels.Planar pixels() {
        return new Pixels.Planar(channels, 0, width * height);
    }

    @Override
    public ByteRaster choose(List<Integer> chosen) {
        return new ByteRaster(chosen.stream().map(c -> channels[c]).toArray(byte[][]::new), width, height);
    }

    /** The colours before they were multiplied by alpha: min(255, 255 c / alpha), truncated; 0 where alpha is 0. */
    @Override
    public ByteRaster unmultiplied() {
        byte[] alpha = channels[channels.length - 1];
        for (byte[] channel : Arrays.copyOf(channels, channels.length - 1))
            for (int i = 0; i < alpha.length; i++) {
                int a = alpha[i] & 255;
                channel[i] = a == 0 ? 0 : (byte) Math.min(255, (channel[i] & 255) * 255 / a);
            }
        return this;
    }

    @Override
    public ByteRaster and(PictureRaster other) {
        byte[][] more = ((ByteRaster) other).channels;
        byte[][] all = Arrays.copyOf(channels, channels.length + more.length);
        System.arraycopy(more, 0, all, channels.length, more.length);
        return new ByteRaster(all, width, height);
    }

    @Override
    public ByteRaster upright(int orientation) {
        Orientation upright = new Orientation(orientation, width, height);
        if (upright.isNone()) return this;
        byte[][] turned = new byte[channels.length][width * height];
        upright.forEach((from, to) -> {
            for (int c = 0; c < channels.length; c++) turned[c][to] = channels[c][from];
        });
        return new ByteRaster(turned, upright.newWidth(), upright.newHeight());
    }

    @Override
    public ByteRaster blank(int newWidth, int newHeight) {
        return new ByteRaster(new byte[channels.length][Math.multiplyExact(newWidth, newHeight)], newWidth, newHeight);
    }

    @Override
    public void put(PictureRaster other, int from, int rows, int left, int top) {
        ByteRaster part = (ByteRaster) other;
        for (int c = 0; c < channels.length; c++)
            for (int y = 0; y < rows; y++)
                System.arraycopy(
                        part.channels[c], (from + y) * part.width, channels[c], (top + y) * width + left, part.width);
    }

    /** On a larger canvas of one colour, which has a value for each channel. */
    public ByteRaster on(byte[] colour, int left, int top, int canvasWidth, int canvasHeight) {
        ByteRaster canvas = blank(canvasWidth, canvasHeight);
        for (int c = 0; c < channels.length; c++) Arrays.fill(canvas.channels[c], colour[c]);
        canvas.put(this, 0, height, left, top);
        return canvas;
    }
}
