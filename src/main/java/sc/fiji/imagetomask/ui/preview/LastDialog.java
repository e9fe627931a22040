package sc.fiji.imagetomask.ui.preview;

import ij.Prefs;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.imagej.OpenImages;
import sc.fiji.imagetomask.options.MaskOptions;

/**
 * How the dialog was left, for the next one, in ImageJ's preferences. Macros and scripts never see it.
 *
 * @param options but for the image; a mask image that is open no longer counts as none, and numbers that
 *     belong to one image, its range and channels, as not given
 * @param preview whether the preview was on
 * @param view what it showed
 * @param logScale whether the histogram's height was logarithmic
 */
public record LastDialog(MaskOptions options, boolean preview, PreviewView view, boolean logScale) {

    private static final LastDialog FIRST = new LastDialog(MaskOptions.DEFAULT, true, PreviewView.MASK, false);
    private static final String OPTIONS = "imagetomask.options";
    private static final String PREVIEW = "imagetomask.preview";
    private static final String VIEW = "imagetomask.view";
    private static final String LOG_SCALE = "imagetomask.logscale";

    /** The last one; the defaults, with the preview, before the first. */
    public static LastDialog load() {
        try {
            return new LastDialog(
                    usable(MaskOptions.parse(Prefs.get(OPTIONS, ""))),
                    Prefs.get(PREVIEW, FIRST.preview),
                    PreviewView.of(Prefs.get(VIEW, FIRST.view.label())),
                    Prefs.get(LOG_SCALE, FIRST.logScale));
        } catch (IllegalArgumentException e) { // written by another version, or by hand
            return FIRST;
        }
    }

    /** Keeps this one, on disk. */
    public void save() {
        Prefs.set(OPTIONS, options.text());
        Prefs.set(PREVIEW, preview);
        Prefs.set(VIEW, view.label());
        Prefs.set(LOG_SCALE, logScale);
        Prefs.savePreferences(); // so that it is there even if ImageJ does not end as it should
    }

    private static MaskOptions usable(MaskOptions options) {
        MaskOptions usable = options;
        if (!OpenImages.maskChoices().contains(options.mask())) usable = usable.with("mask", MaskOptions.NO_MASK);
        if (!EngineChoice.names().contains(options.engine())) usable = usable.with("engine", EngineChoice.AUTO);
        if (!usable.reading().range().isType()) usable = usable.with("range", "display");
        return usable.with("rgb", "");
    }
}
