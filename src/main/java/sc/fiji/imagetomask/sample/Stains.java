package sc.fiji.imagetomask.sample;

/**
 * The amount of three dyes in each pixel of a section, and the colour of the transmitted light: Beer and Lambert's law
 * with the usual absorbances of haematoxylin (purple), eosin (pink) and DAB (brown).
 */
final class Stains {

    private static final double[] HAEMATOXYLIN = {0.60, 0.715, 0.36};
    private static final double[] EOSIN = {0.15, 0.81, 0.50};
    private static final double[] DAB = {0.27, 0.57, 0.78};
    private static final double[] LAMP = {247, 245, 246};

    final int width;
    final int height;
    final double[] purple;
    final double[] pink;
    final double[] brown;

    Stains(int width, int height) {
        this.width = width;
        this.height = height;
        purple = new double[width * height];
        pink = new double[width * height];
        brown = new double[width * height];
    }

    /** The picture as 0xffRRGGBB, slightly out of focus and with the camera's grain. */
    int[] develop(Noise grain) {
        double[][] dyes = {blurred(purple), blurred(pink), blurred(brown)};
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            int pixel = 0xff;
            for (int c = 0; c < 3; c++) {
                double absorbed = dyes[0][i] * HAEMATOXYLIN[c] + dyes[1][i] * EOSIN[c] + dyes[2][i] * DAB[c];
                double light = LAMP[c] * StrictMath.exp(-absorbed);
                double noise = (grain.white(i, c) + grain.white(i, c + 3) - 1) * 0.9;
                pixel = pixel << 8 | (int) Math.min(255, Math.max(0, light + noise + 0.5));
            }
            argb[i] = pixel;
        }
        return argb;
    }

    private double[] blurred(double[] dye) {
        double[] rows = new double[dye.length];
        double[] both = new double[dye.length];
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) {
                int row = y * width;
                double sides = dye[row + Math.max(0, x - 1)] + dye[row + Math.min(width - 1, x + 1)];
                rows[row + x] = dye[row + x] / 2 + sides / 4;
            }
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) {
                double sides = rows[Math.max(0, y - 1) * width + x] + rows[Math.min(height - 1, y + 1) * width + x];
                both[y * width + x] = rows[y * width + x] / 2 + sides / 4;
            }
        return both;
    }
}
