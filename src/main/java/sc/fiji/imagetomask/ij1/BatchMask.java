package sc.fiji.imagetomask.ij1;

import ij.IJ;
import ij.Macro;
import ij.plugin.frame.Recorder;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.files.Sentence;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.preset.Presets;

/**
 * Makes masks of picture files for macros. A macro's own {@code open} and {@code run} would stop with a dialog at the
 * first picture that fails. Pictures and masks have no windows, and no open image is changed.
 *
 * <pre>
 * problem = call("sc.fiji.imagetomask.ij1.BatchMask.save", picture, options, mask);
 * made = call("sc.fiji.imagetomask.ij1.BatchMask.saveAll", pictures, options, folder);
 * </pre>
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
            List<String> notices = new ArrayList<>();
            IJ.resetEscape();
            FolderMasks.save(Path.of(picture), parse(options), Path.of(mask), notices);
            notices.forEach(notice -> FolderMasks.log(Path.of(picture), notice));
            return "";
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            return Sentence.of(e);
        } finally {
            IJ.redirectErrorMessages(false);
        }
    }

    /**
     * Makes the masks of picture files, several at once, and saves each as {@code Mask of NAME.tif} in a folder. What fails is
     * printed with its reason, in the order of the files, and the others are made.
     *
     * @param pictures their paths, one a line
     * @param options those of the command, but no image
     * @param masks the folder
     * @return how many masks were made
     */
    public static String saveAll(String pictures, String options, String masks) {
        List<Path> files = pictures.lines().map(Path::of).toList();
        return String.valueOf(FolderMasks.make(files, parse(options), Path.of(masks)));
    }

    private static MaskOptions parse(String text) {
        Installation.require();
        MaskOptions options =
                MaskOptions.parse(text, UnaryOperator.identity(), MaskOptions::with, Presets.standard()::load);
        if (options.image() != null)
            throw new IllegalArgumentException(
                    "image is '" + options.image() + "', but must be left out when pictures are files.");
        if (options.settings().output() == Output.SELECTION)
            throw new IllegalArgumentException("output is 'selection', but must be 8-bit, 32-bit or binary for files.");
        return options.complete();
    }
}
