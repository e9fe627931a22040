package sc.fiji.imagetomask.ij1;

import ij.ImagePlus;
import ij.gui.GenericDialog;
import ij.plugin.PlugIn;
import java.util.Optional;
import sc.fiji.imagetomask.Labelled;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.image.ChannelOrder;
import sc.fiji.imagetomask.image.EngineNotices;
import sc.fiji.imagetomask.image.GalleryForm;
import sc.fiji.imagetomask.image.GalleryOptions;
import sc.fiji.imagetomask.image.ImageJProgress;
import sc.fiji.imagetomask.image.OpenImages;
import sc.fiji.imagetomask.image.OptionLabels;

/**
 * Plugins &gt; Masks &gt; Channel Gallery: by dialog, or without one in a macro, whether it gives options or not.
 *
 * <pre>{@code
 * run("Channel Gallery", "as=montage");
 * }</pre>
 */
public final class ChannelGalleryPlugin implements PlugIn {

    @Override
    public void run(String arg) {
        Entry.run(OptionLabels.GALLERY, () -> {
            String macro = Entry.options();
            if (macro != null) byMacro(GalleryOptions.parse(macro));
            else if (Entry.isInMacro()) byMacro(GalleryOptions.DEFAULT);
            else byDialog(OpenImages.active());
        });
    }

    private static void byDialog(ImagePlus picture) {
        ask(picture).ifPresent(options -> show(options, picture));
    }

    private static void byMacro(GalleryOptions options) {
        show(options, options.picture());
    }

    private static void show(GalleryOptions options, ImagePlus picture) {
        NewImage.show(options.galleryOf(picture, EngineNotices::tell, new ImageJProgress()));
    }

    private static Optional<GalleryOptions> ask(ImagePlus picture) {
        GalleryOptions start = GalleryOptions.DEFAULT;
        GenericDialog dialog = new GenericDialog(OptionLabels.GALLERY);
        dialog.addChoice(
                OptionLabels.AS,
                Labelled.labels(GalleryForm.values()),
                start.as().label());
        dialog.addCheckbox(OptionLabels.MASKED, start.masked());
        boolean isDeep = picture.getType() == ImagePlus.GRAY16 || picture.getType() == ImagePlus.GRAY32;
        boolean hasChannels = ChannelOrder.channels(picture) > 1;
        if (isDeep)
            dialog.addStringField(OptionLabels.RANGE, start.reading().range().text());
        if (hasChannels)
            dialog.addStringField(OptionLabels.RGB, start.reading().rgb().text());
        dialog.addChoice(OptionLabels.ENGINE, EngineChoice.names().toArray(String[]::new), start.engine());
        dialog.showDialog();
        if (dialog.wasCanceled()) return Optional.empty();
        GalleryOptions chosen =
                start.with("as", dialog.getNextChoice()).with("masked", String.valueOf(dialog.getNextBoolean()));
        if (isDeep) chosen = chosen.with("range", dialog.getNextString());
        if (hasChannels) chosen = chosen.with("rgb", dialog.getNextString());
        return Optional.of(chosen.with("engine", dialog.getNextChoice()));
    }
}
