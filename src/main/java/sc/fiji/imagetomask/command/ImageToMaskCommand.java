package sc.fiji.imagetomask.command;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.stream.Stream;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.DynamicCommand;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.NumberWidget;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.image.MaskOptions;
import sc.fiji.imagetomask.image.OpenImages;
import sc.fiji.imagetomask.image.OptionLabels;

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
 * <p>Design decision: in a macro the options are read from the macro's own text, not from the inputs that SciJava makes
 * of it, because SciJava turns a bad number into 0 and overlooks bare flags and misspelt keys. Bad input cancels the
 * command with one sentence, and stops a macro.
 */
@Plugin(type = Command.class, menuPath = "Plugins>Masks>Image To Mask...", headless = true, initializer = "prepare")
public class ImageToMaskCommand extends DynamicCommand {

    @Parameter(label = "Image", persist = false, description = "An RGB or 8-bit image; its selection limits the mask")
    private ImagePlus image;

    @Parameter(label = OptionLabels.CHANNEL, persist = false, description = "The colour channel to make the mask from")
    private String channel = MaskSettings.DEFAULT.channel().label();

    @Parameter(
            label = OptionLabels.BLACK,
            persist = false,
            min = "0",
            max = "255",
            style = NumberWidget.SLIDER_STYLE,
            description = "This value and all below become 0")
    private int black = MaskSettings.DEFAULT.levels().black();

    @Parameter(
            label = OptionLabels.WHITE,
            persist = false,
            min = "0",
            max = "255",
            style = NumberWidget.SLIDER_STYLE,
            description = "This value and all above become 255")
    private int white = MaskSettings.DEFAULT.levels().white();

    @Parameter(
            label = OptionLabels.GRAY,
            persist = false,
            min = "0.01",
            max = "9.99",
            stepSize = "0.01",
            description = "Above 1 brightens the middle values, below 1 darkens them")
    private double gray = MaskSettings.DEFAULT.levels().gray();

    @Parameter(label = OptionLabels.INVERT, persist = false, description = "Bright becomes dark")
    private boolean invert = MaskSettings.DEFAULT.invert();

    @Parameter(label = OptionLabels.MASK, persist = false, description = "An open image to multiply the mask with")
    private String mask = MaskOptions.NO_MASK;

    @Parameter(label = OptionLabels.ENGINE, persist = false, description = "auto takes a GPU if there is one")
    private String engine = EngineChoice.AUTO;

    @Parameter(type = ItemIO.OUTPUT, label = "Mask")
    private ImagePlus result;

    @Parameter
    private LogService log;

    private MaskOptions macroOptions;

    /** Fills the choices; in a macro, reads its options and settles all inputs but the image, so that no dialog opens. */
    protected void prepare() {
        setChoices("channel", List.of(Channel.labels()));
        setChoices("mask", MaskOptions.maskChoices());
        setChoices("engine", EngineChoice.names());
        String macro = Macro.getOptions();
        if (macro == null || !isFor(macro)) return;
        try {
            macroOptions = MaskOptions.parse(macro);
            if (macroOptions.image() == null && image == null) OpenImages.active();
        } catch (IllegalArgumentException e) {
            refuse(e.getMessage());
        }
        settings().forEach(this::resolveInput);
    }

    @Override
    public void run() {
        try {
            MaskOptions options = macroOptions == null ? inputs() : macroOptions;
            result = options.maskOf(isWrongTitle(options) ? options.picture() : image, log::warn, Progress.NONE);
            if (macroOptions != null && GraphicsEnvironment.isHeadless()) showHeadless();
        } catch (IllegalArgumentException | EngineException e) {
            refuse(e.getMessage());
        }
    }

    private MaskOptions inputs() {
        MaskSettings settings =
                MaskSettings.of(channel).withLevels(black, white, gray).withInvert(invert);
        return MaskOptions.DEFAULT.with(settings).with("mask", mask).with("engine", engine);
    }

    /** Not if a script that was started with these options gave inputs of its own. */
    private boolean isFor(String macro) {
        return settings().allMatch(key -> !isInputResolved(key) || Macro.getValue(macro, key, null) != null);
    }

    private static Stream<String> settings() {
        return MaskOptions.KEYS.stream().filter(key -> !key.equals("image"));
    }

    /** SciJava makes an image without pixels of a title that is not there. */
    private boolean isWrongTitle(MaskOptions options) {
        return options.image() != null && (image == null || image.getWidth() == 0);
    }

    /** Where the macro finds it by its title; the image that the macro opens next is the active one. */
    private void showHeadless() {
        result.show();
        WindowManager.setTempCurrentImage(null);
    }

    private void refuse(String sentence) {
        cancel(sentence);
        if (Macro.getOptions() == null) return;
        if (GraphicsEnvironment.isHeadless()) IJ.log(sentence);
        Macro.abort();
    }

    private void setChoices(String input, List<String> choices) {
        getInfo().getMutableInput(input, String.class).setChoices(choices);
    }
}
