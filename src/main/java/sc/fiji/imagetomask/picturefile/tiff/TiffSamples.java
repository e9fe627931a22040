package sc.fiji.imagetomask.picturefile.tiff;

import java.nio.ByteBuffer;
import java.util.Arrays;
import sc.fiji.imagetomask.picturefile.ByteRaster;
import sc.fiji.imagetomask.picturefile.GreyRaster;
import sc.fiji.imagetomask.picturefile.HighBitDepthRaster;
import sc.fiji.imagetomask.picturefile.PictureRaster;

/** Takes the values of the channels out of the rows of a decoded strip or tile of a TIFF, as they are stored. */
final class TiffSamples {

    private TiffSamples() {}

    /**
     * A channel for each value of a pixel.
     *
     * @param data rows in their byte order
     * @param rowBytes of each
     * @param samples how many values a pixel has
     * @param width how many pixels of each row are taken
     */
    static PictureRaster of(ByteBuffer data, int rowBytes, TiffValues values, int samples, int width, int height) {
        if (values.areBytes()) return bytes(data, rowBytes, values, samples, width, height);
        if (values.isShort() && samples == 1) return shorts(data, rowBytes, width, height);
        float[][] channels = new float[samples][width * height];
        each(data, rowBytes, values, channels, width, height);
        return new HighBitDepthRaster(channels, values.range(), width, height);
    }

    private static GreyRaster shorts(ByteBuffer data, int rowBytes, int width, int height) {
        short[] all = new short[width * height];
        for (int y = 0; y < height; y++)
            data.slice(y * rowBytes, rowBytes)
                    .order(data.order())
                    .asShortBuffer()
                    .get(all, y * width, width);
        return new GreyRaster(all, width, height);
    }

    private static void each(
            ByteBuffer data, int rowBytes, TiffValues values, float[][] channels, int width, int height) {
        for (int y = 0, i = 0; y < height; y++) {
            TiffValues.Row row = values.new Row(data, y * rowBytes);
            for (int x = 0; x < width; x++, i++) for (float[] channel : channels) channel[i] = row.next();
        }
    }

    private static ByteRaster bytes(
            ByteBuffer data, int rowBytes, TiffValues values, int samples, int width, int height) {
        byte[] stored = data.array();
        if (values.bits() == Byte.SIZE && samples == 1 && rowBytes == width)
            return new ByteRaster(
                    new byte[][] {stored.length == width * height ? stored : Arrays.copyOf(stored, width * height)},
                    width,
                    height);
        byte[][] channels = new byte[samples][width * height];
        for (int y = 0, i = 0; y < height; y++)
            if (values.bits() == Byte.SIZE)
                for (int x = 0, at = y * rowBytes; x < width; x++, i++)
                    for (int c = 0; c < samples; c++) channels[c][i] = stored[at++];
            else {
                TiffValues.Row row = values.new Row(data, y * rowBytes);
                for (int x = 0; x < width; x++, i++)
                    for (int c = 0; c < samples; c++) channels[c][i] = (byte) (int) row.next();
            }
        return new ByteRaster(channels, width, height);
    }
}
