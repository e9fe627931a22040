package sc.fiji.imagetomask.ij1;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.plugin.PlugIn;
import ij.plugin.frame.Recorder;
import java.awt.GraphicsEnvironment;
import java.util.List;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.find.FoundMask;
import sc.fiji.imagetomask.find.MaskFinder;
import sc.fiji.imagetomask.imagej.HeldImage;
import sc.fiji.imagetomask.imagej.ImageJProgress;
import sc.fiji.imagetomask.imagej.MacroVariables;
import sc.fiji.imagetomask.imagej.MarkedImage;
import sc.fiji.imagetomask.imagej.MaskCommands;
import sc.fiji.imagetomask.imagej.MaskSelections;
import sc.fiji.imagetomask.imagej.OpenImages;
import sc.fiji.imagetomask.options.CommandNames;
import sc.fiji.imagetomask.options.FindMaskOptions;
import sc.fiji.imagetomask.options.MaskOption;
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
            FindMaskOptions options =
                    macro == null ? FindMaskOptions.DEFAULT : FindMaskOptions.parse(macro, MacroVariables.now());
            find(options, OpenImages.activeOr(options.options().image()));
        });
    }

    private static void find(FindMaskOptions options, ImagePlus picture) {
        Engine engine = Entry.engine(options.options().engine());
        List<FoundMask> found = search(options, picture, engine);
        MaskOptions best = options.options().with(found.get(0).settings()).with(MaskOption.LIMITED.key(), "false");
        if (Recorder.record) record(best, picture);
        IJ.log("run(\"" + CommandNames.MASK_ENTRY + "\", \"" + best.text() + "\");");
        if (!GraphicsEnvironment.isHeadless()) table(found, options).show("Mask Settings of " + picture.getTitle());
        ImagePlus mask = MaskCommands.mask(best, picture, engine, IJ::log, new ImageJProgress());
        if (best.settings().output() == Output.SELECTION) MaskSelections.select(picture, mask);
        else NewImage.show(mask, picture);
    }

    /**
     * The best settings of each channel, the best first.
     *
     * @throws IllegalArgumentException with one sentence if nothing is marked, or nothing can be found
     */
    static List<FoundMask> search(FindMaskOptions options, ImagePlus picture, Engine engine) {
        try (HeldImage held = new HeldImage(picture)) {
            return new MaskFinder(engine)
                    .find(MarkedImage.of(picture, options), options.options().settings());
        }
    }

    private static ResultsTable table(List<FoundMask> found, FindMaskOptions options) {
        ResultsTable table = new ResultsTable();
        for (FoundMask one : found) {
            table.incrementCounter();
            table.addValue("Channel", one.settings().channel().label());
            table.addValue("Score", one.score());
            table.addValue("Settings", options.options().with(one.settings()).changedText());
        }
        return table;
    }

    private static void record(MaskOptions options, ImagePlus picture) {
        Recorder.setCommand(CommandNames.MASK_ENTRY);
        if (picture != WindowManager.getCurrentImage()) Recorder.recordOption("image", OpenImages.name(picture));
        options.values().forEach(Recorder::recordOption);
    }
}
