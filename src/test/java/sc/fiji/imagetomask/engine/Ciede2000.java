package sc.fiji.imagetomask.engine;

/** CIEDE2000 once more, with hues in radians and the means as vectors, as its authors' test data demand. */
public final class Ciede2000 {

    private Ciede2000() {}

    /** Between two colours L*, a*, b*. */
    public static double difference(double[] one, double[] other) {
        double mean = (Math.hypot(one[1], one[2]) + Math.hypot(other[1], other[2])) / 2;
        double g = 0.5 * (1 - Math.sqrt(Math.pow(mean, 7) / (Math.pow(mean, 7) + Math.pow(25, 7))));
        double a1 = (1 + g) * one[1];
        double a2 = (1 + g) * other[1];
        double c1 = Math.hypot(a1, one[2]);
        double c2 = Math.hypot(a2, other[2]);
        double h1 = turn(Math.atan2(one[2], a1));
        double h2 = turn(Math.atan2(other[2], a2));
        boolean grey = c1 == 0 || c2 == 0;
        double dh = grey ? 0 : Math.IEEEremainder(h2 - h1, 2 * Math.PI);
        double hue = grey ? h1 + h2 : turn((h1 + h2) / 2 + (Math.abs(h1 - h2) > Math.PI ? Math.PI : 0));
        double chroma = (c1 + c2) / 2;
        double light = Math.pow((one[0] + other[0]) / 2 - 50, 2);
        double sl = 1 + 0.015 * light / Math.sqrt(20 + light);
        double sc = 1 + 0.045 * chroma;
        double t = 1
                - 0.17 * Math.cos(hue - Math.PI / 6)
                + 0.24 * Math.cos(2 * hue)
                + 0.32 * Math.cos(3 * hue + Math.PI / 30)
                - 0.20 * Math.cos(4 * hue - 7 * Math.PI / 20);
        double sh = 1 + 0.015 * chroma * t;
        double around = Math.PI / 3 * Math.exp(-Math.pow((Math.toDegrees(hue) - 275) / 25, 2));
        double rc = 2 * Math.sqrt(Math.pow(chroma, 7) / (Math.pow(chroma, 7) + Math.pow(25, 7)));
        double dl = (other[0] - one[0]) / sl;
        double dc = (c2 - c1) / sc;
        double dH = 2 * Math.sqrt(c1 * c2) * Math.sin(dh / 2) / sh;
        return Math.sqrt(dl * dl + dc * dc + dH * dH - Math.sin(around) * rc * dc * dH);
    }

    private static double turn(double angle) {
        double full = 2 * Math.PI;
        return (angle % full + full) % full;
    }
}
