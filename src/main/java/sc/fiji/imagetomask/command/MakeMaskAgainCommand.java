package sc.fiji.imagetomask.command;

import ij.ImagePlus;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.imagej.MaskCommands;
import sc.fiji.imagetomask.options.OptionLabels;
import sc.fiji.imagetomask.options.RepeatOptions;

/** Makes a mask again as its info says, for scripts; {@code image} is the mask. */
@Plugin(type = Command.class, headless = true, visible = false, label = OptionLabels.AGAIN + " (ImagePlus)")
public class MakeMaskAgainCommand extends PictureCommand {

    @Override
    ImagePlus make(ImagePlus mask, String engineName, Progress progress) {
        return MaskCommands.again(new RepeatOptions(null, engineName), mask, this::tell, progress);
    }
}
