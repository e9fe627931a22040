package sc.fiji.imagetomask.command;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import java.awt.GraphicsEnvironment;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CancellationException;
import org.scijava.ItemIO;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.Previewable;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.thread.ThreadService;
import org.scijava.ui.UIService;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.image.MaskOptions;
import sc.fiji.imagetomask.image.MaskSelections;
import sc.fiji.imagetomask.image.OpenImages;
import sc.fiji.imagetomask.image.OptionLabels;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.ui.HelpPage;

/**
 * Plugins &gt; Masks &gt; Image To Mask... in Fiji, and for scripts.
 *
 * <pre>{@code
 * CommandInfo command = commandService.getCommand(ImageToMaskCommand.class);
 * Module done = moduleService.run(command, true, "image", image, "channel", "S (HSV)", "black", 10).get();
 * ImagePlus mask = (ImagePlus) done.getOutput("result");
 * }</pre>
 *
 * <p>{@code commandService.run} works too, but hands no result back: SciJava returns null for every command with
 * choices that are made at run time.
 *
 * <p>Where Fiji shows its dialog for a user, it starts with the values of the last one; macros and scripts always start
 * with the defaults. Canceling, in the dialog or while the mask is made, leaves everything as it was.
 *
 * <p>Design decision: in a macro the options are read from the macro's own text, not from the inputs that SciJava makes
 * of it, because SciJava turns a bad number into 0 and overlooks bare flags and misspelt keys. Bad input cancels the
 * command with one sentence, and stops a macro.
 */
@Plugin(type = Command.class, menuPath = "Plugins>Masks>Image To Mask...", headless = true, initializer = "prepare")
public class ImageToMaskCommand extends MaskInputs implements Previewable {

    @Parameter(type = ItemIO.OUTPUT, label = "Mask")
    private ImagePlus result;

    @Parameter
    private LogService log;

    @Parameter
    private StatusService status;

    @Parameter
    private ThreadService threads;

    @Parameter(required = false)
    private UIService ui;

    private final LivePreview live = new LivePreview(sentence -> status.showStatus(sentence), this::turnPreviewOff);
    private MaskOptions askedByMacro;

    /** Fills the choices; in a macro, reads its options and settles all inputs but the image, so that no dialog opens. */
    protected void prepare() {
        fillChoices();
        String macro = macroOptions();
        if (macro != null && isFor(macro)) {
            readMacro(macro);
            SETTINGS.forEach(this::resolveInput);
        }
        if (SETTINGS.stream().allMatch(this::isInputResolved)) resolveDialogOnly();
        boolean isByDialog = ui != null && ui.isVisible() && SETTINGS.stream().noneMatch(this::isInputResolved);
        if (isByDialog) fillFromLastDialog();
    }

    @Override
    public void preview() {
        try {
            if (isPreviewOn() && image != null) live.show(image, options(), view());
            else live.hide();
        } catch (IllegalArgumentException e) {
            live.failed(e.getMessage());
        }
    }

    /** Undoes the preview. */
    @Override
    public void cancel() {
        live.close();
    }

    @Override
    public void run() {
        live.close();
        try {
            MaskOptions options = askedByMacro == null ? options() : askedByMacro;
            rememberDialog(options);
            ImagePlus picture = options.image() == null ? image : options.picture();
            ImagePlus mask = options.maskOf(picture, log::warn, new StoppableProgress(this));
            if (options.settings().output() == Output.SELECTION) MaskSelections.select(picture, mask);
            else result = mask;
            if (result != null && askedByMacro != null && GraphicsEnvironment.isHeadless()) showHeadless();
        } catch (CancellationException e) {
            if (!isCanceled()) cancel(null);
            if (macroOptions() != null) Macro.abort();
        } catch (IllegalArgumentException | EngineException e) {
            refuse(e.getMessage());
        } finally {
            keepDialogOnlyOutOfRecorder();
        }
    }

    /** Shows the histogram on which black, white and gray point can be set. */
    protected void openLevels() {
        try {
            MaskOptions options = options();
            threads.invoke(() -> live.askLevels(image, options, this::changeLevels));
        } catch (IllegalArgumentException | InvocationTargetException e) {
            live.failed(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Shows what each setting does. */
    protected void openHelp() {
        try {
            HelpPage.open();
        } catch (IllegalArgumentException e) {
            live.failed(e.getMessage());
        }
    }

    private void changeLevels(Levels levels) {
        fill(levels);
        preview();
    }

    /** Null outside a macro, and where the macro leaves the options to a dialog. */
    private static String macroOptions() {
        String given = Macro.getOptions();
        return given == null && IJ.isMacro() && GraphicsEnvironment.isHeadless() ? "" : given;
    }

    private void readMacro(String macro) {
        try {
            askedByMacro = MaskOptions.parse(macro);
            if (askedByMacro.image() == null && image == null) OpenImages.active();
        } catch (IllegalArgumentException e) {
            refuse(e.getMessage());
        }
    }

    /** Not if a script that was started with these options gave inputs of its own. */
    private boolean isFor(String macro) {
        return SETTINGS.stream().allMatch(key -> !isInputResolved(key) || Macro.getValue(macro, key, null) != null);
    }

    /** Where the macro finds it by its title; the image that the macro opens next is the active one. */
    private void showHeadless() {
        result.show();
        WindowManager.setTempCurrentImage(null);
    }

    /** With ImageJ's own words in a macro, which that stops; there SciJava's dialog would only say it again. */
    private void refuse(String sentence) {
        boolean isMacro = macroOptions() != null;
        cancel(isMacro && !GraphicsEnvironment.isHeadless() ? null : sentence);
        if (!isMacro) return;
        IJ.error(OptionLabels.TITLE, sentence);
        Macro.abort();
    }
}
