package sc.fiji.imagetomask.cli;

import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import sc.fiji.imagetomask.engine.proof.Depth;
import sc.fiji.imagetomask.selftest.DeviceReport;
import sc.fiji.imagetomask.selftest.ReportText;
import sc.fiji.imagetomask.selftest.SelfTest;
import sc.fiji.imagetomask.selftest.TestWatch;

/** The test of devices on the command line: progress on a terminal, then the report. */
final class TestRun {

    private static final int STEPS = 1000;

    private TestRun() {}

    /**
     * Whether all devices passed.
     *
     * @param device the one to test, or null for all
     * @throws IllegalArgumentException with one sentence, if there is no such device
     */
    static boolean passes(String device, Depth depth, Console console) {
        SelfTest test = SelfTest.of(device);
        List<DeviceReport> reports;
        try (ProgressBar bar = console.progress("Test", STEPS)) {
            reports = test.run(depth, new TestWatch() {
                @Override
                public void progress(String name, String part, double done) {
                    bar.stepTo(Math.round(STEPS * done));
                    bar.setExtraMessage(part);
                }
            });
        }
        console.endProgress();
        boolean passed = reports.stream().allMatch(DeviceReport::isGood);
        String text = ReportText.of(reports);
        if (passed) console.line(text);
        else console.problem(text);
        return passed;
    }
}
