package sc.fiji.imagetomask.ui.pick;

import ij.IJ;
import ij.ImagePlus;
import java.awt.EventQueue;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.imagej.EngineNotices;
import sc.fiji.imagetomask.imagej.FoundMasks;
import sc.fiji.imagetomask.options.FindMaskOptions;

/** A search for settings in a thread of its own, with ImageJ's progress bar, that can be stopped. */
final class Search {

    private final Thread thread;
    private volatile boolean stopped;

    /**
     * Begins.
     *
     * @param before a search that is stopped and waited for; or null
     * @param found takes the result, on the event thread, unless it was stopped
     * @param failed takes one sentence if nothing was found, or null if it was stopped, on the event thread
     */
    static Search begin(
            Search before,
            FindMaskOptions options,
            ImagePlus picture,
            BiConsumer<Search, FoundMasks> found,
            BiConsumer<Search, String> failed) {
        if (before != null) before.stop();
        IJ.resetEscape();
        return new Search(before, options, picture, found, failed);
    }

    private Search(
            Search before,
            FindMaskOptions options,
            ImagePlus picture,
            BiConsumer<Search, FoundMasks> found,
            BiConsumer<Search, String> failed) {
        thread = new Thread(
                () -> {
                    if (before != null) before.await();
                    work(options, picture, found, failed);
                },
                "Image To Mask: Find");
        thread.setDaemon(true);
        thread.start();
    }

    private void await() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(
            FindMaskOptions options,
            ImagePlus picture,
            BiConsumer<Search, FoundMasks> found,
            BiConsumer<Search, String> failed) {
        String sentence;
        try {
            FoundMasks masks = FoundMasks.of(
                    options,
                    picture,
                    EngineChoice.of(options.options().engine(), null, EngineNotices::tell)
                            .engine(),
                    this::step);
            EventQueue.invokeLater(() -> {
                if (stopped) failed.accept(this, null);
                else found.accept(this, masks);
            });
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
        EventQueue.invokeLater(() -> failed.accept(this, told));
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
