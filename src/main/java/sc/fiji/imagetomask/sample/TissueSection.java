package sc.fiji.imagetomask.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Draws the project's sample picture: something that looks like a stained section of glandular tissue. Purple nuclei,
 * pink fibres, brown stained cells, white lumina; the same pixels every time.
 */
final class TissueSection {

    static final int WIDTH = 768;
    static final int HEIGHT = 512;

    private final Random random = new Random(41);
    private final Noise noise = new Noise(41);
    private final Stains stains = new Stains(WIDTH, HEIGHT);
    private final List<Gland> glands = new ArrayList<>();
    private final double[] depth = new double[WIDTH * HEIGHT];
    private final Gland[] nearest = new Gland[WIDTH * HEIGHT];
    private final double[] crowded = new double[WIDTH * HEIGHT];

    private TissueSection() {}

    /** The pixels as 0xffRRGGBB. */
    static int[] draw() {
        return stained().develop(new Noise(43));
    }

    /** The section before light shines through it. */
    static Stains stained() {
        TissueSection section = new TissueSection();
        section.placeGlands();
        section.measureDepth();
        Stroma stroma = new Stroma(section.depth, section.noise);
        section.stainGround(stroma);
        section.placeStromalCells(stroma);
        section.placeEpithelium();
        return section.stains;
    }

    private void placeGlands() {
        add(128, 118, 96, 0.86, 0);
        add(352, 84, 78, 0.95, 0.12);
        add(590, 128, 112, 0.8, 0.9);
        add(262, 300, 92, 0.9, 0.85);
        add(60, 372, 84, 1.15, 0.05);
        add(478, 352, 88, 0.95, 0.3);
        add(716, 376, 98, 1.05, 0);
        add(190, 496, 72, 0.8, 0.6);
        add(390, 520, 68, 0.7, 0);
        add(770, 10, 70, 0.9, 0.2);
    }

    private void add(double x, double y, double radius, double flat, double stained) {
        double wall = 27 + 5 * random.nextDouble();
        glands.add(new Gland(x, y, radius, flat, wall, stained, new Noise(100 + glands.size())));
    }

    private void measureDepth() {
        for (int i = 0; i < depth.length; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            double wx = x + 14 * (noise.clouds(x / 60.0, y / 60.0, 3) - 0.5);
            double wy = y + 14 * (noise.clouds(x / 60.0 + 50, y / 60.0, 3) - 0.5);
            depth[i] = Double.NEGATIVE_INFINITY;
            for (Gland gland : glands) {
                double d = gland.depth(wx, wy);
                if (d > depth[i]) {
                    depth[i] = d;
                    nearest[i] = gland;
                }
            }
        }
    }

    private void stainGround(Stroma stroma) {
        for (int i = 0; i < depth.length; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            double inGland = Noise.step(-1, 1, depth[i]);
            double membrane = Noise.step(2.6, 0.6, Math.abs(depth[i] + 1));
            stains.pink[i] = Noise.mix(stroma.pink(x, y), 0, inGland) + 0.3 * membrane;
            stains.purple[i] = Noise.mix(stroma.purple(x, y), 0, inGland);
            if (inGland > 0) stainEpithelium(i, x, y, inGland);
        }
    }

    private void stainEpithelium(int i, int x, int y, double share) {
        Gland gland = nearest[i];
        double cell = gland.cell(gland.angle(x, y) + 0.02 * depth[i] / 10);
        long number = (long) cell;
        double fromWall = Math.min(cell - number, number + 1 - cell);
        double top =
                gland.wall() + 5 * (gland.noise().white(number, 3) - 0.5) + 3 * (noise.blobs(x / 5.0, y / 5.0) - 0.5);
        double body = share * (1 - Noise.step(top - 1.5, top + 1.5, depth[i]));
        double grain = noise.clouds(x / 4.0, y / 4.0, 3);
        double wall = 1 - Noise.step(0.02, 0.12, fromWall);
        double dense = 0.75 + 0.5 * gland.noise().white(number, 5);
        stains.pink[i] += body * (0.32 + 0.3 * grain + 0.12 * wall) * dense;
        stains.purple[i] += body * (0.14 + 0.12 * grain);
        double apical = Noise.step(2, gland.wall() * 0.75, depth[i]);
        if (gland.isStained(number)) {
            double strength = 0.55 + 0.75 * gland.noise().white(number, 9);
            stains.brown[i] += body * strength * (0.25 + 0.75 * apical) * (0.45 + 1.1 * grain);
        }
        double secretion = (share - body) * Noise.step(0.56, 0.8, noise.clouds(x / 30.0 + 9, y / 30.0, 4));
        stains.pink[i] += 0.28 * secretion;
    }

    private void placeEpithelium() {
        for (Gland gland : glands)
            for (int cell = 0; cell < gland.cells(); cell++) {
                double angle = (cell + 0.5 + 0.3 * (random.nextDouble() - 0.5)) / gland.cells() * 2 * Math.PI;
                double[] place = gland.at(angle, 6.5 + 9 * random.nextDouble());
                boolean brown = gland.isStained(cell) && random.nextInt(4) == 0;
                double outward = StrictMath.atan2(place[1] - gland.y(), place[0] - gland.x());
                place(
                        place,
                        6.2 + 3 * random.nextDouble(),
                        3.9 + 1.6 * random.nextDouble(),
                        outward + 0.5 * (random.nextDouble() - 0.5),
                        1.2,
                        brown ? 1.3 : 0);
            }
    }

    private void placeStromalCells(Stroma stroma) {
        for (int i = 0; i < 26000; i++) {
            int x = random.nextInt(WIDTH);
            int y = random.nextInt(HEIGHT);
            int at = y * WIDTH + x;
            if (depth[at] > -7) continue;
            double cluster = noise.clouds(x / 90.0 + 31, y / 90.0 + 7, 3);
            boolean lymphocyte = random.nextDouble() < Noise.step(0.52, 0.66, cluster);
            double room = lymphocyte ? 8 + 5 * random.nextDouble() : 15;
            if (random.nextDouble() < (lymphocyte ? 0.5 : 0.88) || !isFree(x, y, room)) continue;
            double[] place = {x, y};
            if (lymphocyte) {
                double size = 3.9 + 1.5 * random.nextDouble();
                place(place, size, size * (0.8 + 0.2 * random.nextDouble()), 3 * random.nextDouble(), 1.7, 0);
            } else if (random.nextInt(14) == 0) {
                double size = 5 + random.nextDouble();
                macrophage(place);
                place(place, size, size * 0.8, 3 * random.nextDouble(), 1.2, 0.4);
            } else {
                double angle = stroma.direction(x, y) + 0.3 * (random.nextDouble() - 0.5);
                place(place, 8 + 4 * random.nextDouble(), 2.3 + 0.9 * random.nextDouble(), angle, 1.35, 0);
            }
            crowded[at] = room;
        }
    }

    private boolean isFree(int x, int y, double room) {
        int reach = 16;
        for (int py = Math.max(0, y - reach); py < Math.min(HEIGHT, y + reach); py++)
            for (int px = Math.max(0, x - reach); px < Math.min(WIDTH, x + reach); px++) {
                double other = crowded[py * WIDTH + px];
                if (other > 0 && StrictMath.hypot(px - x, py - y) < (room + other) / 2) return false;
            }
        return true;
    }

    /** A stained cell body, brown and grainy. */
    private void macrophage(double[] place) {
        Noise own = new Noise(random.nextLong());
        for (int y = Math.max(0, (int) place[1] - 14); y < Math.min(HEIGHT, place[1] + 14); y++)
            for (int x = Math.max(0, (int) place[0] - 14); x < Math.min(WIDTH, place[0] + 14); x++) {
                double r = StrictMath.hypot(x - place[0], y - place[1]) + 7 * (own.blobs(x / 6.0, y / 6.0) - 0.5);
                double inside = 1 - Noise.step(7, 10.5, r);
                stains.brown[y * WIDTH + x] += inside * (0.5 + 0.9 * own.clouds(x / 3.0, y / 3.0, 2));
            }
    }

    private void place(double[] at, double length, double breadth, double angle, double purple, double brown) {
        double strength = 0.8 + 0.45 * random.nextDouble();
        Noise own = new Noise(random.nextLong());
        double counterstain = brown > 0.5 ? 0.5 : 1;
        new Nucleus(at[0], at[1], length, breadth, angle, purple * strength * counterstain, brown, own).stain(stains);
    }
}
