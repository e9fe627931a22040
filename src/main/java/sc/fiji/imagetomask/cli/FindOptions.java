package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import sc.fiji.imagetomask.DerivedWeights;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MaskValues;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.find.FoundMask;
import sc.fiji.imagetomask.find.Marked;
import sc.fiji.imagetomask.find.MaskFinder;
import sc.fiji.imagetomask.options.MaskOption;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.picturefile.PictureFile;
import sc.fiji.imagetomask.picturefile.SampleReading;

/** The options that find channel and levels from pixels that are marked in mask files. */
final class FindOptions {

    /** What is found, and so cannot be given. */
    private static final List<MaskOption> FOUND = Stream.of(MaskOption.values())
            .filter(option -> option == MaskOption.CHANNEL || option == MaskOption.TERMS || option.isOfTerm())
            .filter(option -> option != MaskOption.STAINS && option != MaskOption.BACKGROUND)
            .toList();

    /** So many channels are listed. */
    private static final int LISTED = 8;

    @Option(
            names = "--find",
            paramLabel = "OBJECT",
            description =
                    "Finds the channel and the levels whose mask separates the object from the rest of INPUT, prints them, and makes"
                            + " this mask. OBJECT is a picture file of the same size: where it is at least half of the largest value, or,"
                            + " with --maskvalues labels, above 0, there is the object. Some strokes on it are enough.")
    private Place object;

    @Option(
            names = "--not",
            paramLabel = "BACKGROUND",
            description = "With --find: a picture file that marks, in the same way, what the mask must leave out.")
    private Place background;

    /** What options start from: with a channel that has stains, so that stains can be given. */
    MaskOptions start() {
        return object == null
                ? MaskOptions.DEFAULT
                : MaskOptions.DEFAULT.with(MaskOption.CHANNEL.key(), Channel.STAIN_1.label());
    }

    /** The files that are read. */
    Stream<Place> files() {
        return Stream.of(object, background).filter(file -> file != null);
    }

    /** @throws IllegalArgumentException with one sentence if options were given that do not belong together */
    void check(ParseResult given) {
        if (object == null && background != null)
            throw new IllegalArgumentException("--not is given, but it is an option of --find.");
        if (object == null) return;
        if (given.hasMatchedOption(TableOptions.PRESET))
            throw new IllegalArgumentException(
                    "--preset is given with --find, but --find finds the settings; leave one of them out.");
        for (MaskOption option : FOUND)
            if (given.hasMatchedOption("--" + option.key()))
                throw new IllegalArgumentException(
                        "--" + option.key() + " is given with --find, but --find finds it; leave one of them out.");
    }

    /** @throws IllegalArgumentException with one sentence if there are several pictures, or the mask cannot be made */
    void check(Plan plan, ExistingMask existing) throws IOException {
        if (object == null) return;
        if (plan.assignments().size() != 1)
            throw new IllegalArgumentException(
                    "--find is given with " + plan.assignments().size()
                            + " pictures, but must be given with one; it prints options for the others.");
        Assignment only = plan.assignments().get(0);
        if (existing != ExistingMask.LEFT && !only.isField()) existing.requireFree(only.output());
    }

    /**
     * The settings for the mask: those that were found, which are printed, or those of the options.
     *
     * @throws IllegalArgumentException with one sentence if nothing can be found
     */
    MaskSettings settings(Plan plan, SampleReading reading, Engine engine, MaskOptions options, Console console)
            throws IOException {
        if (object == null) return options.settings();
        List<FoundMask> found;
        try (PictureFile picture = PictureFiles.open(plan.assignments().get(0).input(), reading);
                PictureFile objects = PictureFiles.open(object, reading.ofMask());
                PictureFile others = background == null ? null : PictureFiles.open(background, reading.ofMask())) {
            Place output = plan.assignments().get(0).output();
            plan.assignments().get(0).format().requireRoom(output, picture);
            found = new MaskFinder(engine)
                    .find(marked(picture, objects, others, options.settings().maskValues()), options.settings());
        } catch (UncheckedIOException e) { // of a picture that is read piece by piece
            throw e.getCause();
        }
        console.line("score  settings");
        for (FoundMask one : found.subList(0, Math.min(LISTED, found.size())))
            console.line(String.format(Locale.ROOT, "%.3f  %s", one.score(), text(options.with(one.settings()))));
        return found.get(0).settings();
    }

    /** The slices on which something is marked can be all; a file with fewer slices marks the first ones. */
    private static List<Marked> marked(PictureFile picture, PictureFile objects, PictureFile others, MaskValues values)
            throws IOException {
        List<Marked> slices = new ArrayList<>();
        for (int i = 0; i < picture.slices(); i++) {
            WeightMap object = marks(objects, i, values);
            WeightMap background = marks(others, i, values);
            if (object != null || background != null) slices.add(new Marked(picture.picture(i), object, background));
        }
        return slices;
    }

    private static WeightMap marks(PictureFile file, int i, MaskValues values) throws IOException {
        if (file == null || i >= file.slices()) return null;
        WeightMap map = file.mask(i);
        return new DerivedWeights(map, tile -> values.factor(map.read(tile)));
    }

    private static String text(MaskOptions options) {
        return options.changed().entrySet().stream().map(FindOptions::text).collect(Collectors.joining(" "));
    }

    private static String text(Map.Entry<String, String> option) {
        if (option.getValue().equals("true")) return "--" + option.getKey();
        String value = option.getValue();
        return "--" + option.getKey() + " " + (value.matches("[\\w.,-]+") ? value : '"' + value + '"');
    }
}
