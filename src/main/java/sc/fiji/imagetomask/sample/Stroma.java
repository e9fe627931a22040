package sc.fiji.imagetomask.sample;

/** The pink fibres between and around glands, with white gaps. */
final class Stroma {

    private static final int WIDTH = TissueSection.WIDTH;
    private static final int HEIGHT = TissueSection.HEIGHT;
    private static final int FIBRE = 18;

    private final double[] depth;
    private final Noise noise;
    private final double[] landscape = new double[WIDTH * HEIGHT];

    /** Between glands of that depth. */
    Stroma(double[] depth, Noise noise) {
        this.depth = depth;
        this.noise = noise;
        for (int i = 0; i < landscape.length; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            landscape[i] =
                    1.6 * noise.clouds(x / 150.0 + 3, y / 150.0 + 5, 3) + StrictMath.exp(Math.min(0, depth[i]) / 28);
        }
    }

    /** Along the contour lines of the landscape, in radians. */
    double direction(double x, double y) {
        int px = Math.min(WIDTH - 3, Math.max(2, (int) x));
        int py = Math.min(HEIGHT - 3, Math.max(2, (int) y));
        int i = py * WIDTH + px;
        double dx = landscape[i + 2] - landscape[i - 2];
        double dy = landscape[i + 2 * WIDTH] - landscape[i - 2 * WIDTH];
        return StrictMath.atan2(dx, -dy);
    }

    double pink(int x, int y) {
        double fibre = (fibre(x, y, 2.2) - 0.5) * 2.6 + (fibre(x, y, 5) - 0.5) * 2.2 + 0.5;
        double loose = noise.clouds(x / 110.0 + 70, y / 110.0, 3);
        double cleft = Noise.step(0.3, 0.05, fibre - 0.8 * (loose - 0.5)) * Noise.step(-2, -6, depth[y * WIDTH + x]);
        double body = 0.2 + 0.5 * Math.min(1.3, Math.max(0, fibre)) - 0.3 * (loose - 0.4);
        return Math.max(0.03, body * (1 - 0.93 * cleft));
    }

    double purple(int x, int y) {
        return 0.03 + 0.12 * noise.clouds(x / 70.0, y / 70.0 + 33, 3);
    }

    /** Noise of that grain, drawn out along the direction of the fibres, 0..1. */
    private double fibre(int x, int y, double grain) {
        double sum = noise.blobs(x / grain, y / grain);
        for (int way = -1; way <= 1; way += 2) {
            double px = x;
            double py = y;
            for (int i = 0; i < FIBRE; i++) {
                double angle = direction(px, py);
                px += way * StrictMath.cos(angle) * 1.5;
                py += way * StrictMath.sin(angle) * 1.5;
                sum += noise.blobs(px / grain, py / grain);
            }
        }
        return sum / (2 * FIBRE + 1);
    }
}
