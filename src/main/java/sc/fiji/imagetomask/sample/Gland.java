package sc.fiji.imagetomask.sample;

/**
 * A gland cut across: a ring of tall cells around a white lumen, with a wavy outline.
 *
 * @param x centre in pixels
 * @param y centre in pixels
 * @param radius mean radius in pixels
 * @param flat height by width
 * @param wall thickness of the ring of cells in pixels
 * @param stained share of the cells, 0..1, that carry the brown stain
 * @param noise its own outline
 */
record Gland(double x, double y, double radius, double flat, double wall, double stained, Noise noise) {

    private static final double CELL = 11;

    /** How deep within the gland a place is, in pixels; negative outside. */
    double depth(double px, double py) {
        double angle = angle(px, py);
        double wave = 0;
        for (int k = 2; k < 7; k++)
            wave += (noise.white(k, 0) - 0.5) * 0.55 / k * StrictMath.cos(k * angle + 6.28 * noise.white(k, 1));
        double distance = StrictMath.hypot(px - x, (py - y) / flat);
        return radius * (1 + wave) - distance;
    }

    double angle(double px, double py) {
        return StrictMath.atan2((py - y) / flat, px - x);
    }

    /** How many cells stand side by side around the lumen. */
    int cells() {
        return (int) (2 * Math.PI * (radius - wall / 2) * (1 + flat) / 2 / CELL);
    }

    /** Which cell a direction lies in, and how far from its left wall: whole part and fraction. */
    double cell(double angle) {
        double turn = angle / (2 * Math.PI);
        return (turn - Math.floor(turn)) * cells();
    }

    boolean isStained(long cell) {
        return noise.white(cell, 7) < stained;
    }

    /** The place at that depth below the outline, in that direction. */
    double[] at(double angle, double depth) {
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle) * flat;
        double reach = radius + depth(x + cos * radius, y + sin * radius) - depth;
        return new double[] {x + cos * reach, y + sin * reach};
    }
}
