package sc.fiji.imagetomask.ui;

import ij.Prefs;

/** Lengths at ImageJ's GUI scale, which is set by Edit &gt; Options &gt; Appearance. */
public final class Scaled {

    private Scaled() {}

    /** The length of this number of pixels at scale 1. */
    public static int px(double length) {
        return (int) Math.round(length * Prefs.getGuiScale());
    }
}
