package sc.fiji.imagetomask.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MaskInput;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.SomeFormulas;
import sc.fiji.imagetomask.Statistics;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.tone.Clip;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.ClipRanges;
import sc.fiji.imagetomask.tone.Levels;

/**
 * Masks to be made of the slices of a stack, or of one picture.
 *
 * @param pictures all of one size
 * @param masks grey; the last one repeats; none if none is given
 */
public record MaskCase(List<Named> pictures, List<Named> masks, MaskSettings settings) {

    private static final String NONE = "-";

    /** A picture and the name of its file. */
    public record Named(String name, PngFile file) {}

    /** The masks that an engine makes, slice after slice, and the clip ranges that it found. */
    public record Result(List<ClipRange> ranges, byte[] mask) {}

    /** Of cells as {@link #line} has them; those after the first seven may be missing. */
    static MaskCase of(String[] cells, Function<String, PngFile> file) {
        MaskSettings settings = MaskSettings.of(cells[2])
                .withLevels(Integer.parseInt(cells[3]), Integer.parseInt(cells[4]), Double.parseDouble(cells[5]))
                .withInvert(Boolean.parseBoolean(cells[6]));
        if (cells.length > 7)
            settings = settings.withHue(Integer.parseInt(cells[7]))
                    .withStatistics(Statistics.of(cells[8]))
                    .withInside(Boolean.parseBoolean(cells[9]))
                    .withOutput(Output.of(cells[10]));
        if (cells.length > 11) settings = SomeFormulas.read(settings, cells[11]);
        if (cells.length > 12)
            settings = settings.withClip(Clip.parse(cells[12]))
                    .withLevels(settings.levels().withBand(Integer.parseInt(cells[13]), Integer.parseInt(cells[14])));
        return new MaskCase(named(cells[0], file), named(cells[1], file), settings);
    }

    private static List<Named> named(String names, Function<String, PngFile> file) {
        if (names.equals(NONE)) return List.of();
        return Arrays.stream(names.split(" "))
                .map(name -> new Named(name, file.apply(name)))
                .toList();
    }

    public Result make(Engine engine) {
        return make(engine, planar -> planar);
    }

    /** With each picture's pixels in one array instead of one per channel. */
    public Result makePacked(Engine engine) {
        return make(engine, planar -> {
            int[] argb = new int[planar.length()];
            planar.pack(0, argb.length, argb);
            return new Pixels.Packed(argb, 0, argb.length, planar.hasAlpha());
        });
    }

    private Result make(Engine engine, Function<Pixels.Planar, Pixels> layout) {
        int width = pictures.get(0).file().width();
        int height = pictures.get(0).file().height();
        List<MemoryMask> made = new ArrayList<>();
        List<ClipRange> ranges = new ImageToMask(engine, settings)
                        .masks(
                                pictures.size(),
                                i -> new MaskInput(
                                        new MemoryPicture(
                                                layout.apply(
                                                        pictures.get(i).file().pixels()),
                                                width,
                                                height),
                                        mask(i, width, height),
                                        null),
                                i -> {
                                    made.add(new MemoryMask(width, height));
                                    return made.get(i);
                                },
                                Progress.NONE)
                        .stream()
                        .map(ClipRanges::first)
                        .toList();
        byte[] all = new byte[width * height * made.size()];
        for (int i = 0; i < made.size(); i++)
            System.arraycopy(made.get(i).bytes(), 0, all, i * width * height, width * height);
        return new Result(ranges, all);
    }

    private MemoryMask mask(int i, int width, int height) {
        if (masks.isEmpty()) return null;
        PngFile given = masks.get(Math.min(i, masks.size() - 1)).file();
        return new MemoryMask(given.pixels().channels()[0], width, height);
    }

    /** The case as a line of tab-separated cells. */
    String line() {
        Levels levels = settings.levels();
        return String.format(
                Locale.ROOT,
                "%s\t%s\t%s\t%d\t%d\t%.2f\t%b\t%d\t%s\t%b\t%s\t%s\t%s\t%d\t%d",
                names(pictures),
                masks.isEmpty() ? NONE : names(masks),
                settings.channel(),
                levels.black(),
                levels.white(),
                levels.gray(),
                settings.invert(),
                settings.hue(),
                settings.statistics().label(),
                settings.inside(),
                settings.output().label(),
                SomeFormulas.text(settings.formula()),
                settings.clip().text(),
                levels.white2(),
                levels.black2());
    }

    private static String names(List<Named> files) {
        return files.stream().map(Named::name).collect(Collectors.joining(" "));
    }
}
