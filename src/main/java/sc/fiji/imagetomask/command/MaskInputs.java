package sc.fiji.imagetomask.command;

import ij.ImagePlus;
import java.util.List;
import org.scijava.command.DynamicCommand;
import org.scijava.module.MutableModuleItem;
import org.scijava.plugin.Parameter;
import org.scijava.widget.Button;
import org.scijava.widget.NumberWidget;
import sc.fiji.imagetomask.Labelled;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.Statistics;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.image.MaskOptions;
import sc.fiji.imagetomask.image.OptionLabels;
import sc.fiji.imagetomask.image.Slices;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.ui.LastDialog;
import sc.fiji.imagetomask.ui.PreviewView;

/** The inputs of {@link ImageToMaskCommand}, in the order of its dialog; their names are the keys of macros. */
abstract class MaskInputs extends DynamicCommand {

    /** The inputs that say how the mask is made: all keys of macros but the image. */
    static final List<String> SETTINGS =
            MaskOptions.KEYS.stream().filter(key -> !key.equals("image")).toList();

    /** What only serves the dialog. */
    private static final List<String> DIALOG_ONLY = List.of("levels", "preview", "view", "help");

    @Parameter(label = "Image", persist = false, description = "An image; its selection limits the mask")
    ImagePlus image;

    @Parameter(
            label = OptionLabels.CHANNEL,
            persist = false,
            callback = "keepHueInRange",
            description = OptionLabels.CHANNEL_TIP)
    private String channel;

    @Parameter(
            label = OptionLabels.HUE,
            persist = false,
            min = "0",
            max = "254",
            style = NumberWidget.SLIDER_STYLE,
            callback = "keepHueInRange",
            description = OptionLabels.HUE_TIP)
    private int hue;

    @Parameter(
            label = OptionLabels.BLACK,
            persist = false,
            min = "0",
            max = "255",
            style = NumberWidget.SLIDER_STYLE,
            description = OptionLabels.BLACK_TIP)
    private int black;

    @Parameter(
            label = OptionLabels.WHITE,
            persist = false,
            min = "0",
            max = "255",
            style = NumberWidget.SLIDER_STYLE,
            description = OptionLabels.WHITE_TIP)
    private int white;

    @Parameter(
            label = OptionLabels.GRAY,
            persist = false,
            min = "0.01",
            max = "9.99",
            stepSize = "0.01",
            description = OptionLabels.GRAY_TIP)
    private double gray;

    @Parameter(
            label = OptionLabels.LEVELS,
            persist = false,
            required = false,
            callback = "openLevels",
            description = OptionLabels.LEVELS_TIP)
    private Button levels;

    @Parameter(label = OptionLabels.INVERT, persist = false, description = OptionLabels.INVERT_TIP)
    private boolean invert;

    @Parameter(label = OptionLabels.STATISTICS, persist = false, description = OptionLabels.STATISTICS_TIP)
    private String statistics;

    @Parameter(label = OptionLabels.INSIDE, persist = false, description = OptionLabels.INSIDE_TIP)
    private boolean inside;

    @Parameter(label = OptionLabels.MASK, persist = false, description = OptionLabels.MASK_TIP)
    private String mask;

    @Parameter(label = OptionLabels.LIMITED, persist = false, description = OptionLabels.LIMITED_TIP)
    private boolean limited;

    @Parameter(label = OptionLabels.SLICES, persist = false, description = OptionLabels.SLICES_TIP)
    private String slices;

    @Parameter(label = OptionLabels.RANGE, persist = false, description = OptionLabels.RANGE_TIP)
    private String range;

    @Parameter(label = OptionLabels.RGB, persist = false, required = false, description = OptionLabels.RGB_TIP)
    private String rgb;

    @Parameter(label = OptionLabels.OUTPUT, persist = false, description = OptionLabels.OUTPUT_TIP)
    private String output;

    @Parameter(label = OptionLabels.ENGINE, persist = false, description = OptionLabels.ENGINE_TIP)
    private String engine;

    @Parameter(label = OptionLabels.PREVIEW, persist = false, description = OptionLabels.PREVIEW_TIP)
    private Boolean preview = false;

    @Parameter(label = OptionLabels.VIEW, persist = false, description = OptionLabels.VIEW_TIP)
    private String view = PreviewView.MASK.label();

    @Parameter(
            label = OptionLabels.HELP,
            persist = false,
            required = false,
            callback = "openHelp",
            description = OptionLabels.HELP_TIP)
    private Button help;

    private LastDialog last;

    MaskInputs() {
        fill(MaskOptions.DEFAULT);
    }

    void fillChoices() {
        choices("channel", Channel.labels());
        choices("statistics", Labelled.labels(Statistics.values()));
        choices("mask", MaskOptions.maskChoices().toArray(String[]::new));
        choices("slices", Labelled.labels(Slices.values()));
        choices("output", Labelled.labels(Output.values()));
        choices("engine", EngineChoice.names().toArray(String[]::new));
        choices("view", Labelled.labels(PreviewView.values()));
    }

    /** Takes over all options but the image. */
    final void fill(MaskOptions options) {
        channel = options.settings().channel().label();
        hue = options.settings().hue();
        fill(options.settings().levels());
        invert = options.settings().invert();
        statistics = options.settings().statistics().label();
        inside = options.settings().inside();
        mask = options.mask();
        limited = options.limited();
        slices = options.slices().label();
        range = options.reading().range().text();
        rgb = options.reading().rgb().text();
        output = options.settings().output().label();
        engine = options.engine();
    }

    final void fill(Levels points) {
        black = points.black();
        white = points.white();
        gray = points.gray();
    }

    /**
     * What the inputs ask for.
     *
     * @throws IllegalArgumentException naming an input, its value and what is allowed
     */
    MaskOptions options() {
        MaskOptions options = MaskOptions.DEFAULT;
        for (String key : SETTINGS) options = options.with(key, String.valueOf(getInput(key)));
        return options;
    }

    boolean isPreviewOn() {
        return Boolean.TRUE.equals(preview);
    }

    void turnPreviewOff() {
        preview = false;
    }

    PreviewView view() {
        return PreviewView.of(view);
    }

    /** Starts with how the last dialog was left. */
    void fillFromLastDialog() {
        last = LastDialog.load();
        fill(last.options());
        preview = last.preview();
        view = last.view().label();
    }

    /** If these inputs are from a dialog, for the next one. */
    void rememberDialog(MaskOptions options) {
        if (last != null) new LastDialog(options, isPreviewOn(), view(), last.logScale()).save();
    }

    /** So that no dialog opens for them alone. */
    void resolveDialogOnly() {
        DIALOG_ONLY.forEach(this::resolveInput);
    }

    /** ImageJ's recorder writes down every input that has a value. */
    void keepDialogOnlyOutOfRecorder() {
        preview = null;
        view = null;
    }

    /** Other channels cannot be turned. */
    @SuppressWarnings("unused") // SciJava calls it
    private void keepHueInRange() {
        if (!Channel.HSV_H.label().equals(channel)) hue = 0;
    }

    private void choices(String input, String[] choices) {
        MutableModuleItem<String> item = getInfo().getMutableInput(input, String.class);
        item.setChoices(List.of(choices));
    }
}
