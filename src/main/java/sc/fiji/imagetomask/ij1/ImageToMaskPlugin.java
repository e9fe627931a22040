package sc.fiji.imagetomask.ij1;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.Prefs;
import ij.plugin.PlugIn;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.image.MaskOptions;
import sc.fiji.imagetomask.image.OpenImages;
import sc.fiji.imagetomask.image.OptionLabels;

/**
 * Plugins &gt; Masks &gt; Image To Mask... in plain ImageJ: by dialog, or without one by a macro's options.
 *
 * <pre>{@code
 * run("Image To Mask...", "channel=[S (HSV)] black=10 white=200 gray=1.20 invert=true");
 * }</pre>
 */
public final class ImageToMaskPlugin implements PlugIn {

    @Override
    public void run(String arg) {
        try {
            String macro = Macro.getOptions();
            if (macro == null) byDialog(OpenImages.active());
            else byMacro(MaskOptions.parse(macro));
        } catch (IllegalArgumentException | EngineException e) {
            IJ.error(OptionLabels.TITLE, e.getMessage());
        }
    }

    private static void byDialog(ImagePlus picture) {
        MaskDialog.ask().ifPresent(options -> show(options.maskOf(picture, IJ::log, Progress.NONE)));
    }

    private static void byMacro(MaskOptions options) {
        show(options.maskOf(options.picture(), IJ::log, Progress.NONE));
    }

    /** With white as 255, also where ImageJ is set to invert the values and lookup tables of new 8-bit images. */
    private static void show(ImagePlus mask) {
        boolean inverting = Prefs.useInvertingLut;
        Prefs.useInvertingLut = false;
        try {
            mask.show();
        } finally {
            Prefs.useInvertingLut = inverting;
        }
    }
}
