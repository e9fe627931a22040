package sc.fiji.imagetomask.ij1;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.PlugIn;
import ij.plugin.frame.Recorder;
import java.util.Optional;
import java.util.function.Consumer;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.imagej.ImageJProgress;
import sc.fiji.imagetomask.imagej.MacroVariables;
import sc.fiji.imagetomask.imagej.MaskCommands;
import sc.fiji.imagetomask.imagej.MaskSelections;
import sc.fiji.imagetomask.imagej.OpenImages;
import sc.fiji.imagetomask.imagej.SelectionValues;
import sc.fiji.imagetomask.options.CommandNames;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.preset.Presets;

/**
 * Plugins &gt; Masks &gt; Image To Mask...: with a dialog, or without one if a macro gives options.
 *
 * <pre>{@code
 * run("Image To Mask...", "channel=[S (HSV)] black=10 white=200 gray=1.20 invert=true");
 * }</pre>
 */
public final class ImageToMaskPlugin implements PlugIn {

    @Override
    public void run(String arg) {
        Entry.run(CommandNames.MASK, () -> {
            String macro = Entry.options();
            if (macro == null) byDialog(OpenImages.active());
            else
                byMacro(MaskOptions.parse(macro, MacroVariables.now(), SelectionValues::with, Presets.standard()::load)
                        .complete());
        });
    }

    private static void byDialog(ImagePlus picture) {
        Optional<Asked> asked = MaskDialog.ask(picture);
        if (Recorder.record) record(asked);
        asked.ifPresent(
                chosen -> make(chosen.options(), chosen.picture(), mask -> NewImage.show(mask, chosen.picture())));
    }

    private static void byMacro(MaskOptions options) {
        make(options, OpenImages.activeOr(options.image()), NewImage::show);
    }

    /**
     * One line for the recorder, with the picture's title if it is no longer the active image; empty if the user
     * canceled.
     */
    private static void record(Optional<Asked> asked) {
        Recorder.setCommand(asked.isPresent() ? CommandNames.MASK_ENTRY : null);
        asked.ifPresent(chosen -> {
            ImagePlus picture = chosen.picture();
            if (picture != WindowManager.getCurrentImage()) Recorder.recordOption("image", OpenImages.name(picture));
            chosen.options().values().forEach(Recorder::recordOption);
        });
    }

    private static void make(MaskOptions options, ImagePlus picture, Consumer<ImagePlus> shower) {
        ImagePlus mask =
                MaskCommands.mask(options, picture, Entry.engine(options.engine()), IJ::log, new ImageJProgress());
        if (options.settings().output() == Output.SELECTION) MaskSelections.select(picture, mask);
        else shower.accept(mask);
    }
}
