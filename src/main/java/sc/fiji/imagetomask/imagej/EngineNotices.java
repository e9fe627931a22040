package sc.fiji.imagetomask.imagej;

import ij.IJ;

/**
 * Notices of engines for the user of ImageJ, for example that OpenCL is missing and Java is used instead. A notice
 * opens no window: it is shown in the status bar, is added to ImageJ's log if that is open, else printed, and the last
 * one is kept for dialogs and macros:
 *
 * <pre>notice = call("sc.fiji.imagetomask.imagej.EngineNotices.last");</pre>
 */
public final class EngineNotices {

    private static volatile String last = "";

    private EngineNotices() {}

    /** Shows the notice. It is not printed as an error, because Fiji opens its console for errors. */
    public static void tell(String notice) {
        last = notice;
        IJ.showStatus(notice);
        if (IJ.getLog() != null) IJ.log(notice);
        else System.out.println(notice);
    }

    /** The last one since ImageJ was started; empty if there was none. */
    public static String last() {
        return last;
    }
}
