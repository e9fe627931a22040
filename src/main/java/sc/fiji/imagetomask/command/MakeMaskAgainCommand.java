package sc.fiji.imagetomask.command;

import ij.ImagePlus;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.imagetomask.imagej.MaskCommands;
import sc.fiji.imagetomask.options.CommandNames;
import sc.fiji.imagetomask.options.RepeatOptions;

/** Makes a mask again as its info says, for scripts; {@code image} is the mask. */
@Plugin(type = Command.class, headless = true, visible = false, label = CommandNames.AGAIN + " (ImagePlus)")
public class MakeMaskAgainCommand extends ScriptCommand {

    @Parameter(type = ItemIO.OUTPUT, description = "The mask")
    private ImagePlus result;

    @Override
    void make(String engineName) {
        ImagePlus mask = ScriptPictures.given(image(), imagej2(), converters());
        RepeatOptions options = new RepeatOptions(null, engineName);
        result = MaskCommands.again(options, mask, this::tell, new StoppableProgress(this));
    }

    @Override
    boolean show(boolean hasDisplay) {
        return ScriptPictures.show(result, hasDisplay);
    }
}
