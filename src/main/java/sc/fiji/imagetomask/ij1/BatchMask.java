package sc.fiji.imagetomask.ij1;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.plugin.frame.Recorder;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.files.FileBeside;
import sc.fiji.imagetomask.files.Sentence;
import sc.fiji.imagetomask.imagej.ImageJProgress;
import sc.fiji.imagetomask.imagej.MaskCommands;
import sc.fiji.imagetomask.options.MaskOptions;

/**
 * Makes masks of picture files for macros. A macro's own {@code open} and {@code run} would stop with a dialog at the
 * first picture that fails. Pictures and masks have no windows, and no open image is changed.
 *
 * <pre>problem = call("sc.fiji.imagetomask.ij1.BatchMask.save", picture, options, mask);</pre>
 */
public final class BatchMask {

    private BatchMask() {}

    /**
     * Asks for the folders and options in a dialog; or takes those that a macro gives with {@code run("Batch Image To
     * Mask...", "pictures=[...] masks=[...] options=[...]")}.
     *
     * @return the macro's argument, {@code PICTURES | MASKS | OPTIONS}; nothing if the user canceled
     */
    public static String ask() {
        String given = Macro.getOptions();
        if (given != null) {
            String options = Macro.getValue(given, "options", "");
            return String.join(
                    " | ", Macro.getValue(given, "pictures", ""), Macro.getValue(given, "masks", ""), options);
        }
        if (GraphicsEnvironment.isHeadless()) return "";
        Optional<BatchDialog.Batch> asked = BatchDialog.ask();
        if (asked.isEmpty()) return "";
        BatchDialog.Batch batch = asked.get();
        String options = batch.options().text();
        if (Recorder.record) {
            Recorder.recordOption("pictures", batch.pictures());
            Recorder.recordOption("masks", batch.masks());
            Recorder.recordOption("options", options);
        }
        return String.join(" | ", batch.pictures(), batch.masks(), options);
    }

    /**
     * Whether these options can be used for any picture.
     *
     * @param options those of the command, but no image
     * @return nothing, or in one sentence what is wrong with them
     */
    public static String mistake(String options) {
        try {
            parse(options);
            return "";
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    /**
     * Makes the mask of a picture file and saves it as TIFF. The file is complete or does not exist, even if ImageJ is
     * closed or killed; an existing file is replaced.
     *
     * @param picture its path
     * @param options those of the command, but no image
     * @param mask the path of the file that is made
     * @return nothing, or in one sentence why there is no new mask
     */
    public static String save(String picture, String options, String mask) {
        try {
            MaskOptions asked = parse(options);
            write(
                    MaskCommands.mask(
                            asked, open(picture), Entry.engine(asked.engine()), IJ::log, new ImageJProgress()),
                    Path.of(mask));
            return "";
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            return Sentence.of(e);
        } finally {
            IJ.redirectErrorMessages(false);
        }
    }

    private static MaskOptions parse(String text) {
        Installation.require();
        MaskOptions options = MaskOptions.parse(text);
        if (options.image() != null)
            throw new IllegalArgumentException(
                    "image is '" + options.image() + "', but must be left out when pictures are files.");
        if (options.settings().output() == Output.SELECTION)
            throw new IllegalArgumentException("output is 'selection', but must be 8-bit, 32-bit or binary for files.");
        return options;
    }

    private static ImagePlus open(String path) throws IOException {
        Opener opener = new Opener();
        int type = opener.getFileType(path);
        boolean isForeign = type == Opener.UNKNOWN || type == Opener.TEXT;
        sayInLog();
        ImagePlus picture;
        try {
            picture = isForeign ? Opener.openUsingBioFormats(path) : opener.openImage(path);
        } catch (RuntimeException e) { // also ImageJ's way to end a macro
            picture = null;
        }
        if (picture == null) throw failure("ImageJ cannot open it");
        return withChannels(picture);
    }

    /** Slices of 16-bit colours come as three slices each. */
    private static ImagePlus withChannels(ImagePlus picture) {
        FileInfo file = picture.getOriginalFileInfo();
        boolean isFlat = file != null && file.fileType == FileInfo.RGB48 && picture.getNChannels() == 1;
        if (!isFlat) return picture;
        picture.setDimensions(3, picture.getStackSize() / 3, 1);
        return new CompositeImage(picture, IJ.COMPOSITE);
    }

    private static void write(ImagePlus mask, Path file) throws IOException {
        try (FileBeside beside = new FileBeside(file)) {
            sayInLog();
            boolean isSaved;
            try {
                isSaved = new FileSaver(mask).saveAsTiff(beside.path().toString());
            } catch (RuntimeException e) { // also ImageJ's way to end a macro
                isSaved = false;
            }
            if (!isSaved) throw failure("'" + file + "' cannot be written");
            beside.takePlace();
        }
    }

    /** Makes ImageJ keep its next error instead of showing a dialog; needed again after every error. */
    private static void sayInLog() {
        IJ.redirectErrorMessages(true);
    }

    private static IOException failure(String what) {
        String told = IJ.getErrorMessage();
        return new IOException(told == null ? what : what + ": " + told);
    }
}
