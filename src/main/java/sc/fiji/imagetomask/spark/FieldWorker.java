package sc.fiji.imagetomask.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.KeptPlanes;
import sc.fiji.imagetomask.KeptSlices;
import sc.fiji.imagetomask.MaskInput;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.PlaneFile;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.cli.Place;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.files.Sentence;
import sc.fiji.imagetomask.ome.OmeFormat;
import sc.fiji.imagetomask.ome.OmeZarrFile;
import sc.fiji.imagetomask.ome.OmeZarrImage;
import sc.fiji.imagetomask.ome.OmeZarrMasks;
import sc.fiji.imagetomask.picturefile.ImagePart;
import sc.fiji.imagetomask.picturefile.SampleReading;
import sc.fiji.imagetomask.tone.Histograms;
import sc.fiji.imagetomask.zarr.store.Store;
import sc.fiji.imagetomask.zarr.store.WritableStore;

/** The work of one machine on whole fields, such as those of a plate. All its tasks, or all on one GPU, share one engine. */
final class FieldWorker {

    private static final TaskWorkers<FieldWorker> WORKERS =
            new TaskWorkers<>(FieldWorker::new, FieldWorker::giveUpFields);

    private final Engine engine;
    private final MaskSettings settings;
    private final SampleReading reading;
    private final OmeFormat format;
    private final Store input;
    private final Place maskPlace;
    private final Store mask;
    private final WritableStore output;
    /** What pass 1 keeps of fields for pass 2, as far as there is room. */
    private final Map<String, KeptSlices> kept = new ConcurrentHashMap<>();
    /** Takes what the heap has no room for; null if there is none. */
    private final PlaneFile planes;

    private volatile boolean hasGivenUp;

    private FieldWorker(JobArguments words, SparkOptions options, String gpu) throws IOException {
        engine = options.engine(gpu);
        settings = options.settings();
        ImagePart part = new ImagePart("", options.level(), 0, 0, false);
        reading = new SampleReading(options.reading().range(), options.reading().rgb()).with(part);
        format = new OmeFormat(
                options.version(null), options.compression(), Math.min(options.block(), SparkOptions.LARGEST_CHUNK));
        input = words.place(options.input()).store();
        maskPlace = options.mask() == null ? null : words.place(options.mask());
        mask = maskPlace == null ? null : maskPlace.store();
        output = words.output(options);
        planes = KeptOnDisk.file(words, options);
    }

    /** This machine's worker for a job. */
    static FieldWorker of(JobArguments words) throws IOException {
        return WORKERS.of(words);
    }

    /** Gives up what this machine keeps for a job that has ended. */
    static void end(JobArguments words) {
        WORKERS.end(words);
    }

    private void giveUpFields() {
        hasGivenUp = true;
        for (String field : kept.keySet()) giveUp(field);
        if (planes != null) planes.close();
    }

    private void giveUp(String field) {
        KeptSlices slices = kept.remove(field);
        if (slices != null) slices.close();
    }

    /** The histograms of all slices of a field together, or that it cannot be read. */
    Count count(String field) {
        try (OmeZarrFile file = open(field);
                OmeZarrFile weights = weights(field)) {
            KeptSlices slices = new ImageToMask(engine, settings)
                    .count(file.slices(), i -> frame(file, weights, i), () -> new KeptPlanes(planes), Progress.NONE);
            KeptSlices before = slices.isEmpty() ? slices : kept.put(field, slices);
            if (before != null) before.close();
            if (hasGivenUp) giveUp(field);
            return Count.of(slices.sum(), Problems.NONE);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            return Count.of(Histograms.empty(settings.terms().size()), problem(field, e));
        }
    }

    /**
     * Makes the mask of a field, unless it is there already. Spark may run the task twice at the same time.
     *
     * @param all the histograms of all fields, if they share a clip range; else null
     */
    FieldsWritten write(String field, Histograms all) {
        List<String> notices = new ArrayList<>();
        ImageToMask job = new ImageToMask(
                engine,
                all == null ? settings : settings.withRangeOfBatch(all),
                notice -> notices.add("'" + input.name(field) + "': " + notice));
        try (KeptSlices counted = kept.remove(field);
                OmeZarrFile file = open(field);
                OmeZarrFile weights = weights(field)) {
            OmeZarrMasks masks = new OmeZarrMasks(job, format, reading, maskPlace == null ? null : maskPlace.name());
            WritableStore place = output.inside(field);
            if (OmeZarrImage.isComplete(place)) masks.requireSame(file, input.lastName(), place);
            else masks.writeBesideOthers(file, input.lastName(), i -> frame(file, weights, i), counted, place);
            return new FieldsWritten(List.of(engine.name() + " on " + engine.device()), Problems.NONE, notices);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            return new FieldsWritten(List.of(), problem(field, e), notices);
        }
    }

    private Problems problem(String field, Exception problem) {
        return Problems.of("'" + input.name(field) + "': " + Sentence.of(problem));
    }

    private OmeZarrFile open(String field) throws IOException {
        return new OmeZarrFile(input, reading.with(reading.part().withField(field)));
    }

    private OmeZarrFile weights(String field) throws IOException {
        return mask == null
                ? null
                : new OmeZarrFile(
                        mask, reading.with(reading.part().withField(field)).ofMask());
    }

    private static MaskInput frame(OmeZarrFile file, OmeZarrFile weights, int i) {
        WeightMap map = weights == null ? null : weights.mask(Math.min(i, weights.slices() - 1));
        return new MaskInput(file.picture(i), map, null);
    }
}
