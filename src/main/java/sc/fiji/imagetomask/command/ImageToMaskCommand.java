package sc.fiji.imagetomask.command;

import ij.ImagePlus;
import java.util.LinkedHashMap;
import java.util.Map;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.imagej.MaskCommands;
import sc.fiji.imagetomask.imagej.MaskSelections;
import sc.fiji.imagetomask.imagej.SelectionValues;
import sc.fiji.imagetomask.options.CommandNames;
import sc.fiji.imagetomask.options.MaskOption;
import sc.fiji.imagetomask.options.MaskOptions;

/**
 * An ImageJ image becomes a soft mask, for scripts.
 *
 * <pre>{@code
 * Module done = commandService.run(ImageToMaskCommand.class, true, "image", image, "channel", "S (HSV)", "black", 10).get();
 * ImagePlus mask = (ImagePlus) done.getOutput("result");
 * }</pre>
 *
 * <p>Inputs, values and defaults are those of the macro command of plugins.config. With {@code process} the mask is
 * also shown, where there is a display. With the output {@code selection} the mask becomes a selection on the picture,
 * and there is no result. If the user cancels, nothing is changed.
 */
@Plugin(type = Command.class, headless = true, visible = false, label = CommandNames.MASK + " (ImagePlus)")
public class ImageToMaskCommand extends MaskCommand {

    @Parameter(persist = false, required = false, description = MaskOption.Help.MASK)
    private String mask = MaskOptions.DEFAULT.mask();

    @Parameter(persist = false, required = false, description = MaskOption.Help.SLICES)
    private String slices = MaskOptions.DEFAULT.slices().label();

    @Parameter(persist = false, required = false, description = MaskOption.Help.RANGE)
    private String range = MaskOptions.DEFAULT.reading().range().text();

    @Parameter(type = ItemIO.OUTPUT, description = "The mask")
    private ImagePlus result;

    @Override
    void make(String engineName) {
        ImagePlus picture = ScriptPictures.given(image(), imagej2(), converters());
        MaskOptions options = options((asked, key, value) -> SelectionValues.with(asked, key, value, () -> picture))
                .with("engine", engineName);
        ImagePlus made = MaskCommands.mask(options, picture, this::tell, new StoppableProgress(this));
        if (options.settings().output() == Output.SELECTION) MaskSelections.select(picture, made);
        else result = made;
    }

    @Override
    Map<String, String> inputs() {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("range", range);
        inputs.putAll(super.inputs());
        inputs.put("mask", mask);
        inputs.put("slices", slices);
        return inputs;
    }

    @Override
    boolean show(boolean hasDisplay) {
        return ScriptPictures.show(result, hasDisplay);
    }
}
