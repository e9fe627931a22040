package sc.fiji.imagetomask.ui.preview;

import ij.Prefs;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.imagej.OpenImages;
import sc.fiji.imagetomask.options.MaskOptions;

/**
 * The settings of the last dialog, in ImageJ's preferences, for the next dialog. Macros and scripts do not use them.
 *
 * @param options without the image. A mask image that is no longer open counts as none. A range and channels that are
 *     numbers of one image are not kept.
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

    /** The last settings; the defaults, with the preview, if there are none. */
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

    /** Saves these settings on disk. */
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
