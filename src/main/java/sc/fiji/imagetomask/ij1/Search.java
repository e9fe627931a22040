package sc.fiji.imagetomask.ij1;

import ij.IJ;
import ij.ImagePlus;
import java.awt.EventQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.imagej.FoundMasks;
import sc.fiji.imagetomask.options.FindMaskOptions;

/** A search for settings in a thread of its own, with ImageJ's progress bar, that can be stopped. */
final class Search {

    private volatile boolean stopped;

    /**
     * Begins.
     *
     * @param found takes the result, on the event thread
     * @param failed takes one sentence if nothing was found, or null if it was stopped, on the event thread
     */
    static Search begin(
            FindMaskOptions options, ImagePlus picture, Consumer<FoundMasks> found, Consumer<String> failed) {
        IJ.resetEscape();
        Search search = new Search();
        Thread thread = new Thread(() -> search.work(options, picture, found, failed), "Image To Mask: Find");
        thread.setDaemon(true);
        thread.start();
        return search;
    }

    private void work(FindMaskOptions options, ImagePlus picture, Consumer<FoundMasks> found, Consumer<String> failed) {
        String sentence;
        try {
            FoundMasks masks = FoundMasks.of(
                    options, picture, Entry.engine(options.options().engine()), this::step);
            EventQueue.invokeLater(() -> found.accept(masks));
            return;
        } catch (CancellationException e) {
            sentence = null;
        } catch (IllegalArgumentException | EngineException e) {
            sentence = e.getMessage();
        } catch (OutOfMemoryError e) {
            sentence = "Java has not enough memory to search this picture.";
        } finally {
            IJ.showProgress(1.0);
        }
        String told = sentence;
        EventQueue.invokeLater(() -> failed.accept(told));
    }

    private void step(int done, int of) {
        if (stopped || IJ.escapePressed())
            throw new CancellationException("The search was stopped after " + done + " of " + of + " steps.");
        IJ.showProgress(done, of);
    }

    /** Stops it before its next step. */
    void stop() {
        stopped = true;
    }
}
