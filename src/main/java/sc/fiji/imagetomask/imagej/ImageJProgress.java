package sc.fiji.imagetomask.imagej;

import ij.IJ;
import java.util.concurrent.CancellationException;
import sc.fiji.imagetomask.Progress;

/** Shows progress in ImageJ's progress bar, if there is one; the Esc key stops the work. */
public final class ImageJProgress implements Progress {

    /** Forgets an Esc that was pressed before. */
    public ImageJProgress() {
        IJ.resetEscape();
    }

    @Override
    public void step(int done, int of) {
        if (IJ.escapePressed()) {
            IJ.showProgress(1.0);
            throw new CancellationException("Esc was pressed after " + done + " of " + of + " steps.");
        }
        IJ.showProgress(done, of);
    }
}
