package sc.fiji.imagetomask.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.imagej.FoundMasks;
import sc.fiji.imagetomask.imagej.MaskCommands;
import sc.fiji.imagetomask.imagej.MaskSelections;
import sc.fiji.imagetomask.imagej.SelectionValues;
import sc.fiji.imagetomask.options.CommandNames;
import sc.fiji.imagetomask.options.FindMaskOptions;
import sc.fiji.imagetomask.options.MaskOption;
import sc.fiji.imagetomask.options.MaskOptions;

/**
 * Finds the channel and the levels whose mask separates what is marked on an ImageJ image from the rest, and makes this mask,
 * for scripts.
 *
 * <pre>{@code
 * image.setRoi(320, 345, 7, 7);
 * Module done = commandService.run(FindMaskCommand.class, true, "image", image).get();
 * ImagePlus mask = (ImagePlus) done.getOutput("result");
 * String options = (String) done.getOutput("options"); // for run("Image To Mask...", options)
 * }</pre>
 */
@Plugin(type = Command.class, headless = true, visible = false, label = CommandNames.FIND + " (ImagePlus)")
public class FindMaskCommand extends ScriptCommand {

    private static final MaskOptions START = FindMaskOptions.DEFAULT.options();

    @Parameter(persist = false, required = false, description = FindMaskOptions.Help.OBJECT)
    private String object = FindMaskOptions.DEFAULT.object().text();

    @Parameter(persist = false, required = false, description = FindMaskOptions.Help.NOT)
    private String not = FindMaskOptions.DEFAULT.not().text();

    @Parameter(persist = false, required = false, description = PRESET_HELP)
    private String preset = "";

    @Parameter(persist = false, required = false, description = MaskOption.Help.STAINS)
    private String stains = START.settings().stains().text();

    @Parameter(persist = false, required = false, description = MaskOption.Help.BACKGROUND)
    private String background = START.settings().stains().background().text();

    @Parameter(persist = false, required = false, description = MaskOption.Help.STATISTICS)
    private String statistics = START.settings().statistics().label();

    @Parameter(persist = false, required = false, description = MaskOption.Help.MASK)
    private String mask = START.mask();

    @Parameter(persist = false, required = false, description = MaskOption.Help.MASKVALUES)
    private String maskvalues = START.settings().maskValues().label();

    @Parameter(persist = false, required = false, description = MaskOption.Help.SLICES)
    private String slices = START.slices().label();

    @Parameter(persist = false, required = false, description = MaskOption.Help.RANGE)
    private String range = START.reading().range().text();

    @Parameter(persist = false, required = false, description = MaskOption.Help.RGB)
    private String rgb = START.reading().rgb().text();

    @Parameter(persist = false, required = false, description = MaskOption.Help.OUTPUT)
    private String output = START.settings().output().label();

    @Parameter(type = ItemIO.OUTPUT, description = "The best mask")
    private ImagePlus result;

    @Parameter(type = ItemIO.OUTPUT, description = "The options of the best mask, as in a macro")
    private String options;

    @Parameter(type = ItemIO.OUTPUT, description = "The best settings of each channel, the best first")
    private ResultsTable table;

    @Override
    void make(String engineName) {
        ImagePlus picture = ScriptPictures.given(image(), imagej2(), converters());
        FindMaskOptions asked =
                FindMaskOptions.DEFAULT.with("object", object).with("not", not).with("engine", engineName);
        for (Map.Entry<String, String> input : withPreset(preset, inputs()).entrySet())
            asked = SelectionValues.with(asked, input.getKey(), input.getValue(), () -> picture);
        Engine engine = EngineChoice.of(engineName, null, this::tell).engine();
        StoppableProgress progress = new StoppableProgress(this);
        FoundMasks found = FoundMasks.of(asked, picture, engine, progress);
        ImagePlus best = MaskCommands.mask(found.best(), picture, engine, this::tell, progress);
        options = found.best().text();
        table = found.table();
        if (asked.options().settings().output() == Output.SELECTION) MaskSelections.select(picture, best);
        else result = best;
    }

    /** The options that masks have, too; what is taken from selections needs to know how to read. */
    private Map<String, String> inputs() {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("range", range);
        inputs.put("rgb", rgb);
        inputs.put("background", background);
        inputs.put("stains", stains);
        inputs.put("statistics", statistics);
        inputs.put("mask", mask);
        inputs.put("maskvalues", maskvalues);
        inputs.put("slices", slices);
        inputs.put("output", output);
        return inputs;
    }

    @Override
    boolean show(boolean hasDisplay) {
        return ScriptPictures.show(result, hasDisplay);
    }
}
