package sc.fiji.imagetomask.channel;

/**
 * How far two colours of CIELAB are apart.
 *
 * <p>Source: CIE 15:2004 (CIE76, CIEDE2000); G. Sharma, W. Wu and E. N. Dalal, The CIEDE2000 Color-Difference Formula:
 * Implementation Notes, Supplementary Test Data, and Mathematical Observations, Color Research and Application 30 (2005),
 * for the cases at the hue of 0 degrees. All weights are 1.
 */
public enum ColourDifference {
    /** The distance in a straight line: sqrt(dL*^2 + da*^2 + db*^2). */
    CIE76 {
        @Override
        double squaredLightness(double l, double reference) {
            return (l - reference) * (l - reference);
        }

        @Override
        double squaredColour(double a, double b, double referenceA, double referenceB) {
            return (a - referenceA) * (a - referenceA) + (b - referenceB) * (b - referenceB);
        }
    },
    /** As people see it: differences in blue and in strong colours count less, those among greys more. */
    CIEDE2000 {
        @Override
        double squaredLightness(double l, double reference) {
            double middle = (l + reference) / 2 - 50;
            double weight = 1 + 0.015 * middle * middle / Math.sqrt(20 + middle * middle);
            return (l - reference) * (l - reference) / (weight * weight);
        }

        @Override
        double squaredColour(double a1, double b1, double a2, double b2) {
            return ciede2000(a1, b1, a2, b2);
        }

        @Override
        double nearColour(double a1, double b1, double a2, double b2) {
            return NearCiede2000.squaredColour(a1, b1, a2, b2);
        }
    };

    /**
     * The part of the squared difference that comes from lightness.
     *
     * @param l L*, 0..100
     * @param reference L* of the other colour
     */
    abstract double squaredLightness(double l, double reference);

    /** The part that comes from a* and b*. */
    abstract double squaredColour(double a, double b, double referenceA, double referenceB);

    /** Nearly the same in less time; NaN where rounding decides on which side of a jump it is. */
    double nearColour(double a, double b, double referenceA, double referenceB) {
        return squaredColour(a, b, referenceA, referenceB);
    }

    private static double ciede2000(double a1, double b1, double a2, double b2) {
        double meanChroma = (length(a1, b1) + length(a2, b2)) / 2;
        double stretch = 1 + 0.5 * (1 - fade(meanChroma));
        double c1 = length(a1 * stretch, b1);
        double c2 = length(a2 * stretch, b2);
        double h1 = degrees(a1 * stretch, b1);
        double h2 = degrees(a2 * stretch, b2);
        double turn = c1 * c2 == 0 ? 0 : shortest(h2 - h1);
        double dChroma = c2 - c1;
        double dHue = 2 * Math.sqrt(c1 * c2) * sine(turn / 2);
        double chroma = (c1 + c2) / 2;
        double hue = meanHue(c1 * c2, h1, h2);
        double t = 1
                - 0.17 * cosine(hue - 30)
                + 0.24 * cosine(2 * hue)
                + 0.32 * cosine(3 * hue + 6)
                - 0.20 * cosine(4 * hue - 63);
        double byChroma = dChroma / (1 + 0.045 * chroma);
        double byHue = dHue / (1 + 0.015 * chroma * t);
        double blue = (hue - 275) / 25;
        double rotation = -2 * fade(chroma) * sine(60 * StrictMath.exp(-blue * blue));
        return byChroma * byChroma + byHue * byHue + rotation * byChroma * byHue;
    }

    /** sqrt(C^7 / (C^7 + 25^7)). */
    private static double fade(double chroma) {
        double seventh = StrictMath.pow(chroma, 7);
        return Math.sqrt(seventh / (seventh + 6103515625.0));
    }

    private static double length(double a, double b) {
        return Math.sqrt(a * a + b * b);
    }

    /** 0..360; 0 for grey. */
    private static double degrees(double a, double b) {
        double degrees = StrictMath.toDegrees(StrictMath.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double shortest(double turn) {
        return turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn;
    }

    private static double meanHue(double product, double h1, double h2) {
        double sum = h1 + h2;
        if (product == 0) return sum;
        if (Math.abs(h1 - h2) <= 180) return sum / 2;
        return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
    }

    private static double cosine(double degrees) {
        return StrictMath.cos(Math.toRadians(degrees));
    }

    private static double sine(double degrees) {
        return StrictMath.sin(Math.toRadians(degrees));
    }
}
