package sc.fiji.imagetomask.ome;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.KeptSlices;
import sc.fiji.imagetomask.MaskInput;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.files.FolderBeside;
import sc.fiji.imagetomask.files.Sentence;
import sc.fiji.imagetomask.picturefile.Calibration;
import sc.fiji.imagetomask.picturefile.ImagePart;
import sc.fiji.imagetomask.picturefile.OrientationUse;
import sc.fiji.imagetomask.picturefile.PictureFile;
import sc.fiji.imagetomask.picturefile.SampleReading;
import sc.fiji.imagetomask.reading.Reading;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.store.FolderStore;
import sc.fiji.imagetomask.zarr.store.Store;
import sc.fiji.imagetomask.zarr.store.WritableStore;

/**
 * Writes the masks of a picture file as an OME-Zarr image.
 *
 * @param job what is done with every slice
 * @param format what is written
 * @param reading how the picture's samples are taken, for the record
 * @param mask the name of what masks are multiplied with, or null
 */
public record OmeZarrMasks(ImageToMask job, OmeFormat format, SampleReading reading, String mask) {

    /** The names in OME-Zarr for the units of ImageJ; OME-Zarr has no names for other units. */
    /** How long another writer may take for the last step of finishing an image. */
    private static final int FINISHING_STEPS = 10;

    private static final int FINISHING_STEP_MILLIS = 50;

    private static final Map<String, String> ZARR_UNITS = Map.of(
            "um", "micrometer",
            "nm", "nanometer",
            "pm", "picometer",
            "mm", "millimeter",
            "cm", "centimeter",
            "m", "meter",
            "km", "kilometer",
            "inch", "inch");

    /** @throws IllegalArgumentException if the folder has something that is not a mask image of Image To Mask */
    public static void requireReplaceable(Path output) {
        try {
            if (MaskImage.recordIn(new FolderStore(output)) != null) return;
        } catch (IOException e) {
            // no image at all
        }
        throw new IllegalArgumentException(
                "'" + output + "' is not replaced, because it is not a mask that was written by Image To Mask.");
    }

    /**
     * A mask image that exists must be the one that would be written, whatever its format, engine and version.
     *
     * @param input the name of the picture file
     * @throws IllegalArgumentException with one sentence, if it is not
     */
    public void requireSame(PictureFile file, String input, Store output) throws IOException {
        Object stored = MaskImage.recordIn(output);
        Map<String, ?> wanted = file instanceof OmeZarrFile zarr
                ? record(zarr.image().store().lastName(), zarr.part())
                : record(input, ofFile());
        if (!(stored instanceof Map<?, ?> made) || !settings(made).equals(settings(wanted)))
            throw new IllegalArgumentException("'" + output.name("")
                    + "' exists already, but was made from another picture or with other settings;"
                    + " choose another OUTPUT, or use --force to replace it.");
    }

    private static Map<String, String> settings(Map<?, ?> record) {
        Map<String, String> settings = new TreeMap<>();
        record.forEach((key, value) -> settings.put(String.valueOf(key), String.valueOf(value)));
        settings.keySet().removeAll(List.of("engine", "version"));
        return settings;
    }

    /**
     * Writes the image, complete or not at all.
     *
     * @param input the name of the picture file
     * @throws IOException with one sentence
     */
    public void write(PictureFile file, String input, IntFunction<MaskInput> frames, Path output) throws IOException {
        try (FolderBeside beside = new FolderBeside(output)) {
            try {
                write(file, input, frames, new FolderStore(beside.path()), false);
            } catch (IOException e) {
                throw named(e, beside.path(), output);
            } catch (UncheckedIOException e) {
                throw named(e.getCause(), beside.path(), output);
            }
            beside.takePlace();
        }
    }

    /**
     * Writes the image in its place; one that was started is continued.
     *
     * @param input the name of the picture file
     * @param replaces whether a mask that is there is deleted
     * @throws IOException with one sentence
     */
    public void write(
            PictureFile file, String input, IntFunction<MaskInput> frames, WritableStore store, boolean replaces)
            throws IOException {
        write(file, input, frames, null, store, replaces);
    }

    /** @param counted what a first pass found of its slices; null if there was none */
    private void write(
            PictureFile file,
            String input,
            IntFunction<MaskInput> frames,
            KeptSlices counted,
            WritableStore store,
            boolean replaces)
            throws IOException {
        OmeZarrSpec spec = spec(file, input);
        OmeZarrOutput image = OmeZarrOutput.create(store, spec, replaces);
        ChunkTargets targets = new ChunkTargets(image, spec);
        if (counted == null) job.masks(file.slices(), frames, targets, Progress.NONE);
        else job.masks(file.slices(), frames, counted, targets, Progress.NONE);
        file.requireUnchanged();
        image.finish();
    }

    /**
     * The same, where others may write this image at the same time: it may be one of them that finishes it.
     *
     * @param counted what a first pass found of its slices; null if there was none
     * @throws IOException with one sentence, if it was not finished
     */
    public void writeBesideOthers(
            PictureFile file, String input, IntFunction<MaskInput> frames, KeptSlices counted, WritableStore store)
            throws IOException {
        try {
            write(file, input, frames, counted, store, false);
        } catch (IOException | UncheckedIOException e) {
            if (!isFinishedSoon(store, spec(file, input))) throw e;
        }
    }

    /** Another writer that finishes an image takes away the parts of this one a moment before it is finished. */
    private static boolean isFinishedSoon(WritableStore store, OmeZarrSpec spec) throws IOException {
        for (int i = 0; i < FINISHING_STEPS && OmeZarrOutput.isBegun(store); i++) {
            try {
                Thread.sleep(FINISHING_STEP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return OmeZarrOutput.isFinished(store, spec);
    }

    /** The sentence with the name that the user knows. */
    private static IOException named(IOException problem, Path hidden, Path output) {
        String message = problem.getMessage();
        return message != null && message.contains(hidden.toString()) ? Sentence.unwritable(output, problem) : problem;
    }

    private OmeZarrSpec spec(PictureFile file, String input) {
        OmeZarrSpec spec = file instanceof OmeZarrFile zarr ? ofImage(zarr) : ofFile(file, input);
        return (format.version() == null ? spec : spec.withVersion(format.version()))
                .withCompression(format.compression());
    }

    private OmeZarrSpec ofImage(OmeZarrFile file) {
        ImagePart part = file.part();
        OmeZarrSpec spec = MaskImage.of(
                file.image(),
                part.level(),
                job.settings(),
                format.chunk(),
                record(file.image().store().lastName(), part));
        if (!part.field().isEmpty()) spec = spec.withName(spec.name() + "/" + part.field());
        if (part.t() > 0) spec = MaskImage.only(spec, "t", part.t() - 1);
        if (part.z() > 0) spec = MaskImage.only(spec, "z", part.z() - 1);
        return spec;
    }

    private OmeZarrSpec ofFile(PictureFile file, String input) {
        int depth = file.slices() / file.frames();
        Calibration sizes = file.calibration();
        boolean isKnown = sizes.isKnown() && ZARR_UNITS.containsKey(sizes.unit());
        String unit = isKnown ? ZARR_UNITS.get(sizes.unit()) : null;
        List<Axis> axes = new ArrayList<>();
        List<Long> shape = new ArrayList<>();
        List<Double> scale = new ArrayList<>();
        List<Integer> chunk = new ArrayList<>();
        if (file.frames() > 1) {
            axes.add(new Axis("t", sizes.interval() > 0 ? "second" : null));
            shape.add((long) file.frames());
            scale.add(sizes.interval() > 0 ? sizes.interval() : 1);
        }
        if (depth > 1) {
            axes.add(new Axis("z", sizes.z() > 0 ? unit : null));
            shape.add((long) depth);
            scale.add(isKnown && sizes.z() > 0 ? sizes.z() : 1);
        }
        axes.forEach(axis -> chunk.add(1));
        for (String axis : List.of("y", "x")) {
            long size = axis.equals("y") ? file.height() : file.width();
            axes.add(new Axis(axis, unit));
            shape.add(size);
            scale.add(!isKnown ? 1 : axis.equals("y") ? sizes.y() : sizes.x());
            chunk.add((int) Math.min(size, format.chunk()));
        }
        DataType type = job.settings().output() == Output.FLOAT ? DataType.FLOAT32 : DataType.UINT8;
        return OmeZarrSpec.of(type, axes, shape)
                .withVersion(OmeVersion.V0_4)
                .withChunk(chunk)
                .withScale(scale, Collections.nCopies(axes.size(), 0.0))
                .withName("Mask of " + input)
                .withAttributes(record(input, ofFile()));
    }

    /** The part of the choice that applies to a picture file other than OME-Zarr. */
    private ImagePart ofFile() {
        return new ImagePart("", reading.part().level(), 0, 0, false);
    }

    private Map<String, Object> record(String input, ImagePart part) {
        MaskSettings settings = job.settings();
        Reading values = new Reading(reading.range(), reading.rgb());
        Map<String, Object> record = MaskImage.record(input, part.level(), settings, values, mask);
        if (!part.field().isEmpty()) record.put("field", part.field());
        if (part.t() > 0) record.put("t", part.t());
        if (part.z() > 0) record.put("z", part.z());
        if (reading.files().page() > 0) record.put("page", reading.files().page());
        if (reading.files().orientation() != OrientationUse.STORED)
            record.put("orientation", reading.files().orientation().label());
        record.put("engine", job.engine().name() + " on " + job.engine().device());
        return record;
    }
}
