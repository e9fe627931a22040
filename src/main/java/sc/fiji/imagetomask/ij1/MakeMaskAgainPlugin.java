package sc.fiji.imagetomask.ij1;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.PlugIn;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.imagej.ImageJProgress;
import sc.fiji.imagetomask.imagej.MacroVariables;
import sc.fiji.imagetomask.imagej.OpenImages;
import sc.fiji.imagetomask.imagej.RepeatedMask;
import sc.fiji.imagetomask.options.CommandNames;
import sc.fiji.imagetomask.options.RepeatOptions;

/** Plugins &gt; Masks &gt; Make Mask Again: makes the active mask again as its info says. */
public final class MakeMaskAgainPlugin implements PlugIn {

    @Override
    public void run(String arg) {
        Entry.run(CommandNames.AGAIN, () -> {
            String macro = Entry.options();
            RepeatOptions options =
                    macro == null ? RepeatOptions.DEFAULT : RepeatOptions.parse(macro, MacroVariables.now());
            Engine engine = Entry.engine(options.engine());
            ImagePlus mask = OpenImages.activeOr(options.image());
            NewImage.show(RepeatedMask.of(mask, engine, IJ::log, new ImageJProgress()), mask);
        });
    }
}
