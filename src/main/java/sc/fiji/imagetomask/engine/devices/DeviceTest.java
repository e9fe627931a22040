package sc.fiji.imagetomask.engine.devices;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import sc.fiji.imagetomask.engine.proof.Depth;
import sc.fiji.imagetomask.engine.proof.Watch;

/** The test of a device in its own process: a driver that crashes or hangs ends only that one. */
final class DeviceTest {

    private final ChildJava child;
    private final List<String> options;

    /** @param options of Java */
    DeviceTest(ChildJava child, List<String> options) {
        this.child = child;
        this.options = options;
    }

    /**
     * Tests the device.
     *
     * @param stopped whether the user wants no more of it
     * @throws IOException if no process can be started, or Java does not start in it
     * @throws CancellationException if it was stopped
     */
    TestOutcome run(FoundDevice device, Depth depth, Watch watch, BooleanSupplier stopped) throws IOException {
        TestReport.Reader report = new TestReport.Reader(watch);
        Duration silence = TestProgram.silence(depth);
        List<String> all = new ArrayList<>(options);
        all.addAll(TestProgram.options(depth));
        ChildJava.Outcome outcome = child.run(
                all, TestProgram.arguments(device, depth), TestProgram.limit(depth), silence, new ChildJava.Follower() {
                    @Override
                    public void line(String line) {
                        report.line(line);
                    }

                    @Override
                    public boolean isStopped() {
                        return stopped.getAsBoolean();
                    }
                });
        if (stopped.getAsBoolean()) throw new CancellationException("The test of " + device.name() + " was stopped.");
        if (!report.isStarted() && !outcome.late())
            throw new IOException("it ended with exit status " + outcome.status() + " before the test began");
        return report.outcome(
                outcome.late()
                        ? "did not answer within " + silence.toSeconds() + " s"
                        : "crashed (exit status " + outcome.status() + ")",
                outcome.late());
    }
}
