package sc.fiji.imagetomask.ij1;

import ij.IJ;
import ij.Macro;
import ij.plugin.frame.Recorder;
import java.awt.GraphicsEnvironment;
import java.util.concurrent.CancellationException;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.imagej.EngineNotices;

/**
 * Runs an entry of the menu for a person, a macro or a script. A mistake is shown once, in one sentence, and stops the
 * macro. A command that was canceled or had an error is not recorded.
 */
public final class Entry {

    /** ImageJ names the thread in which a macro or script runs a command so. */
    private static final String MACRO_THREAD = "Run$_";

    private Entry() {}

    /** Does the work of the entry of that name. */
    public static void run(String name, Runnable work) {
        try {
            Installation.require();
            String before = EngineNotices.last();
            work.run();
            String told = EngineNotices.last();
            if (!told.equals(before)) IJ.showStatus(told); // showing an image has cleared the status bar
        } catch (CancellationException e) {
            forgetRecorded();
            IJ.showStatus(name + ": canceled");
        } catch (IllegalArgumentException | EngineException e) {
            forgetRecorded();
            IJ.error(name, e.getMessage());
        }
    }

    /** The options of the macro or script; null if it gives none, or if a person chose the entry. */
    public static String options() {
        String given = Macro.getOptions();
        return given == null && GraphicsEnvironment.isHeadless() ? "" : given;
    }

    /** Whether a macro or script runs the entry, and not a person. */
    static boolean isInMacro() {
        return GraphicsEnvironment.isHeadless()
                || Thread.currentThread().getName().startsWith(MACRO_THREAD);
    }

    /** The engine of that name. */
    static Engine engine(String name) {
        return EngineChoice.of(name, null, EngineNotices::tell).engine();
    }

    private static void forgetRecorded() {
        if (Recorder.record) Recorder.setCommand(null);
    }
}
