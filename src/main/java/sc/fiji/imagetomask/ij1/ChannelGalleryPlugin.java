package sc.fiji.imagetomask.ij1;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.gui.GenericDialog;
import ij.plugin.PlugIn;
import java.awt.GraphicsEnvironment;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import sc.fiji.imagetomask.Labelled;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.image.GalleryForm;
import sc.fiji.imagetomask.image.GalleryOptions;
import sc.fiji.imagetomask.image.ImageJProgress;
import sc.fiji.imagetomask.image.OpenImages;
import sc.fiji.imagetomask.image.OptionLabels;

/**
 * Plugins &gt; Masks &gt; Channel Gallery in plain ImageJ: by dialog, or without one by a macro's options.
 *
 * <pre>{@code
 * run("Channel Gallery", "as=montage");
 * }</pre>
 */
public final class ChannelGalleryPlugin implements PlugIn {

    @Override
    public void run(String arg) {
        try {
            String macro = Macro.getOptions();
            if (macro == null && !GraphicsEnvironment.isHeadless()) byDialog(OpenImages.active());
            else byMacro(GalleryOptions.parse(macro == null ? "" : macro));
        } catch (CancellationException e) {
            IJ.showStatus(OptionLabels.GALLERY + ": canceled");
        } catch (IllegalArgumentException | EngineException e) {
            IJ.error(OptionLabels.GALLERY, e.getMessage());
        }
    }

    private static void byDialog(ImagePlus picture) {
        ask().ifPresent(options -> show(options, picture));
    }

    private static void byMacro(GalleryOptions options) {
        show(options, options.picture());
    }

    private static void show(GalleryOptions options, ImagePlus picture) {
        NewImage.show(options.galleryOf(picture, IJ::log, new ImageJProgress()));
    }

    private static Optional<GalleryOptions> ask() {
        GalleryOptions start = GalleryOptions.DEFAULT;
        GenericDialog dialog = new GenericDialog(OptionLabels.GALLERY);
        dialog.addChoice(
                OptionLabels.AS,
                Labelled.labels(GalleryForm.values()),
                start.as().label());
        dialog.addCheckbox(OptionLabels.MASKED, start.masked());
        dialog.addChoice(OptionLabels.ENGINE, EngineChoice.names().toArray(String[]::new), start.engine());
        dialog.showDialog();
        if (dialog.wasCanceled()) return Optional.empty();
        return Optional.of(start.with("as", dialog.getNextChoice())
                .with("masked", String.valueOf(dialog.getNextBoolean()))
                .with("engine", dialog.getNextChoice()));
    }
}
