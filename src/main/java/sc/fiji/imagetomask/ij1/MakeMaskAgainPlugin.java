package sc.fiji.imagetomask.ij1;

import ij.IJ;
import ij.Macro;
import ij.plugin.PlugIn;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.image.OptionLabels;
import sc.fiji.imagetomask.image.RepeatOptions;

/** Plugins &gt; Masks &gt; Make Mask Again in plain ImageJ: makes the active mask again as its info says. */
public final class MakeMaskAgainPlugin implements PlugIn {

    @Override
    public void run(String arg) {
        try {
            String macro = Macro.getOptions();
            RepeatOptions options = macro == null ? RepeatOptions.DEFAULT : RepeatOptions.parse(macro);
            NewImage.show(options.repeat(options.mask(), IJ::log, Progress.NONE));
        } catch (IllegalArgumentException | EngineException e) {
            IJ.error(OptionLabels.AGAIN, e.getMessage());
        }
    }
}
