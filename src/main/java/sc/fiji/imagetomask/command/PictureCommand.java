package sc.fiji.imagetomask.command;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.scijava.ItemIO;
import org.scijava.command.DynamicCommand;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.image.OpenImages;
import sc.fiji.imagetomask.image.OptionLabels;

/**
 * A command that makes an image of an image, in dialogs, scripts and macros. In a macro the options are read from the
 * macro's own text, and no dialog opens. Bad input cancels the command with one sentence, and stops a macro.
 *
 * @param <O> the options
 */
abstract class PictureCommand<O> extends DynamicCommand {

    @Parameter(label = "Image", persist = false, description = "The image to work on")
    private ImagePlus image;

    @Parameter(label = OptionLabels.ENGINE, persist = false, description = OptionLabels.ENGINE_TIP)
    private String engine = EngineChoice.AUTO;

    @Parameter(type = ItemIO.OUTPUT, label = "Result")
    private ImagePlus result;

    @Parameter
    private LogService log;

    private O macroOptions;

    /** The keys of all options. */
    abstract List<String> keys();

    /** The options in a macro's option string. */
    abstract O parse(String macro);

    /** The options as they were put into the inputs. */
    abstract O inputs(String engineName);

    /** The title that the options name, or null. */
    abstract String title(O options);

    /** What the command makes. */
    abstract ImagePlus make(O options, ImagePlus picture, Consumer<String> notices, Progress progress);

    /** In a macro, reads its options and settles all inputs but the image. */
    protected void prepare() {
        setChoices("engine", EngineChoice.names());
        String macro = macroText();
        if (macro == null || !isFor(macro)) return;
        try {
            macroOptions = parse(macro);
            if (title(macroOptions) == null && image == null) OpenImages.active();
        } catch (IllegalArgumentException e) {
            refuse(e.getMessage());
        }
        settings().forEach(this::resolveInput);
    }

    @Override
    public void run() {
        try {
            O options = macroOptions == null ? inputs(engine) : macroOptions;
            result = make(options, picture(title(options)), log::warn, new StoppableProgress(this));
            if (macroOptions != null && GraphicsEnvironment.isHeadless()) showHeadless();
        } catch (CancellationException e) {
            if (!isCanceled()) cancel(null);
            if (macroText() != null) Macro.abort();
        } catch (IllegalArgumentException | EngineException e) {
            refuse(e.getMessage());
        }
    }

    void setChoices(String input, List<String> choices) {
        getInfo().getMutableInput(input, String.class).setChoices(choices);
    }

    /** Null outside a macro, and where the macro leaves the options to a dialog. */
    private static String macroText() {
        String given = Macro.getOptions();
        return given == null && IJ.isMacro() && GraphicsEnvironment.isHeadless() ? "" : given;
    }

    /** Not if a script that was started with these options gave inputs of its own. */
    private boolean isFor(String macro) {
        return settings().allMatch(key -> !isInputResolved(key) || Macro.getValue(macro, key, null) != null);
    }

    private Stream<String> settings() {
        return keys().stream().filter(key -> !key.equals("image"));
    }

    /** SciJava makes an image without pixels of a title that is not there. */
    private ImagePlus picture(String title) {
        boolean wrongTitle = title != null && (image == null || image.getWidth() == 0);
        return wrongTitle ? OpenImages.activeOr(title) : image;
    }

    /** Where the macro finds it by its title; the image that the macro opens next is the active one. */
    private void showHeadless() {
        result.show();
        WindowManager.setTempCurrentImage(null);
    }

    /** With ImageJ's own words in a macro, which that stops; there SciJava's dialog would only say it again. */
    private void refuse(String sentence) {
        boolean isMacro = macroText() != null;
        cancel(isMacro && !GraphicsEnvironment.isHeadless() ? null : sentence);
        if (!isMacro) return;
        IJ.error(getInfo().getMenuPath().getLeaf().getName(), sentence);
        Macro.abort();
    }
}
