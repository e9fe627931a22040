package sc.fiji.imagetomask.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.scijava.plugin.Parameter;
import sc.fiji.imagetomask.options.MaskOption;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.options.OptionSetter;
import sc.fiji.imagetomask.preset.Presets;

/** A command that makes a mask: the options that it has for images of any kind. */
abstract class MaskCommand extends ScriptCommand {

    @Parameter(persist = false, required = false, description = PRESET_HELP)
    private String preset = "";

    @Parameter(persist = false, required = false, description = MaskOption.Help.CHANNEL)
    private String channel;

    @Parameter(persist = false, required = false, description = MaskOption.Help.STAINS)
    private String stains;

    @Parameter(persist = false, required = false, description = MaskOption.Help.BACKGROUND)
    private String background;

    @Parameter(persist = false, required = false, description = MaskOption.Help.COLOUR)
    private String colour;

    @Parameter(persist = false, required = false, description = MaskOption.Help.HUE)
    private int hue;

    @Parameter(persist = false, required = false, description = MaskOption.Help.CLIP)
    private String clip;

    @Parameter(persist = false, required = false, description = MaskOption.Help.BLACK)
    private int black;

    @Parameter(persist = false, required = false, description = MaskOption.Help.WHITE)
    private int white;

    @Parameter(persist = false, required = false, description = MaskOption.Help.WHITE2)
    private int white2;

    @Parameter(persist = false, required = false, description = MaskOption.Help.BLACK2)
    private int black2;

    @Parameter(persist = false, required = false, description = MaskOption.Help.GRAY)
    private double gray;

    @Parameter(persist = false, required = false, description = MaskOption.Help.INVERT)
    private boolean invert;

    @Parameter(persist = false, required = false, description = MaskOption.Help.TERMS)
    private String terms;

    @Parameter(persist = false, required = false, description = MaskOption.Help.STATISTICS)
    private String statistics;

    @Parameter(persist = false, required = false, description = MaskOption.Help.INSIDE)
    private boolean inside;

    @Parameter(persist = false, required = false, description = MaskOption.Help.MASKVALUES)
    private String maskvalues;

    @Parameter(persist = false, required = false, description = MaskOption.Help.LIMITED)
    private boolean limited;

    @Parameter(persist = false, required = false, description = MaskOption.Help.RGB)
    private String rgb;

    @Parameter(persist = false, required = false, description = MaskOption.Help.OUTPUT)
    private String output;

    /** With the defaults. */
    MaskCommand() {
        MaskOptions start = MaskOptions.DEFAULT;
        channel = start.settings().channel().label();
        stains = start.settings().stains().text();
        background = start.settings().stains().background().text();
        colour = start.settings().colours().text();
        hue = start.settings().hue();
        clip = start.settings().clip().text();
        black = start.settings().levels().black();
        white = start.settings().levels().white();
        white2 = start.settings().levels().white2();
        black2 = start.settings().levels().black2();
        gray = start.settings().levels().gray();
        invert = start.settings().invert();
        terms = "";
        statistics = start.settings().statistics().label();
        inside = start.settings().inside();
        maskvalues = start.settings().maskValues().label();
        limited = start.limited();
        rgb = start.reading().rgb().text();
        output = start.settings().output().label();
    }

    /**
     * The options that the script gave.
     *
     * @param setter takes the values that may come from an image's selections
     * @throws IllegalArgumentException with one sentence naming a value that is not allowed
     */
    MaskOptions options(OptionSetter<MaskOptions> setter) {
        boolean hasPreset = preset != null && !preset.isBlank();
        MaskOptions options = hasPreset ? Presets.standard().load(preset) : MaskOptions.DEFAULT;
        for (Map.Entry<String, String> input : inputs().entrySet())
            if (!hasPreset || isGiven(input.getKey())) options = setter.with(options, input.getKey(), input.getValue());
        return options.complete();
    }

    /** The values of all options; what is taken from selections needs to know how to read, and the background. */
    Map<String, String> inputs() {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("channel", channel);
        inputs.put("rgb", rgb);
        inputs.put("limited", String.valueOf(limited));
        inputs.put("background", background);
        inputs.put("stains", stains);
        inputs.put("colour", colour);
        inputs.put("hue", String.valueOf(hue));
        inputs.put("clip", clip);
        inputs.put("black", String.valueOf(black));
        inputs.put("white", String.valueOf(white));
        inputs.put("white2", String.valueOf(white2));
        inputs.put("black2", String.valueOf(black2));
        inputs.put("gray", String.valueOf(gray));
        inputs.put("invert", String.valueOf(invert));
        inputs.put("terms", terms);
        inputs.put("statistics", statistics);
        inputs.put("inside", String.valueOf(inside));
        inputs.put("maskvalues", maskvalues);
        inputs.put("output", output);
        return inputs;
    }
}
