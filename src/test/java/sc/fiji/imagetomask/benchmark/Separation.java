package sc.fiji.imagetomask.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MaskInput;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Python;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.find.Marked;
import sc.fiji.imagetomask.find.MaskFinder;
import sc.fiji.imagetomask.sample.TruthPicture;

/**
 * How well found masks agree with the truth of drawn pictures, at strokes of 5, 50 and 500 pixels on the object and as many
 * beside it; next to a linear discriminant and a random forest of scikit-learn that are given the same strokes, and to Otsu's
 * threshold of the best single channel, and to the rule of sampled colours (the one of L, A and B in which the strokes are
 * the most standard deviations away from the mean). Dice is 2 |A and B| / (|A| + |B|); balanced accuracy is the mean of the
 * shares of object and rest that are right.
 */
@Command(name = "separation", description = "Compares found masks with the truth.", mixinStandardHelpOptions = true)
public final class Separation implements Callable<Integer> {

    private static final int[] PIXELS = {5, 50, 500};
    private static final Path SCRIPT = Path.of("src", "test", "python", "separation_peers.py");

    @Option(names = "--seeds", description = "How many strokes of each length; default: ${DEFAULT-VALUE}.")
    private int seeds = 4;

    @Option(names = "--folder", description = "Where pictures and strokes are written; default: ${DEFAULT-VALUE}.")
    private Path folder = Path.of("target", "separation");

    private final Engine engine = new JavaEngine();
    private final Map<String, List<double[]>> totals = new TreeMap<>();

    /** Prints the table, and ends this process. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Separation()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        System.out.println("picture\tpixels\tprogram\tdice\tbalanced\tms");
        for (TruthPicture drawn : TruthPicture.all()) for (int pixels : PIXELS) measure(drawn, pixels);
        totals.forEach((key, all) -> print("all", key, all));
        speed();
        return peers();
    }

    private void measure(TruthPicture drawn, int pixels) throws IOException {
        Map<String, List<double[]>> results = new LinkedHashMap<>();
        for (int seed = 0; seed < seeds; seed++) {
            boolean[] object = drawn.stroke(true, pixels, seed);
            boolean[] background = drawn.stroke(false, pixels, seed + 100L);
            write(drawn, pixels, seed, object, background);
            add(results, "object only", drawn, () -> found(drawn, object, null));
            add(results, "object and background", drawn, () -> found(drawn, object, background));
            add(results, "sampled colour", drawn, () -> SeparationRules.sampledColour(drawn.argb(), object));
        }
        add(results, "best of Otsu", drawn, () -> SeparationRules.bestOtsu(drawn));
        results.forEach((program, all) -> {
            print(drawn.name(), pixels + "\t" + program, all);
            totals.computeIfAbsent(pixels + "\t" + program, key -> new ArrayList<>())
                    .addAll(all);
        });
    }

    private interface Maker {
        boolean[] inside();
    }

    private static void add(Map<String, List<double[]>> results, String program, TruthPicture drawn, Maker maker) {
        long start = System.nanoTime();
        boolean[] inside = maker.inside();
        double millis = (System.nanoTime() - start) / 1e6;
        double[] agreement = SeparationRules.agreement(inside, drawn.isObject());
        results.computeIfAbsent(program, key -> new ArrayList<>())
                .add(new double[] {agreement[0], agreement[1], millis});
    }

    private static void print(String picture, String key, List<double[]> all) {
        double[] mean = new double[3];
        for (double[] one : all) for (int i = 0; i < 3; i++) mean[i] += one[i] / all.size();
        System.out.printf(Locale.ROOT, "%s\t%s\t%.3f\t%.3f\t%.1f%n", picture, key, mean[0], mean[1], mean[2]);
    }

    private boolean[] found(TruthPicture drawn, boolean[] object, boolean[] background) {
        Picture picture = picture(drawn);
        MaskSettings settings = new MaskFinder(engine)
                .find(
                        List.of(new Marked(picture, mask(object, drawn.width()), mask(background, drawn.width()))),
                        MaskSettings.DEFAULT)
                .get(0)
                .settings();
        MemoryMask mask = new MemoryMask(drawn.width(), drawn.height());
        new ImageToMask(engine, settings).mask(MaskInput.of(picture), mask);
        boolean[] inside = new boolean[mask.bytes().length];
        for (int i = 0; i < inside.length; i++) inside[i] = (mask.bytes()[i] & 255) >= 128;
        return inside;
    }

    private static Picture picture(TruthPicture drawn) {
        return new MemoryPicture(
                new Pixels.Packed(drawn.argb(), 0, drawn.argb().length, false), drawn.width(), drawn.height());
    }

    private static MemoryMask mask(boolean[] marks, int width) {
        if (marks == null) return null;
        byte[] bytes = new byte[marks.length];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) (marks[i] ? 255 : 0);
        return new MemoryMask(bytes, width, bytes.length / width);
    }

    /** A picture of 4096 x 4096 with a stroke of 500 pixels. */
    private void speed() {
        int size = 4096;
        int[] argb = SmoothNoise.of(size).argb();
        byte[] marks = new byte[argb.length];
        for (int i = 0; i < 500; i++) marks[size * (size / 2) + size / 2 + i] = -1;
        Marked marked = new Marked(
                new MemoryPicture(new Pixels.Packed(argb, 0, argb.length, false), size, size),
                new MemoryMask(marks, size, size),
                null);
        List<Double> seconds = new ArrayList<>();
        for (int turn = 0; turn < 9; turn++) {
            long start = System.nanoTime();
            new MaskFinder(engine).find(List.of(marked), MaskSettings.DEFAULT);
            seconds.add((System.nanoTime() - start) / 1e9);
        }
        System.out.printf(
                Locale.ROOT,
                "4096 x 4096: first search %.2f s, median of the next %.2f s%n",
                seconds.get(0),
                seconds.subList(1, 9).stream().sorted().toList().get(4));
    }

    private void write(TruthPicture drawn, int pixels, int seed, boolean[] object, boolean[] background)
            throws IOException {
        Path own = Files.createDirectories(folder.resolve(drawn.name().replace(' ', '_')));
        byte[] rgb = new byte[3 * drawn.argb().length];
        for (int i = 0; i < rgb.length; i++) rgb[i] = (byte) (drawn.argb()[i / 3] >> 16 - 8 * (i % 3));
        Files.write(own.resolve("picture.rgb"), rgb);
        Files.write(own.resolve("truth"), mask(drawn.isObject(), drawn.width()).bytes());
        Files.write(
                own.resolve(pixels + "." + seed + ".object"),
                mask(object, drawn.width()).bytes());
        Files.write(
                own.resolve(pixels + "." + seed + ".background"),
                mask(background, drawn.width()).bytes());
    }

    private int peers() throws IOException, InterruptedException {
        String python = Python.program().orElse("");
        if (python.isEmpty()) return 0;
        return new ProcessBuilder(python, SCRIPT.toString(), folder.toString())
                .inheritIO()
                .start()
                .waitFor();
    }
}
