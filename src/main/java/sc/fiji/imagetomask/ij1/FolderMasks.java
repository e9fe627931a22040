package sc.fiji.imagetomask.ij1;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import sc.fiji.imagetomask.files.Sentence;
import sc.fiji.imagetomask.imagej.MaskCommands;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.picturefile.PictureFormat;
import sc.fiji.imagetomask.picturefile.raster.HeaderSize;
import sc.fiji.imagetomask.threads.Batch;

/** Masks of picture files, several at once, with ImageJ's progress bar and log. */
final class FolderMasks {

    /** For each pixel: as it is decoded, as ImageJ holds it, and the mask. */
    private static final int BYTES_PER_PIXEL = 24;

    /** ImageJ reads a TIFF as a whole; compressed ones become larger. */
    private static final int BYTES_PER_BYTE = 4;

    private final MaskOptions options;
    private final Path folder;
    private final int pictures;
    private int made;
    private int told;

    /** @param folder of the masks */
    private FolderMasks(MaskOptions options, Path folder, int pictures) {
        this.options = options;
        this.folder = folder;
        this.pictures = pictures;
    }

    /** Makes them, and says in the log which have failed. The Esc key stops the work. Returns how many were made. */
    static int make(List<Path> pictures, MaskOptions options, Path folder) {
        FolderMasks masks = new FolderMasks(options, folder, pictures.size());
        IJ.resetEscape();
        try {
            new Batch<Outcome>(masks.threads(), Runtime.getRuntime().maxMemory() / 2)
                    .run(pictures.stream().map(masks::job).toList(), masks::tell);
        } catch (CancellationException e) {
            IJ.log(e.getMessage());
        } finally {
            IJ.redirectErrorMessages(false);
        }
        return masks.made;
    }

    /** A mask image that is open is for one command at a time. */
    private int threads() {
        return MaskOptions.NO_MASK.equals(options.mask()) ? Runtime.getRuntime().availableProcessors() : 1;
    }

    /** One sentence each; the problem is null if there is none. */
    private record Outcome(Path picture, List<String> notices, String problem) {}

    private Batch.Job<Outcome> job(Path picture) {
        return new Batch.Job<>() {
            @Override
            public long bytes() {
                return FolderMasks.bytes(picture);
            }

            @Override
            public Outcome run(boolean isAlone) {
                List<String> notices = new ArrayList<>();
                try {
                    save(picture, options, folder.resolve("Mask of " + picture.getFileName() + ".tif"), notices);
                    return new Outcome(picture, notices, null);
                } catch (CancellationException e) {
                    throw e;
                } catch (OutOfMemoryError e) {
                    if (!isAlone) throw e;
                    return new Outcome(picture, notices, Sentence.of(e));
                } catch (IOException | RuntimeException e) {
                    return new Outcome(picture, notices, Sentence.of(e));
                }
            }
        };
    }

    /** Makes the mask of one picture file. */
    static void save(Path picture, MaskOptions options, Path mask, List<String> notices) throws IOException {
        ImagePlus image = QuietFiles.open(picture);
        QuietFiles.save(
                MaskCommands.mask(
                        options, image, Entry.engine(options.engine()), notices::add, (done, of) -> requireNoEsc()),
                mask);
    }

    /** About how much memory the mask of a picture file needs. */
    private static long bytes(Path picture) {
        try {
            long bytes = Files.size(picture) * BYTES_PER_BYTE;
            PictureFormat format = PictureFormat.of(picture);
            return format.isTiff()
                    ? bytes
                    : bytes + HeaderSize.of(picture, format).pixels() * BYTES_PER_PIXEL;
        } catch (IOException e) { // it is reported when it is opened
            return 0;
        }
    }

    private void tell(Outcome outcome) {
        outcome.notices.forEach(IJ::log);
        if (outcome.problem == null) made++;
        else IJ.log(outcome.picture.getFileName() + ": " + outcome.problem);
        showProgress(++told);
        requireNoEsc();
    }

    /** Also while a macro hides the progress of single images. */
    private void showProgress(int done) {
        ImageJ window = IJ.getInstance();
        if (window != null) window.getProgressBar().show(done / (double) pictures, true);
    }

    private static void requireNoEsc() {
        if (IJ.escapePressed()) throw new CancellationException("Esc was pressed.");
    }
}
