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
import java.util.concurrent.atomic.AtomicReference;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.files.Sentence;
import sc.fiji.imagetomask.imagej.MaskCommands;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.picturefile.PictureFormat;
import sc.fiji.imagetomask.picturefile.raster.HeaderSize;
import sc.fiji.imagetomask.threads.Batch;
import sc.fiji.imagetomask.tone.Histograms;

/** Masks of picture files, several at once, with ImageJ's progress bar and log. */
final class FolderMasks {

    /** For each pixel: as it is decoded, as ImageJ holds it, and the mask. */
    private static final int BYTES_PER_PIXEL = 24;

    /** ImageJ reads a TIFF as a whole; compressed ones become larger. */
    private static final int BYTES_PER_BYTE = 4;

    private final MaskOptions options;
    private final Path folder;
    private final int steps;
    private int made;
    private int done;

    /** @param folder of the masks */
    private FolderMasks(MaskOptions options, Path folder, int steps) {
        this.options = options;
        this.folder = folder;
        this.steps = steps;
    }

    /** Makes them, and says in the log which have failed. The Esc key stops the work. Returns how many were made. */
    static int make(List<Path> pictures, MaskOptions options, Path folder) {
        boolean countsFirst = options.settings().needsHistogramOfBatch();
        FolderMasks masks = new FolderMasks(options, folder, pictures.size() * (countsFirst ? 2 : 1));
        IJ.resetEscape();
        try {
            MaskOptions ranged = countsFirst ? options.with(masks.ranged(pictures)) : options;
            masks.<Outcome>batch()
                    .run(
                            pictures.stream()
                                    .map(picture -> masks.job(picture, ranged))
                                    .toList(),
                            masks::tell);
        } catch (CancellationException e) {
            IJ.log(e.getMessage());
        } finally {
            IJ.redirectErrorMessages(false);
        }
        return masks.made;
    }

    private <R> Batch<R> batch() {
        return new Batch<>(threads(), Runtime.getRuntime().maxMemory() / 2);
    }

    /** The settings with the clip range of all pictures together, without those that cannot be opened. */
    private MaskSettings ranged(List<Path> pictures) {
        AtomicReference<Histograms> sum = new AtomicReference<>(none());
        this.<Histograms>batch().run(pictures.stream().map(this::counting).toList(), histograms -> {
            sum.accumulateAndGet(histograms, Histograms::plus);
            showProgress(++done);
            requireNoEsc();
        });
        return options.settings().withRangeOfBatch(sum.get());
    }

    private Histograms none() {
        return Histograms.empty(options.settings().terms().size());
    }

    /** A picture that cannot be counted cannot be made either, and is told then. */
    private Batch.Job<Histograms> counting(Path picture) {
        return new Batch.Job<>() {
            @Override
            public long bytes() {
                return FolderMasks.bytes(picture);
            }

            @Override
            public Histograms run(boolean isAlone) {
                try {
                    ImagePlus image = QuietFiles.open(picture);
                    return MaskCommands.histograms(options, image, Entry.engine(options.engine()));
                } catch (OutOfMemoryError e) {
                    if (!isAlone) throw e;
                    return none();
                } catch (IOException | RuntimeException e) {
                    return none();
                }
            }
        };
    }

    /** A mask image that is open is for one command at a time. */
    private int threads() {
        return MaskOptions.NO_MASK.equals(options.mask()) ? Runtime.getRuntime().availableProcessors() : 1;
    }

    /** One sentence each; the problem is null if there is none. */
    private record Outcome(Path picture, List<String> notices, String problem) {}

    private Batch.Job<Outcome> job(Path picture, MaskOptions ranged) {
        return new Batch.Job<>() {
            @Override
            public long bytes() {
                return FolderMasks.bytes(picture);
            }

            @Override
            public Outcome run(boolean isAlone) {
                List<String> notices = new ArrayList<>();
                try {
                    save(picture, ranged, folder.resolve("Mask of " + picture.getFileName() + ".tif"), notices);
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
        outcome.notices.forEach(notice -> log(outcome.picture, notice));
        if (outcome.problem == null) made++;
        else log(outcome.picture, outcome.problem);
        showProgress(++done);
        requireNoEsc();
    }

    static void log(Path picture, String sentence) {
        IJ.log(picture.getFileName() + ": " + sentence);
    }

    /** Also while a macro hides the progress of single images. */
    private void showProgress(int step) {
        ImageJ window = IJ.getInstance();
        if (window != null) window.getProgressBar().show(step / (double) steps, true);
    }

    private static void requireNoEsc() {
        if (IJ.escapePressed()) throw new CancellationException("Esc was pressed.");
    }
}
