package sc.fiji.imagetomask.image;

import ij.Prefs;

/** The options that the user chose in the last dialog, kept in ImageJ's preferences for the next one. */
public final class LastOptions {

    private static final String KEY = "imagetomask.options";

    private LastOptions() {}

    /** The last options, without what is not there any more; the defaults if there are none. */
    public static MaskOptions load() {
        try {
            MaskOptions last = MaskOptions.parse(Prefs.get(KEY, ""));
            return MaskOptions.maskChoices().contains(last.mask()) ? last : last.with("mask", MaskOptions.NO_MASK);
        } catch (IllegalArgumentException e) {
            return MaskOptions.DEFAULT; // written by another version
        }
    }

    /** Keeps these options. */
    public static void save(MaskOptions options) {
        Prefs.set(KEY, options.text());
    }
}
