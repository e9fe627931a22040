package sc.fiji.imagetomask.ij1;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.PlugIn;
import ij.plugin.frame.Recorder;
import java.awt.GraphicsEnvironment;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.imagej.FoundMasks;
import sc.fiji.imagetomask.imagej.ImageJProgress;
import sc.fiji.imagetomask.imagej.MacroVariables;
import sc.fiji.imagetomask.imagej.MaskCommands;
import sc.fiji.imagetomask.imagej.MaskSelections;
import sc.fiji.imagetomask.imagej.OpenImages;
import sc.fiji.imagetomask.imagej.SelectionValues;
import sc.fiji.imagetomask.options.CommandNames;
import sc.fiji.imagetomask.options.FindMaskOptions;
import sc.fiji.imagetomask.options.MaskOptions;

/**
 * Plugins &gt; Masks &gt; Find Mask Settings: finds the channel and the levels whose mask separates what is selected from the
 * rest, lists them for all channels, and makes the best mask. There is no dialog. The Recorder gets the command that makes
 * this mask, so that it does not depend on the selection.
 *
 * <pre>{@code
 * run("Find Mask Settings", "object=selection not=[group 2]");
 * }</pre>
 */
public final class FindMaskPlugin implements PlugIn {

    @Override
    public void run(String arg) {
        Entry.run(CommandNames.FIND, () -> {
            String macro = Entry.options();
            FindMaskOptions options = macro == null
                    ? FindMaskOptions.DEFAULT
                    : FindMaskOptions.parse(macro, MacroVariables.now(), SelectionValues::with);
            find(options, OpenImages.activeOr(options.options().image()));
        });
    }

    private static void find(FindMaskOptions options, ImagePlus picture) {
        Engine engine = Entry.engine(options.options().engine());
        FoundMasks found = FoundMasks.of(options, picture, engine, new ImageJProgress());
        MaskOptions best = found.best();
        if (Recorder.record) record(best, picture);
        IJ.log("run(\"" + CommandNames.MASK_ENTRY + "\", \"" + best.text() + "\");");
        if (!GraphicsEnvironment.isHeadless()) found.table().show("Mask Settings of " + picture.getTitle());
        ImagePlus mask = MaskCommands.mask(best, picture, engine, IJ::log, new ImageJProgress());
        if (best.settings().output() == Output.SELECTION) MaskSelections.select(picture, mask);
        else NewImage.show(mask, picture);
    }

    private static void record(MaskOptions options, ImagePlus picture) {
        Recorder.setCommand(CommandNames.MASK_ENTRY);
        if (picture != WindowManager.getCurrentImage()) Recorder.recordOption("image", OpenImages.name(picture));
        options.values().forEach(Recorder::recordOption);
    }
}
