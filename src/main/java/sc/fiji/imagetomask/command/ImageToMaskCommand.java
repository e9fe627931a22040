package sc.fiji.imagetomask.command;

import ij.ImagePlus;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.imagej.MaskCommands;
import sc.fiji.imagetomask.imagej.MaskSelections;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.options.OptionLabels;

/**
 * An ImageJ image becomes a soft mask, for scripts.
 *
 * <pre>{@code
 * Module done = commandService.run(ImageToMaskCommand.class, true, "image", image, "channel", "S (HSV)", "black", 10).get();
 * ImagePlus mask = (ImagePlus) done.getOutput("result");
 * }</pre>
 *
 * <p>Inputs, values and defaults are those of the macro command of plugins.config. With {@code process} the mask is also
 * shown, where there is a display. With the output {@code selection} the picture is selected on, and there is no result.
 * Canceling while the mask is made leaves everything as it was.
 */
@Plugin(type = Command.class, headless = true, visible = false, label = OptionLabels.TITLE + " (ImagePlus)")
public class ImageToMaskCommand extends PictureCommand {

    @Parameter(persist = false, required = false, description = OptionLabels.CHANNEL_TIP)
    private String channel;

    @Parameter(persist = false, required = false, description = OptionLabels.HUE_TIP)
    private int hue;

    @Parameter(persist = false, required = false, description = OptionLabels.BLACK_TIP)
    private int black;

    @Parameter(persist = false, required = false, description = OptionLabels.WHITE_TIP)
    private int white;

    @Parameter(persist = false, required = false, description = OptionLabels.GRAY_TIP)
    private double gray;

    @Parameter(persist = false, required = false, description = OptionLabels.INVERT_TIP)
    private boolean invert;

    @Parameter(persist = false, required = false, description = OptionLabels.STATISTICS_TIP)
    private String statistics;

    @Parameter(persist = false, required = false, description = OptionLabels.INSIDE_TIP)
    private boolean inside;

    @Parameter(persist = false, required = false, description = OptionLabels.MASK_TIP)
    private String mask;

    @Parameter(persist = false, required = false, description = OptionLabels.MASK_VALUES_TIP)
    private String maskvalues;

    @Parameter(persist = false, required = false, description = OptionLabels.LIMITED_TIP)
    private boolean limited;

    @Parameter(persist = false, required = false, description = OptionLabels.SLICES_TIP)
    private String slices;

    @Parameter(persist = false, required = false, description = OptionLabels.RANGE_TIP)
    private String range;

    @Parameter(persist = false, required = false, description = OptionLabels.RGB_TIP)
    private String rgb;

    @Parameter(persist = false, required = false, description = OptionLabels.OUTPUT_TIP)
    private String output;

    /** With the defaults. */
    public ImageToMaskCommand() {
        MaskOptions start = MaskOptions.DEFAULT;
        channel = start.settings().channel().label();
        hue = start.settings().hue();
        black = start.settings().levels().black();
        white = start.settings().levels().white();
        gray = start.settings().levels().gray();
        invert = start.settings().invert();
        statistics = start.settings().statistics().label();
        inside = start.settings().inside();
        mask = start.mask();
        maskvalues = start.settings().maskValues().label();
        limited = start.limited();
        slices = start.slices().label();
        range = start.reading().range().text();
        rgb = start.reading().rgb().text();
        output = start.settings().output().label();
    }

    @Override
    ImagePlus make(ImagePlus picture, String engineName, Progress progress) {
        MaskOptions options = options(engineName);
        ImagePlus made = MaskCommands.mask(options, picture, this::tell, progress);
        if (options.settings().output() != Output.SELECTION) return made;
        MaskSelections.select(picture, made);
        return null;
    }

    private MaskOptions options(String engineName) {
        return MaskOptions.DEFAULT
                .with("channel", channel)
                .with("hue", String.valueOf(hue))
                .with("black", String.valueOf(black))
                .with("white", String.valueOf(white))
                .with("gray", String.valueOf(gray))
                .with("invert", String.valueOf(invert))
                .with("statistics", statistics)
                .with("inside", String.valueOf(inside))
                .with("mask", mask)
                .with("maskvalues", maskvalues)
                .with("limited", String.valueOf(limited))
                .with("slices", slices)
                .with("range", range)
                .with("rgb", rgb)
                .with("output", output)
                .with("engine", engineName);
    }
}
