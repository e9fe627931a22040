package sc.fiji.imagetomask.cli;

import java.util.Arrays;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.channel.Yuv;
import sc.fiji.imagetomask.engine.Pixels;

/**
 * A slice as it came from a file: one array of unsigned bytes per channel.
 *
 * @param channels grey; grey, alpha; r, g, b; or r, g, b, a
 * @param width in pixels
 * @param height in pixels
 */
record Planes(byte[][] channels, int width, int height) {

    MemoryPicture picture() {
        return new MemoryPicture(new Pixels.Planar(channels, 0, width * height), width, height);
    }

    /** Grey as it is; colours as their {@link Yuv#luma}; alpha ignored. */
    MemoryMask mask() {
        if (channels.length < 3) return new MemoryMask(channels[0], width, height);
        byte[] luma = new byte[width * height];
        for (int i = 0; i < luma.length; i++)
            luma[i] = (byte) Yuv.luma(channels[0][i] & 255, channels[1][i] & 255, channels[2][i] & 255);
        return new MemoryMask(luma, width, height);
    }

    /** The first n channels alone. */
    Planes first(int n) {
        return new Planes(Arrays.copyOf(channels, n), width, height);
    }

    /** Of colours that were multiplied by alpha: min(255, 255 c / alpha), truncated; 0 where alpha is 0. */
    Planes unmultiplied() {
        byte[] alpha = channels[channels.length - 1];
        for (byte[] channel : first(channels.length - 1).channels)
            for (int i = 0; i < alpha.length; i++) {
                int a = alpha[i] & 255;
                channel[i] = a == 0 ? 0 : (byte) Math.min(255, (channel[i] & 255) * 255 / a);
            }
        return this;
    }

    /** Turned upright from a TIFF orientation of 1 (upright already) to 8. */
    Planes upright(int orientation) {
        if (orientation < 2 || orientation > 8) return this;
        boolean swapped = orientation > 4;
        int newWidth = swapped ? height : width;
        int newHeight = swapped ? width : height;
        boolean fromRight = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
        boolean fromBottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
        byte[][] turned = new byte[channels.length][width * height];
        for (int y = 0, to = 0; y < newHeight; y++)
            for (int x = 0; x < newWidth; x++, to++) {
                int column = swapped ? y : x;
                int row = swapped ? x : y;
                int from = (fromBottom ? height - 1 - row : row) * width + (fromRight ? width - 1 - column : column);
                for (int c = 0; c < channels.length; c++) turned[c][to] = channels[c][from];
            }
        return new Planes(turned, newWidth, newHeight);
    }

    /** On a larger canvas of one colour, which has a value for each channel. */
    Planes on(byte[] colour, int left, int top, int canvasWidth, int canvasHeight) {
        byte[][] canvas = new byte[channels.length][canvasWidth * canvasHeight];
        for (int c = 0; c < channels.length; c++) {
            Arrays.fill(canvas[c], colour[c]);
            for (int y = 0; y < height; y++)
                System.arraycopy(channels[c], y * width, canvas[c], (top + y) * canvasWidth + left, width);
        }
        return new Planes(canvas, canvasWidth, canvasHeight);
    }
}
