package sc.fiji.imagetomask.picturefile.tiff;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import sc.fiji.imagetomask.picturefile.ByteRaster;

/**
 * Colours of a TIFF that are stored as Y, Cb and Cr, of 8 bits each and not as JPEG: blocks of pixels with a Y each share one
 * Cb and one Cr (TIFF 6.0, section 21). They become red, green and blue in whole numbers as libtiff computes them
 * ({@code tif_color.c}).
 */
final class TiffYCbCr {

    private static final int ONE = 1 << 16;

    private final int across;
    private final int down;
    private final int[] y = new int[256];
    private final int[] redOfCr = new int[256];
    private final int[] blueOfCb = new int[256];
    private final int[] greenOfCr = new int[256];
    private final int[] greenOfCb = new int[256];

    TiffYCbCr(TiffDirectory fields) throws IOException {
        long[] shared = fields.has(TiffTag.YCBCR_SUBSAMPLING)
                ? fields.numbers(TiffTag.YCBCR_SUBSAMPLING, 0, 2)
                : new long[] {2, 2};
        for (long n : shared)
            if (n != 1 && n != 2 && n != 4)
                throw new IOException("its chroma subsampling is " + n + ", but must be 1, 2 or 4");
        across = (int) shared[0];
        down = (int) shared[1];
        float[] luma = floats(fields.rationals(TiffTag.YCBCR_COEFFICIENTS, 3, 0.299f, 0.587f, 0.114f));
        float[] ends = floats(fields.rationals(TiffTag.REFERENCE_BLACK_WHITE, 6, 0, 255, 128, 255, 128, 255));
        float red = 2 - 2 * luma[0];
        float blue = 2 - 2 * luma[2];
        for (int i = 0; i < 256; i++) {
            int cb = (int) limited(scaled(i - 128, ends[2] - 128, ends[3] - 128, 127));
            int cr = (int) limited(scaled(i - 128, ends[4] - 128, ends[5] - 128, 127));
            y[i] = (int) limited(scaled(i, ends[0], ends[1], 255));
            redOfCr[i] = fixed(red) * cr + ONE / 2 >> 16;
            blueOfCb[i] = fixed(blue) * cb + ONE / 2 >> 16;
            greenOfCr[i] = -fixed(luma[0] * red / luma[1]) * cr;
            greenOfCb[i] = -fixed(luma[2] * blue / luma[1]) * cb + ONE / 2;
        }
    }

    private static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) floats[i] = (float) numbers[i];
        return floats;
    }

    private static float scaled(int code, float black, float white, float range) {
        float span = white - black;
        return (code - (int) black) * range / (span == 0 ? 1 : span);
    }

    private static float limited(float value) {
        return Math.max(-128f * 32, Math.min(128f * 32, value));
    }

    private static int fixed(float factor) {
        return (int) (factor * ONE + 0.5);
    }

    /** How many bytes a strip or tile of that size has. */
    int bytes(int width, int height) throws IOException {
        long bytes = (long) units(width, across) * units(height, down) * (across * down + 2);
        if (bytes > Integer.MAX_VALUE - 8) throw new EOFException();
        return (int) bytes;
    }

    private static int units(int pixels, int shared) {
        return (int) (((long) pixels + shared - 1) / shared);
    }

    /**
     * As red, green and blue.
     *
     * @param storedWidth of the strip or tile
     * @param width how many pixels of each row are taken
     */
    ByteRaster colours(ByteBuffer data, int storedWidth, int width, int height) {
        byte[][] rgb = new byte[3][width * height];
        int unit = across * down + 2;
        int rowBytes = units(storedWidth, across) * unit;
        for (int row = 0, i = 0; row < height; row++)
            for (int x = 0; x < width; x++, i++) {
                int at = row / down * rowBytes + x / across * unit;
                int luma = y[data.get(at + row % down * across + x % across) & 255];
                int cb = data.get(at + unit - 2) & 255;
                int cr = data.get(at + unit - 1) & 255;
                rgb[0][i] = clamped(luma + redOfCr[cr]);
                rgb[1][i] = clamped(luma + (greenOfCb[cb] + greenOfCr[cr] >> 16));
                rgb[2][i] = clamped(luma + blueOfCb[cb]);
            }
        return new ByteRaster(rgb, width, height);
    }

    private static byte clamped(int value) {
        return (byte) Math.max(0, Math.min(255, value));
    }
}
