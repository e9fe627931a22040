package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MaskInput;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.files.FileBeside;
import sc.fiji.imagetomask.ome.OmeFormat;
import sc.fiji.imagetomask.ome.OmeZarrFile;
import sc.fiji.imagetomask.ome.OmeZarrMasks;
import sc.fiji.imagetomask.ome.OmeZarrOutput;
import sc.fiji.imagetomask.picturefile.MaskShape;
import sc.fiji.imagetomask.picturefile.MaskWriter;
import sc.fiji.imagetomask.picturefile.PictureFile;
import sc.fiji.imagetomask.picturefile.SampleReading;
import sc.fiji.imagetomask.threads.ReadAhead;
import sc.fiji.imagetomask.tone.ClipRanges;
import sc.fiji.imagetomask.tone.Histograms;
import sc.fiji.imagetomask.zarr.store.WritableStore;

/**
 * Makes one mask file of one picture file.
 *
 * @param job what is done with every slice
 * @param reading how the samples of picture files are read
 * @param mask what masks are multiplied with, or null
 * @param ome what OME-Zarr masks are written as
 * @param written how PNG and TIFF masks are written
 * @param existing what is done with a mask that exists
 * @param notices takes what the user should know of how a picture is read
 * @param progress shows how far the mask is
 */
record MaskJob(
        ImageToMask job,
        SampleReading reading,
        MaskFile mask,
        OmeFormat ome,
        MaskFileChoice written,
        ExistingMask existing,
        Consumer<String> notices,
        MaskProgress progress) {

    /** The same, with who shows how far it is. */
    MaskJob shownBy(MaskProgress newProgress) {
        return new MaskJob(job, reading, mask, ome, written, existing, notices, newProgress);
    }

    /** The same, with this receiver of notices. */
    MaskJob telling(Consumer<String> newNotices) {
        return new MaskJob(job, reading, mask, ome, written, existing, newNotices, progress);
    }

    /** The same with other settings. */
    MaskJob with(MaskSettings settings) {
        ImageToMask other = new ImageToMask(job.engine(), settings, job.notices(), job.watcher());
        return new MaskJob(other, reading, mask, ome, written, existing, notices, progress);
    }

    /** The same, with who takes how many pixels are done. */
    private MaskJob watched(IntConsumer watcher) {
        return new MaskJob(job.watched(watcher), reading, mask, ome, written, existing, notices, progress);
    }

    /** The same with the mask for a field, if that is one of several images. */
    private MaskJob ofField(Place input) throws IOException {
        if (mask == null) return this;
        MaskFile own = mask.forPicture(input);
        return own == mask ? this : new MaskJob(job, reading, own, ome, written, existing, notices, progress);
    }

    /**
     * The histograms of all slices of a picture, for the clip ranges of a batch.
     *
     * @throws IllegalArgumentException with one sentence, if the files do not fit to each other
     * @throws IOException with one sentence, if the picture cannot be read
     */
    Histograms histograms(Place input) throws IOException {
        MaskJob own = ofField(input);
        try (PictureFile file = PictureFiles.open(input, reading);
                ReadAhead<MaskInput> frames = own.slices(file);
                MaskProgress.Part part = progress.begin(file, 1)) {
            return job.watched(part::add).histograms(file.slices(), frames);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException e) {
            throw interrupted(e);
        }
    }

    /**
     * Makes the complete mask file, or none; or keeps one that exists, if that was chosen.
     *
     * @return one line about it
     * @throws IllegalArgumentException with one sentence, if the files do not fit to each other
     * @throws IOException with one sentence, if a file cannot be read or written
     */
    String run(Assignment assignment) throws IOException {
        return ofField(assignment.input()).made(assignment);
    }

    private String made(Assignment assignment) throws IOException {
        long start = System.nanoTime();
        Place output = assignment.output();
        boolean isOther = isOther(assignment);
        if (!isOther && isLeft(assignment)) return output + " exists already and is kept.";
        if (!isOther && !assignment.isField()) existing.requireFree(output);
        String size;
        try (PictureFile file = PictureFiles.open(assignment.input(), reading);
                MaskProgress.Part part = progress.begin(file, 2)) {
            file.notices().forEach(notices);
            MaskFormat format = assignment.format();
            format.requireRoom(output, file);
            MaskJob watched = watched(part::add);
            if (format == MaskFormat.OME_ZARR) watched.writeOmeZarr(file, assignment);
            else
                try (FileBeside beside = new FileBeside(output.path())) {
                    watched.write(file, assignment.input(), beside, format);
                    beside.takePlace();
                }
            size = file.width() + " x " + file.height() + " pixels"
                    + (file.slices() > 1 ? ", " + file.slices() + " slices" : "");
        }
        return name(assignment.input()) + " -> " + output + ": " + size + ", "
                + job.engine().name() + " on " + job.engine().device() + ", " + (System.nanoTime() - start) / 1_000_000
                + " ms";
    }

    /** A picture with the field that was chosen of it, in words. */
    private String name(Place input) {
        String field = reading.part().field();
        return field.isEmpty() ? input.toString() : input + "/" + field;
    }

    private void write(PictureFile file, Place input, FileBeside beside, MaskFormat format) throws IOException {
        boolean isFloat = job.settings().output() == Output.FLOAT;
        MaskShape shape = new MaskShape(
                file.width(), file.height(), file.slices(), isFloat, file.tile(), file.frames(), file.calibration());
        try (MaskWriter writer = format.writer(beside.path(), beside.place(), shape, written);
                ReadAhead<MaskInput> frames = slices(file)) {
            List<ClipRanges> ranges = told(input).masks(file.slices(), frames, writer, Progress.NONE);
            file.requireUnchanged();
            writer.finish(fileRecord(input).text(file.isInColours(), ranges));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException e) {
            throw interrupted(e);
        }
    }

    /** Notices of one picture name it, since there may be many. */
    private ImageToMask told(Place input) {
        return job.telling(notice -> notices.accept("'" + input + "': " + notice));
    }

    /**
     * If one of several threads is interrupted, its exception is wrapped in another one; the thread stays interrupted.
     */
    private static RuntimeException interrupted(RuntimeException problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause())
            if (cause instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                return new EngineException("The work was interrupted.", problem);
            }
        return problem;
    }

    private void writeOmeZarr(PictureFile file, Assignment assignment) throws IOException {
        OmeZarrFile image = file instanceof OmeZarrFile zarr ? zarr : null;
        try (ReadAhead<MaskInput> frames =
                slices(file, i -> image == null ? file.picture(i) : image.picture(i, ome.chunk()))) {
            OmeZarrMasks masks = omeZarr(assignment.input());
            String input = assignment.input().name();
            if (!assignment.isInPlace())
                masks.write(file, input, frames, assignment.output().path());
            else if (assignment.isField())
                masks.write(file, input, frames, assignment.output().target(), false);
            else writeWhole(masks, file, input, frames, assignment.output().target());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException e) {
            throw interrupted(e);
        }
    }

    /** What was written of a mask that failed is deleted; if that cannot be, it is told. */
    private void writeWhole(
            OmeZarrMasks masks, PictureFile file, String input, IntFunction<MaskInput> frames, WritableStore store)
            throws IOException {
        try {
            masks.write(file, input, frames, store, existing == ExistingMask.REPLACED);
        } catch (IOException | RuntimeException | Error e) {
            try {
                OmeZarrOutput.discard(store);
            } catch (IOException also) {
                notices.accept("What was written of '" + store.name("")
                        + "' is still there and is not complete; --resume or --force makes it again.");
                e.addSuppressed(also);
            }
            throw e;
        }
    }

    private ReadAhead<MaskInput> slices(PictureFile file) {
        return slices(file, file::picture);
    }

    /**
     * The slices, of which the next one is read while the mask of one is made; but not after a slice that is read piece by piece, because
     * a file is read by one thread at a time.
     */
    private ReadAhead<MaskInput> slices(PictureFile file, PictureReading pictures) {
        return new ReadAhead<>(
                file.slices(),
                i -> frame(pictures, i),
                frame -> !frame.picture().isLazy());
    }

    private interface PictureReading {
        Picture read(int i) throws IOException;
    }

    private MaskInput frame(PictureReading picture, int i) {
        try {
            return new MaskInput(picture.read(i), mask == null ? null : mask.of(i), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether a batch is resumed and the existing mask file says that it was made with other settings; if so, a notice
     * says it.
     */
    private boolean isOther(Assignment assignment) throws IOException {
        Path output = assignment.output().path();
        if (existing != ExistingMask.LEFT || output == null || !Files.isRegularFile(output)) return false;
        if (!fileRecord(assignment.input()).isOther(output)) return false;
        notices.accept("'" + output + "' was made from another picture or with other settings, and is made again.");
        return true;
    }

    /**
     * A mask file that exists is complete, because it gets its name only when it is complete. The same is true for an
     * OME-Zarr image, which also records how it was made.
     *
     * @throws IOException if that image is not complete
     * @throws IllegalArgumentException if it was made in another way
     */
    private boolean isLeft(Assignment assignment) throws IOException {
        Place output = assignment.output();
        if (existing != ExistingMask.LEFT) return false;
        if (assignment.format() != MaskFormat.OME_ZARR) return Files.isRegularFile(output.path());
        if (!output.isTaken() || assignment.isInPlace() && OmeZarrOutput.isBegun(output.store())) return false;
        try (PictureFile file = PictureFiles.open(assignment.input(), reading)) {
            omeZarr(assignment.input()).requireSame(file, assignment.input().name(), output.store());
        }
        return true;
    }

    private FileRecord fileRecord(Place input) {
        return new FileRecord(job, reading, input.name(), mask == null ? null : mask.name());
    }

    private OmeZarrMasks omeZarr(Place input) {
        return new OmeZarrMasks(told(input), ome, reading, mask == null ? null : mask.name());
    }
}
