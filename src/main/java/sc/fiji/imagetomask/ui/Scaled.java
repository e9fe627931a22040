package sc.fiji.imagetomask.ui;

import ij.Prefs;

/** Lengths in the size that ImageJ's own windows are set to, by Edit &gt; Options &gt; Appearance. */
public final class Scaled {

    private Scaled() {}

    /** That many pixels at scale 1. */
    public static int px(double length) {
        return (int) Math.round(length * Prefs.getGuiScale());
    }
}
