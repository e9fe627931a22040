package sc.fiji.imagetomask.ij1;

import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.PlugIn;
import ij.plugin.frame.Recorder;
import java.util.Optional;
import sc.fiji.imagetomask.imagej.EngineNotices;
import sc.fiji.imagetomask.imagej.ImageJProgress;
import sc.fiji.imagetomask.imagej.MacroVariables;
import sc.fiji.imagetomask.imagej.MaskCommands;
import sc.fiji.imagetomask.imagej.OpenImages;
import sc.fiji.imagetomask.imagej.SelectionValues;
import sc.fiji.imagetomask.options.CommandNames;
import sc.fiji.imagetomask.options.GalleryOptions;

/**
 * Plugins &gt; Masks &gt; Channel Gallery: with a dialog, or without one in a macro, with or without options.
 *
 * <pre>{@code
 * run("Channel Gallery", "as=montage");
 * }</pre>
 */
public final class ChannelGalleryPlugin implements PlugIn {

    @Override
    public void run(String arg) {
        Entry.run(CommandNames.GALLERY, () -> {
            String macro = Entry.options();
            if (macro != null) byMacro(GalleryOptions.parse(macro, MacroVariables.now(), SelectionValues::with));
            else if (Entry.isInMacro()) byMacro(GalleryOptions.DEFAULT);
            else byDialog(OpenImages.active());
        });
    }

    private static void byDialog(ImagePlus picture) {
        Optional<GalleryOptions> asked = GalleryDialog.ask(picture);
        if (Recorder.record) record(asked, picture);
        asked.ifPresent(options -> NewImage.show(gallery(options, picture), picture));
    }

    private static void record(Optional<GalleryOptions> asked, ImagePlus picture) {
        Recorder.setCommand(asked.isPresent() ? CommandNames.GALLERY : null);
        if (asked.isPresent() && picture != WindowManager.getCurrentImage())
            Recorder.recordOption("image", OpenImages.name(picture));
        asked.ifPresent(options -> options.changed().forEach(Recorder::recordOption));
    }

    private static void byMacro(GalleryOptions options) {
        NewImage.show(gallery(options, OpenImages.activeOr(options.image())));
    }

    private static ImagePlus gallery(GalleryOptions options, ImagePlus picture) {
        return MaskCommands.gallery(options, picture, EngineNotices::tell, new ImageJProgress());
    }
}
