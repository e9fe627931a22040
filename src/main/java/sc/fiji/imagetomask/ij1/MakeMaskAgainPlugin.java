package sc.fiji.imagetomask.ij1;

import ij.IJ;
import ij.Macro;
import ij.plugin.PlugIn;
import java.util.concurrent.CancellationException;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.image.ImageJProgress;
import sc.fiji.imagetomask.image.OptionLabels;
import sc.fiji.imagetomask.image.RepeatOptions;

/** Plugins &gt; Masks &gt; Make Mask Again in plain ImageJ: makes the active mask again as its info says. */
public final class MakeMaskAgainPlugin implements PlugIn {

    @Override
    public void run(String arg) {
        try {
            String macro = Macro.getOptions();
            RepeatOptions options = macro == null ? RepeatOptions.DEFAULT : RepeatOptions.parse(macro);
            NewImage.show(options.repeat(options.mask(), IJ::log, new ImageJProgress()));
        } catch (CancellationException e) {
            IJ.showStatus(OptionLabels.AGAIN + ": canceled");
        } catch (IllegalArgumentException | EngineException e) {
            IJ.error(OptionLabels.AGAIN, e.getMessage());
        }
    }
}
