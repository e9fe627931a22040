package sc.fiji.imagetomask.ij1;

import ij.IJ;
import ij.plugin.PlugIn;
import sc.fiji.imagetomask.engine.proof.Depth;
import sc.fiji.imagetomask.imagej.MacroVariables;
import sc.fiji.imagetomask.options.CommandNames;
import sc.fiji.imagetomask.options.DeviceTestOptions;
import sc.fiji.imagetomask.selftest.ReportText;
import sc.fiji.imagetomask.selftest.SelfTest;
import sc.fiji.imagetomask.selftest.TestWatch;

/**
 * Plugins &gt; Masks &gt; Test Devices: in a window; or in a macro, where the report goes to the log.
 *
 * <pre>{@code
 * run("Test Devices", "device=java full");
 * }</pre>
 */
public final class DeviceTestsPlugin implements PlugIn {

    @Override
    public void run(String arg) {
        Entry.run(CommandNames.TEST, () -> {
            String macro = Entry.options();
            if (macro == null && !Entry.isInMacro()) DeviceTestsWindow.open();
            else {
                String text = macro == null ? "" : macro;
                IJ.log(report(DeviceTestOptions.parse(text, MacroVariables.now())));
            }
        });
    }

    private static String report(DeviceTestOptions options) {
        IJ.resetEscape();
        TestWatch watch = new TestWatch() {
            @Override
            public void progress(String device, String part, double done) {
                IJ.showProgress(done);
            }

            @Override
            public boolean isStopped() {
                return IJ.escapePressed();
            }
        };
        try {
            Depth depth = options.full() ? Depth.FULL : Depth.STANDARD;
            return ReportText.of(SelfTest.of(options.device()).run(depth, watch));
        } finally {
            IJ.showProgress(1.0);
        }
    }
}
