package sc.fiji.imagetomask.sample;

/**
 * A cell's nucleus: an uneven ellipse with grainy chromatin, a darker rim and a pale or dark spot.
 *
 * @param x centre in pixels
 * @param y centre in pixels
 * @param length half the long axis in pixels
 * @param breadth half the short axis in pixels
 * @param angle of the long axis in radians
 * @param purple haematoxylin
 * @param brown DAB
 * @param noise its own grain
 */
record Nucleus(
        double x, double y, double length, double breadth, double angle, double purple, double brown, Noise noise) {

    void stain(Stains stains) {
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        int reach = (int) (length * 1.4 + 2);
        for (int py = Math.max(0, (int) y - reach); py < Math.min(stains.height, y + reach); py++)
            for (int px = Math.max(0, (int) x - reach); px < Math.min(stains.width, x + reach); px++) {
                double u = ((px - x) * cos + (py - y) * sin) / length;
                double v = ((py - y) * cos - (px - x) * sin) / breadth;
                double uneven = 0.28 * (noise.blobs(u * 1.3 + 5, v * 1.3 + 5) - 0.5);
                double q = StrictMath.sqrt(u * u + v * v) + uneven;
                double soft = 1.3 / breadth;
                double inside = 1 - Noise.step(1 - soft, 1 + soft, q);
                if (inside > 0) stain(stains, py * stains.width + px, px, py, q, inside);
            }
    }

    private void stain(Stains stains, int i, int px, int py, double q, double inside) {
        double chromatin = 0.62 + 0.62 * noise.clouds(px / 3.4, py / 3.4, 2);
        double rim = 0.22 * Noise.step(0.55, 0.9, q);
        double spot = Noise.step(0.7, 0.82, noise.blobs(px / 3.1 + 40, py / 3.1)) * 0.35;
        double density = chromatin + rim + spot;
        stains.purple[i] = Noise.mix(stains.purple[i], purple * density, inside);
        stains.brown[i] = Noise.mix(stains.brown[i], brown * density, inside);
        stains.pink[i] *= 1 - 0.55 * inside;
    }
}
