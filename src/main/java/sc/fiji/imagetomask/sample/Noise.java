package sc.fiji.imagetomask.sample;

/** Smooth noise from whole-number hashes: the same on every machine. */
final class Noise {

    private final long seed;

    Noise(long seed) {
        this.seed = seed;
    }

    /** Uncorrelated, 0..1, at whole coordinates. */
    double white(long x, long y) {
        long h = seed * 0x9E3779B97F4A7C15L + x * 0xC2B2AE3D27D4EB4FL + y * 0x165667B19E3779F9L;
        h = (h ^ h >>> 30) * 0xBF58476D1CE4E5B9L;
        h = (h ^ h >>> 27) * 0x94D049BB133111EBL;
        return ((h ^ h >>> 31) >>> 11) * 0x1p-53;
    }

    /** Blobs of about one unit, 0..1. */
    double blobs(double x, double y) {
        long left = (long) Math.floor(x);
        long top = (long) Math.floor(y);
        double fx = ease(x - left);
        double fy = ease(y - top);
        return mix(
                mix(white(left, top), white(left + 1, top), fx),
                mix(white(left, top + 1), white(left + 1, top + 1), fx),
                fy);
    }

    /** Clouds: blobs of one unit with ever finer ones on them, 0..1. */
    double clouds(double x, double y, int octaves) {
        double sum = 0;
        double weight = 0.5;
        double total = 0;
        for (int i = 0; i < octaves; i++) {
            sum += weight * blobs(x + 17.3 * i, y - 9.1 * i);
            total += weight;
            weight /= 2;
            x *= 2;
            y *= 2;
        }
        return sum / total;
    }

    static double mix(double a, double b, double t) {
        return a + (b - a) * t;
    }

    /** 0 below {@code from}, 1 above {@code to}, smooth between. */
    static double step(double from, double to, double x) {
        return ease(Math.min(1, Math.max(0, (x - from) / (to - from))));
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }
}
