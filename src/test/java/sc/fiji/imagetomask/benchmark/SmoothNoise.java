package sc.fiji.imagetomask.benchmark;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import sc.fiji.imagetomask.engine.Pixels;

/** A square picture with fine noise, and a mask of noise; the same for the same size. */
record SmoothNoise(int size, int[] argb, byte[] mask) {

    private static final int CELL = 16;
    private static final int NOISE = 8;
    private static final int PHOTOGRAPH_NOISE = 4;

    /** Of smooth colours: each square of 16 x 16 pixels has a random colour at each corner, so it has all colours. */
    static SmoothNoise of(int size) {
        int cells = size / CELL + 2;
        int[] base = new Random(1).ints(3 * cells * cells, 0, 256).toArray();
        return withNoise(
                size, (c, x, y) -> smooth(base, (c * cells + y / CELL) * cells + x / CELL, cells, x, y), NOISE);
    }

    /** Of a picture file that is enlarged to this size: it has the colours of a photograph. */
    static SmoothNoise of(int size, File file) throws IOException {
        BufferedImage enlarged = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = enlarged.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(ImageIO.read(file), 0, 0, size, size, null);
        graphics.dispose();
        return withNoise(size, (c, x, y) -> enlarged.getRGB(x, y) >> 16 - 8 * c & 255, PHOTOGRAPH_NOISE);
    }

    /** Red, green or blue of the picture without noise. */
    private interface Smooth {
        double value(int c, int x, int y);
    }

    private static SmoothNoise withNoise(int size, Smooth smooth, int noise) {
        int[] argb = new int[size * size];
        byte[] mask = new byte[size * size];
        IntStream.range(0, size).parallel().forEach(y -> {
            Random random = new Random(y);
            for (int x = 0; x < size; x++) {
                int pixel = 0xff;
                for (int c = 0; c < 3; c++) {
                    double value = smooth.value(c, x, y) + random.nextInt(2 * noise + 1) - noise;
                    pixel = pixel << 8 | (int) Math.max(0, Math.min(255, value));
                }
                argb[y * size + x] = pixel;
                mask[y * size + x] = (byte) random.nextInt();
            }
        });
        return new SmoothNoise(size, argb, mask);
    }

    /** The picture as it is. */
    Pixels.Packed packed() {
        return new Pixels.Packed(argb, 0, argb.length, false);
    }

    /** The picture as planes of red, green and blue. */
    Pixels.Planar planar() {
        byte[][] planes = new byte[3][argb.length];
        for (int i = 0; i < argb.length; i++) for (int c = 0; c < 3; c++) planes[c][i] = (byte) (argb[i] >> 16 - 8 * c);
        return new Pixels.Planar(planes, 0, argb.length);
    }

    /** Between the four colours around. */
    private static double smooth(int[] base, int i, int cells, int x, int y) {
        double fx = x % CELL / (double) CELL;
        double fy = y % CELL / (double) CELL;
        return (base[i] * (1 - fx) + base[i + 1] * fx) * (1 - fy)
                + (base[i + cells] * (1 - fx) + base[i + cells + 1] * fx) * fy;
    }
}
