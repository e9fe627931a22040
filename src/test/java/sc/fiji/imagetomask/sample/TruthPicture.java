package sc.fiji.imagetomask.sample;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/**
 * A drawn picture of which it is known what belongs to an object.
 *
 * @param name for tables
 * @param width in pixels
 * @param height in pixels
 * @param argb its pixels
 * @param isObject for each pixel
 * @param isClear for each pixel, whether it is clearly inside or outside, so that a person would mark it
 */
public record TruthPicture(String name, int width, int height, int[] argb, boolean[] isObject, boolean[] isClear) {

    private static final int PATCHES = 256;

    /** The one of that name. */
    public static TruthPicture named(String name) {
        return Drawn.ALL.stream().filter(one -> one.name.equals(name)).findAny().orElseThrow();
    }

    /** All of them. */
    public static List<TruthPicture> all() {
        return Drawn.ALL;
    }

    /** Drawn once. */
    private static final class Drawn {
        static final List<TruthPicture> ALL = drawn();
    }

    private static List<TruthPicture> drawn() {
        List<TruthPicture> all = new ArrayList<>();
        int[] tissue = TissueSection.draw();
        Stains stains = TissueSection.stained();
        all.add(of("brown", tissue, i -> stains.brown[i] > 0.35, i -> stains.brown[i] > 0.6 || stains.brown[i] < 0.05));
        all.add(of("nuclei", tissue, i -> stains.purple[i] > 0.8, i -> stains.purple[i] > 1 || stains.purple[i] < 0.5));
        all.add(of(
                "pink", tissue, i -> isPink(stains, i, 0.3), i -> isPink(stains, i, 0.4) || !isPink(stains, i, 0.2)));
        all.add(of(
                "lumen",
                tissue,
                i -> stains.brown[i] + stains.purple[i] + stains.pink[i] < 0.15,
                i -> Math.abs(stains.brown[i] + stains.purple[i] + stains.pink[i] - 0.15) > 0.1));
        all.addAll(fluorescence());
        for (int kind = 0; kind < 4; kind++) for (int seed = 0; seed < 3; seed++) all.add(patches(kind, seed));
        return all;
    }

    private static boolean isPink(Stains stains, int i, double least) {
        return stains.pink[i] > least && stains.pink[i] > stains.purple[i] && stains.pink[i] > stains.brown[i];
    }

    private static TruthPicture of(String name, int[] argb, IntPredicate isObject, IntPredicate isClear) {
        return new TruthPicture(
                name,
                TissueSection.WIDTH,
                TissueSection.HEIGHT,
                argb,
                all(argb.length, isObject),
                all(argb.length, isClear));
    }

    private static boolean[] all(int length, IntPredicate is) {
        boolean[] all = new boolean[length];
        for (int i = 0; i < length; i++) all[i] = is.test(i);
        return all;
    }

    private static List<TruthPicture> fluorescence() {
        double[][] photons = FluorescentCells.photons();
        short[][] seen = FluorescentCells.draw(1);
        int[] argb = new int[seen[0].length];
        for (int i = 0; i < argb.length; i++)
            for (int c = 0; c < 3; c++)
                argb[i] =
                        argb[i] << 8 | 255 << 24 | Math.min(255, Math.max(0, ((seen[c][i] & 0xffff) - 80) * 255 / 300));
        String[] names = {"spots", "filaments", "blue nuclei"};
        return IntStream.range(0, 3)
                .mapToObj(c -> new TruthPicture(
                        names[c],
                        FluorescentCells.WIDTH,
                        FluorescentCells.HEIGHT,
                        argb,
                        all(argb.length, i -> photons[c][i] > 60),
                        all(argb.length, i -> photons[c][i] > 90 || photons[c][i] < 30)))
                .toList();
    }

    /** Areas of random colours: 0 with noise, 1 with much noise, 2 with shading, 3 as a JPEG; the first colour is the object. */
    private static TruthPicture patches(int kind, int seed) {
        Random random = new Random(100L * kind + seed);
        int colours = 5;
        int[][] rgb = new int[colours][3];
        for (int[] colour : rgb) for (int c = 0; c < 3; c++) colour[c] = 40 + random.nextInt(180);
        double[][] seeds = new double[40][2];
        for (double[] place : seeds) for (int c = 0; c < 2; c++) place[c] = random.nextDouble() * PATCHES;
        int[] argb = new int[PATCHES * PATCHES];
        boolean[] isObject = new boolean[argb.length];
        double noise = kind == 1 ? 18 : 6;
        for (int i = 0; i < argb.length; i++) {
            int x = i % PATCHES;
            int y = i / PATCHES;
            int nearest = 0;
            for (int s = 1; s < seeds.length; s++)
                if (Math.hypot(x - seeds[s][0], y - seeds[s][1])
                        < Math.hypot(x - seeds[nearest][0], y - seeds[nearest][1])) nearest = s;
            int colour = nearest % colours;
            isObject[i] = colour == 0;
            double shade = kind == 2 ? 0.6 + 0.4 * x / PATCHES : 1;
            argb[i] = 255;
            for (int c = 0; c < 3; c++)
                argb[i] = argb[i] << 8
                        | (int) Math.min(255, Math.max(0, shade * rgb[colour][c] + noise * random.nextGaussian()));
        }
        String[] names = {"patches", "noisy patches", "shaded patches", "JPEG patches"};
        return new TruthPicture(
                names[kind] + " " + (seed + 1),
                PATCHES,
                PATCHES,
                kind == 3 ? jpeg(argb) : argb,
                isObject,
                all(argb.length, i -> true));
    }

    private static int[] jpeg(int[] argb) {
        BufferedImage image = new BufferedImage(PATCHES, PATCHES, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, PATCHES, PATCHES, argb, 0, PATCHES);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(0.5f);
            writer.setOutput(ImageIO.createImageOutputStream(bytes));
            writer.write(null, new IIOImage(image, null, null), quality);
            ((javax.imageio.stream.ImageOutputStream) writer.getOutput()).flush();
            return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()))
                    .getRGB(0, 0, PATCHES, PATCHES, null, 0, PATCHES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }

    /** Pixels that a person marks: short strokes, with that many pixels in all, on the object or beside it. */
    public boolean[] stroke(boolean onObject, int pixels, long seed) {
        Random random = new Random(seed);
        int[] fitting = IntStream.range(0, argb.length)
                .filter(i -> isObject[i] == onObject && isClear[i])
                .toArray();
        boolean[] marked = new boolean[argb.length];
        int strokes = pixels < 20 ? 1 : pixels < 100 ? 3 : 8;
        int done = 0;
        while (done < pixels) {
            int at = fitting[random.nextInt(fitting.length)];
            double angle = 2 * Math.PI * random.nextDouble();
            for (int step = 0; step < pixels / strokes + 1 && done < pixels; step++) {
                int x = (int) Math.round(at % width + step * Math.cos(angle));
                int y = (int) Math.round(at / width + step * Math.sin(angle));
                int i = y * width + x;
                if (x < 0 || y < 0 || x >= width || y >= height || isObject[i] != onObject || !isClear[i]) break;
                if (!marked[i]) {
                    marked[i] = true;
                    done++;
                }
            }
        }
        return marked;
    }
}
