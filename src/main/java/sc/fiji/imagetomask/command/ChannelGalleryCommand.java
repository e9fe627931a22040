package sc.fiji.imagetomask.command;

import ij.ImagePlus;
import java.util.LinkedHashMap;
import java.util.Map;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.imagetomask.imagej.MaskCommands;
import sc.fiji.imagetomask.imagej.SelectionValues;
import sc.fiji.imagetomask.options.CommandNames;
import sc.fiji.imagetomask.options.GalleryOption;
import sc.fiji.imagetomask.options.GalleryOptions;
import sc.fiji.imagetomask.options.MaskOption;

/**
 * All channels of an ImageJ image's shown slice, for scripts.
 *
 * <pre>{@code
 * Module done = commandService.run(ChannelGalleryCommand.class, true, "image", image, "as", "montage").get();
 * ImagePlus gallery = (ImagePlus) done.getOutput("result");
 * }</pre>
 */
@Plugin(type = Command.class, headless = true, visible = false, label = CommandNames.GALLERY + " (ImagePlus)")
public class ChannelGalleryCommand extends ScriptCommand {

    @Parameter(persist = false, required = false, description = GalleryOption.AS_HELP)
    private String as = GalleryOptions.DEFAULT.as().label();

    @Parameter(persist = false, required = false, description = GalleryOption.MASKED_HELP)
    private boolean masked = GalleryOptions.DEFAULT.masked();

    @Parameter(persist = false, required = false, description = GalleryOption.SORTED_HELP)
    private boolean sorted = GalleryOptions.DEFAULT.sorted();

    @Parameter(persist = false, required = false, description = PRESET_HELP)
    private String preset = "";

    @Parameter(persist = false, required = false, description = MaskOption.Help.STAINS)
    private String stains = GalleryOptions.DEFAULT.stains().text();

    @Parameter(persist = false, required = false, description = MaskOption.Help.BACKGROUND)
    private String background = GalleryOptions.DEFAULT.stains().background().text();

    @Parameter(persist = false, required = false, description = MaskOption.Help.COLOUR)
    private String colour = GalleryOptions.DEFAULT.colours().text();

    @Parameter(persist = false, required = false, description = MaskOption.Help.RANGE)
    private String range = GalleryOptions.DEFAULT.reading().range().text();

    @Parameter(persist = false, required = false, description = MaskOption.Help.RGB)
    private String rgb = GalleryOptions.DEFAULT.reading().rgb().text();

    @Parameter(type = ItemIO.OUTPUT, description = "The channels")
    private ImagePlus result;

    @Override
    void make(String engineName) {
        ImagePlus picture = ScriptPictures.given(image(), imagej2(), converters());
        GalleryOptions options = GalleryOptions.DEFAULT
                .with("as", as)
                .with("masked", String.valueOf(masked))
                .with("sorted", String.valueOf(sorted))
                .with("engine", engineName);
        for (Map.Entry<String, String> input : withPreset(preset, inputs()).entrySet())
            options = SelectionValues.with(options, input.getKey(), input.getValue(), () -> picture);
        result = MaskCommands.gallery(options, picture, this::tell, new StoppableProgress(this));
    }

    /** The options that masks have, too; what is taken from selections needs to know how to read. */
    private Map<String, String> inputs() {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("range", range);
        inputs.put("rgb", rgb);
        inputs.put("background", background);
        inputs.put("stains", stains);
        inputs.put("colour", colour);
        return inputs;
    }

    @Override
    boolean show(boolean hasDisplay) {
        return ScriptPictures.show(result, hasDisplay);
    }
}
