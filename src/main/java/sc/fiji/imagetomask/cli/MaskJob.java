package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sc.fiji.imagetomask.Frame;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MemoryMask;

/**
 * Makes one mask file of one picture file.
 *
 * @param job what is done with every slice
 * @param mask what masks are multiplied with, or null
 * @param force whether a file that exists is replaced
 */
record MaskJob(ImageToMask job, MaskFile mask, boolean force) {

    /**
     * Makes the mask file, complete or not at all.
     *
     * @return one line about it
     * @throws IllegalArgumentException with one sentence, if the files do not fit to each other
     * @throws IOException with one sentence, if a file cannot be read or written
     */
    String run(Assignment assignment) throws IOException {
        long start = System.nanoTime();
        Path output = assignment.output();
        requireFree(output);
        String size;
        try (PictureFile file = PictureFile.open(assignment.input())) {
            MaskFormat format = MaskFormat.of(output);
            format.requireRoom(output, file.slices());
            try (FileBeside beside = new FileBeside(output)) {
                write(file, beside, format);
                beside.takePlace();
            }
            size = file.width() + " x " + file.height() + " pixels"
                    + (file.slices() > 1 ? ", " + file.slices() + " slices" : "");
        }
        return assignment.input() + " -> " + output + ": " + size + ", "
                + job.engine().name() + " on " + job.engine().device() + ", " + (System.nanoTime() - start) / 1_000_000
                + " ms";
    }

    private void write(PictureFile file, FileBeside beside, MaskFormat format) throws IOException {
        long bytes = (long) file.width() * file.height() * file.slices();
        try (MaskWriter writer = new ImageIoWriter(beside.path(), beside.place(), format, file.slices(), bytes)) {
            MemoryMask result = new MemoryMask(file.width(), file.height());
            for (int i = 0; i < file.slices(); i++) {
                job.mask(new Frame(file.picture(i), mask == null ? null : mask.of(i), null), result);
                writer.write(result);
            }
            writer.finish();
        }
    }

    private void requireFree(Path output) {
        if (!force && Files.exists(output))
            throw new IllegalArgumentException("'" + output + "' exists already; use --force to replace it.");
    }
}
