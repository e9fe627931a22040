package sc.fiji.imagetomask.sample;

import java.util.Random;

/**
 * Draws a dim fluorescence picture: what a 16-bit camera sees of cells in weak light, about 300 grey levels of 65536.
 * Red spots, green filaments, blue nuclei, on a dark offset and with the noise of few photons; the same pixels every
 * time.
 */
final class FluorescentCells {

    static final int WIDTH = 384;
    static final int HEIGHT = 256;

    private static final int OFFSET = 96;
    private static final int CELLS = 13;

    private final Random random = new Random(57);
    private final Noise noise = new Noise(57);
    private final double[][] light = new double[3][WIDTH * HEIGHT];

    private FluorescentCells() {}

    /**
     * Red, green and blue in stored values.
     *
     * @param light 1 for the full light; less after bleaching
     */
    static short[][] draw(double light) {
        FluorescentCells cells = lit();
        short[][] channels = new short[3][WIDTH * HEIGHT];
        for (int c = 0; c < 3; c++)
            for (int i = 0; i < channels[c].length; i++) channels[c][i] = cells.exposed(light * cells.light[c][i]);
        return channels;
    }

    /** The cells before a camera sees them. */
    private static FluorescentCells lit() {
        FluorescentCells cells = new FluorescentCells();
        for (int cell = 0; cell < CELLS; cell++) cells.cell(cell);
        return cells;
    }

    /** The light of red, green and blue that leaves each pixel, in photons. */
    static double[][] photons() {
        return lit().light;
    }

    private short exposed(double photons) {
        double noisy = photons + random.nextGaussian() * (2 + 0.4 * StrictMath.sqrt(photons));
        return (short) Math.max(0, Math.round(OFFSET + Math.min(300, noisy)));
    }

    private void cell(int number) {
        double x = 30 + 82 * (number % 5) + 20 * random.nextDouble() + 40 * (number / 5 % 2);
        double y = 45 + 82 * (number / 5) + 24 * random.nextDouble();
        double angle = 3 * random.nextDouble();
        double length = 13 + 4 * random.nextDouble();
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            double dx = i % WIDTH - x;
            double dy = i / WIDTH - y;
            double along = dx * StrictMath.cos(angle) + dy * StrictMath.sin(angle);
            double across = dy * StrictMath.cos(angle) - dx * StrictMath.sin(angle);
            double fromCentre = StrictMath.hypot(along / length, across / (0.72 * length));
            if (fromCentre < 4.2) glow(i, fromCentre, along, across, number);
        }
        for (int spot = 0; spot < 12; spot++) {
            double turn = 2 * Math.PI * random.nextDouble();
            double away = length * (1.1 + 1.6 * random.nextDouble());
            spot(x + away * StrictMath.cos(turn), y + away * StrictMath.sin(turn), 90 + 200 * random.nextDouble());
        }
    }

    private void glow(int i, double fromCentre, double along, double across, int number) {
        double nucleus = 1 - Noise.step(0.85, 1.1, fromCentre);
        double grain = noise.clouds(along / 6 + 50 * number, across / 6, 3);
        light[2][i] += nucleus * (70 + 330 * grain * grain);
        double body = 1 - Noise.step(1.6, 4.2, fromCentre + noise.blobs(along / 18, across / 18 + 40 * number));
        double fibre = 1 - Math.abs(2 * noise.clouds(along / 34, across / 5 + 60 * number, 2) - 1);
        light[1][i] += body * (1 - 0.7 * nucleus) * (12 + 230 * StrictMath.pow(fibre, 7));
    }

    private void spot(double x, double y, double strength) {
        for (int py = Math.max(0, (int) y - 6); py < Math.min(HEIGHT, y + 6); py++)
            for (int px = Math.max(0, (int) x - 6); px < Math.min(WIDTH, x + 6); px++) {
                double square = (px - x) * (px - x) + (py - y) * (py - y);
                light[0][py * WIDTH + px] += strength * StrictMath.exp(-square / 5);
            }
    }
}
