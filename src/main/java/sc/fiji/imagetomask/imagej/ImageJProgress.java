package sc.fiji.imagetomask.imagej;

import ij.IJ;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import sc.fiji.imagetomask.Progress;

/**
 * Shows progress in ImageJ's progress bar, and the seconds left in its status bar, if there is one; the Esc key stops the
 * work.
 */
public final class ImageJProgress implements Progress {

    /** Quicker work shows no seconds. */
    private static final double FIRST_SECONDS = 1;

    private final long start = System.nanoTime();
    private boolean isShown;

    /** Forgets an Esc that was pressed before. */
    public ImageJProgress() {
        IJ.resetEscape();
    }

    @Override
    public void step(int done, int of) {
        if (IJ.escapePressed()) {
            IJ.showProgress(1.0);
            if (isShown) IJ.showStatus("");
            throw new CancellationException("Esc was pressed after " + done + " of " + of + " steps.");
        }
        IJ.showProgress(done, of);
        String text = text(done, of, (System.nanoTime() - start) / 1e9);
        if (!text.isEmpty() || isShown) IJ.showStatus(text);
        isShown = !text.isEmpty();
    }

    /** What the status bar says; nothing in the first second and at the end. */
    static String text(int done, int of, double seconds) {
        if (seconds < FIRST_SECONDS || done < 1 || done >= of) return "";
        return String.format(
                Locale.ROOT, "%d %%, %.0f s left", 100L * done / of, Math.ceil(seconds / done * (of - done)));
    }
}
