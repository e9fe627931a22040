package sc.fiji.imagetomask.picturefile.raster;

import sc.fiji.imagetomask.memory.ArrayPool;
import sc.fiji.imagetomask.picturefile.ByteRaster;
import sc.fiji.imagetomask.picturefile.GreyRaster;
import sc.fiji.imagetomask.picturefile.HighBitDepthRaster;
import sc.fiji.imagetomask.picturefile.PictureRaster;
import sc.fiji.imagetomask.reading.NumberRange;

/** The values of a PNG's pixels, from the bytes that they are stored in. */
final class PngSamples {

    /** Of 16 bits. */
    private static final int MOST = 65535;

    private PngSamples() {}

    /** Planes with a byte for each pixel, from those with several pixels in a byte, the first one highest. */
    static byte[][] unpacked(PngHeader header, byte[][] stored, int width, int height) {
        int bits = header.bits();
        if (bits >= Byte.SIZE) return stored;
        int rowBytes = (int) header.rowBytes(width);
        byte[] pixels = new byte[width * height];
        for (int y = 0, i = 0; y < height; y++)
            for (int x = 0; x < width; x++, i++) {
                int bit = x * bits;
                int value = stored[0][y * rowBytes + bit / Byte.SIZE] >> Byte.SIZE - bits - bit % Byte.SIZE;
                pixels[i] = (byte) (value & header.most());
            }
        ArrayPool.give(stored[0]);
        return new byte[][] {pixels};
    }

    /**
     * The picture, or some rows of it.
     *
     * @param planes one for each byte of a pixel
     */
    static PictureRaster raster(PngFile file, byte[][] planes, int width, int height) {
        PngHeader header = file.header();
        boolean isIndexed = header.colours() == PngHeader.INDEXED;
        if (isIndexed || header.bits() > Byte.SIZE) {
            PictureRaster raster =
                    isIndexed ? file.palette().planes(planes[0], width, height) : deep(planes, width, height);
            for (byte[] plane : planes) ArrayPool.give(plane);
            return raster;
        }
        if (header.bits() < Byte.SIZE)
            for (int i = 0; i < planes[0].length; i++) planes[0][i] = (byte) (planes[0][i] * 255 / header.most());
        return new ByteRaster(planes, width, height);
    }

    /** The higher byte comes first. */
    private static PictureRaster deep(byte[][] planes, int width, int height) {
        if (planes.length == 2) return grey(planes[0], planes[1], width, height);
        float[][] channels = new float[planes.length / 2][planes[0].length];
        for (int c = 0; c < channels.length; c++) {
            byte[] high = planes[2 * c];
            byte[] low = planes[2 * c + 1];
            for (int i = 0; i < high.length; i++) channels[c][i] = (high[i] & 255) << 8 | low[i] & 255;
        }
        return new HighBitDepthRaster(channels, new NumberRange.Span(0, MOST), width, height);
    }

    private static GreyRaster grey(byte[] high, byte[] low, int width, int height) {
        short[] values = new short[high.length];
        for (int i = 0; i < values.length; i++) values[i] = (short) (high[i] << 8 | low[i] & 255);
        return new GreyRaster(values, width, height);
    }
}
