package sc.fiji.imagetomask.command;

import java.util.concurrent.CancellationException;
import org.scijava.Cancelable;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.imagej.ImageJProgress;

/** ImageJ's progress bar and Esc key, for a command that scripts may cancel or interrupt as well. */
final class StoppableProgress implements Progress {

    private final Progress bar = new ImageJProgress();
    private final Cancelable command;

    StoppableProgress(Cancelable command) {
        this.command = command;
    }

    @Override
    public void step(int done, int of) {
        if (command.isCanceled() || Thread.interrupted()) {
            bar.step(of, of);
            throw new CancellationException("The command was canceled after " + done + " of " + of + " steps.");
        }
        bar.step(done, of);
    }
}
