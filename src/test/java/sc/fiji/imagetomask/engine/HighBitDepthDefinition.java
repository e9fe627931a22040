package sc.fiji.imagetomask.engine;

import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;

/** The channels of 16-bit and 32-bit images once more, from their definitions and in double precision. */
public final class HighBitDepthDefinition {

    private static final double[] D50 = {0.9642, 1, 0.8249};
    private static final double[][] BRADFORD = {
        {0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}
    };
    private static final double[][] TO_XYZ = toXyz();

    /** Hematoxylin, eosin, DAB. */
    private static final String STAINS = "0.650,0.704,0.286;0.072,0.990,0.105;0.268,0.570,0.776";

    private HighBitDepthDefinition() {}

    /** The value, 0..255, of r, g, b, a in 0..1 or beyond. */
    public static double value(ChannelFormula formula, double red, double green, double blue, double alpha) {
        Channel channel = formula.channel();
        double r = unit(red);
        double g = unit(green);
        double b = unit(blue);
        double max = Math.max(r, Math.max(g, b));
        double min = Math.min(r, Math.min(g, b));
        double y = 0.299 * r + 0.587 * g + 0.114 * b;
        return switch (channel) {
            case RGB_R -> 255 * r;
            case RGB_G -> 255 * g;
            case RGB_B -> 255 * b;
            case ALPHA -> 255 * unit(alpha);
            case YUV_Y -> 255 * y;
            case YUV_U -> Math.min(128 + 255 * (b - y) / 1.772, 255);
            case YUV_V -> Math.min(128 + 255 * (r - y) / 1.402, 255);
            case HSV_V -> 255 * max;
            case HSV_S -> max == 0 ? 0 : 255 * (max - min) / max;
            case HSV_H -> 255 * hue(r, g, b, max, max - min) / 6;
            case STAIN_1, STAIN_2, STAIN_3 -> stain(formula, r, g, b);
            case LCH_C -> Math.hypot(lab(Channel.LAB_A, r, g, b) - 128, lab(Channel.LAB_B, r, g, b) - 128);
            case LCH_H -> hueOfLab(lab(Channel.LAB_A, r, g, b) - 128, lab(Channel.LAB_B, r, g, b) - 128);
            case DISTANCE, DISTANCE_2000 -> distance(formula, r, g, b);
            case LAB_L, LAB_A, LAB_B -> lab(channel, r, g, b);
        };
    }

    /** The amounts of three stains that explain the densities, by Cramer's rule. */
    private static double stain(ChannelFormula formula, double r, double g, double b) {
        double[][] m = new double[3][3];
        String[] vectors = STAINS.split(";");
        for (int stain = 0; stain < 3; stain++) {
            String[] numbers = vectors[stain].split(",");
            double length = 0;
            for (String number : numbers) length += Math.pow(Double.parseDouble(number), 2);
            for (int c = 0; c < 3; c++) m[c][stain] = Double.parseDouble(numbers[c]) / Math.sqrt(length);
        }
        double all = determinant(m);
        double[] colour = {r, g, b};
        for (int c = 0; c < 3; c++) m[c][formula.stain()] = -Math.log10(Math.max(colour[c], 1.0 / 255));
        return Math.max(0, Math.min(255, 100 * determinant(m) / all));
    }

    private static double hueOfLab(double a, double b) {
        double hue = Math.abs(a) < 1e-9 && Math.abs(b) < 1e-9 ? 0 : Math.atan2(b, a) / (2 * Math.PI) * 255;
        return hue < 0 ? hue + 255 : hue;
    }

    private static double distance(ChannelFormula formula, double r, double g, double b) {
        double[] one = labOf(r, g, b);
        double least = 255;
        for (int rgb : formula.colours().rgb()) {
            double[] other = labOf((rgb >> 16) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0);
            double distance = formula.channel() == Channel.DISTANCE
                    ? Math.sqrt(squared(one[0] - other[0]) + squared(one[1] - other[1]) + squared(one[2] - other[2]))
                    : Ciede2000.difference(one, other);
            least = Math.min(least, distance);
        }
        return least;
    }

    private static double squared(double x) {
        return x * x;
    }

    private static double[] labOf(double r, double g, double b) {
        return new double[] {
            lab(Channel.LAB_L, r, g, b) / 2.55, lab(Channel.LAB_A, r, g, b) - 128, lab(Channel.LAB_B, r, g, b) - 128
        };
    }

    private static double unit(double x) {
        return x < 0 ? 0 : x > 1 ? 1 : x;
    }

    private static double hue(double r, double g, double b, double max, double d) {
        if (d == 0) return 0;
        if (r == max) return ((g - b) / d + 6) % 6;
        return g == max ? 2 + (b - r) / d : 4 + (r - g) / d;
    }

    private static double lab(Channel channel, double r, double g, double b) {
        double[] light = {linear(r), linear(g), linear(b)};
        double[] f = new double[3];
        for (int i = 0; i < 3; i++) {
            double t = 0;
            for (int k = 0; k < 3; k++) t += TO_XYZ[i][k] * light[k];
            t /= D50[i];
            f[i] = t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
        }
        double value = switch (channel) {
            case LAB_L -> 2.55 * (116 * f[1] - 16);
            case LAB_A -> 500 * (f[0] - f[1]) + 128;
            default -> 200 * (f[1] - f[2]) + 128;
        };
        return value < 0 ? 0 : value > 255 ? 255 : value;
    }

    private static double linear(double v) {
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    /** sRGB's primaries and white (D65), adapted to D50 by Bradford's matrix. */
    private static double[][] toXyz() {
        double[][] primaries = columns(xyz(0.64, 0.33), xyz(0.30, 0.60), xyz(0.15, 0.06));
        double[] white = xyz(0.3127, 0.3290);
        double[] sums = solve(primaries, white);
        double[][] rgbToXyz = new double[3][3];
        for (int i = 0; i < 3; i++) for (int k = 0; k < 3; k++) rgbToXyz[i][k] = primaries[i][k] * sums[k];
        double[] from = times(BRADFORD, white);
        double[] to = times(BRADFORD, D50);
        double[][] adapted = new double[3][3];
        for (int k = 0; k < 3; k++) {
            double[] cone = times(BRADFORD, new double[] {rgbToXyz[0][k], rgbToXyz[1][k], rgbToXyz[2][k]});
            for (int i = 0; i < 3; i++) cone[i] *= to[i] / from[i];
            double[] xyz = solve(BRADFORD, cone);
            for (int i = 0; i < 3; i++) adapted[i][k] = xyz[i];
        }
        return adapted;
    }

    private static double[] xyz(double x, double y) {
        return new double[] {x / y, 1, (1 - x - y) / y};
    }

    private static double[][] columns(double[]... columns) {
        double[][] matrix = new double[3][3];
        for (int i = 0; i < 3; i++) for (int k = 0; k < 3; k++) matrix[i][k] = columns[k][i];
        return matrix;
    }

    private static double[] times(double[][] m, double[] v) {
        double[] product = new double[3];
        for (int i = 0; i < 3; i++) for (int k = 0; k < 3; k++) product[i] += m[i][k] * v[k];
        return product;
    }

    /** Cramer's rule. */
    private static double[] solve(double[][] m, double[] v) {
        double[] solution = new double[3];
        for (int k = 0; k < 3; k++) {
            double[][] replaced = {m[0].clone(), m[1].clone(), m[2].clone()};
            for (int i = 0; i < 3; i++) replaced[i][k] = v[i];
            solution[k] = determinant(replaced) / determinant(m);
        }
        return solution;
    }

    private static double determinant(double[][] m) {
        return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
                - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
                + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
    }
}
