package sc.fiji.imagetomask.engine.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import net.imglib2.parallel.Parallelization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.engine.proof.Depth;
import sc.fiji.imagetomask.engine.proof.PartResult;
import sc.fiji.imagetomask.engine.proof.Verdict;
import sc.fiji.imagetomask.engine.proof.Watch;

/** A device that is found is tested before it is used, in its own process; the answer is saved with the device. */
class TestedDevicesTest {

    private static final Watch NOBODY = new Watch() {};

    @TempDir
    Path folder;

    private DeviceFinder finder(Class<?> program) {
        return new DeviceFinder(List.of(program, SearchProgram.class, Parallelization.class), new KeptFindings(file()));
    }

    private Path file() {
        return folder.resolve("devices.properties");
    }

    private int tests() throws IOException {
        Path tests = Path.of(file() + ".tests");
        return Files.exists(tests) ? Files.readString(tests).length() : 0;
    }

    @Test
    void aGpuThatPassesIsTestedOnce() throws IOException {
        DeviceFinder finder = finder(StandIn.class);
        Findings found = finder.await();
        assertThat(found.devices()).extracting(FoundDevice::isTrusted).containsExactly(true, false);
        assertThat(found.notice()).isNull();
        assertThat(tests()).isOne();
        DeviceFinder next = finder(StandIn.class);
        assertThat(next.known()).isEqualTo(found);
        assertThat(next.tested(found.devices().get(0)).isTrusted()).isTrue();
        assertThat(tests()).isOne();
    }

    @Test
    void aProcessorIsTestedOnceItIsAskedFor() throws IOException {
        DeviceFinder finder = finder(StandIn.class);
        FoundDevice processor = finder.await().devices().get(1);
        assertThat(finder.tested(processor).isTrusted()).isTrue();
        assertThat(finder.tested(processor).isTrusted()).isTrue();
        assertThat(finder(StandIn.class).tested(processor).isTrusted()).isTrue();
        assertThat(tests()).isEqualTo(2);
    }

    @Test
    void aGpuThatLiesIsNamedAndNotTheBest() throws IOException {
        Findings found = finder(Liar.class).await();
        FoundDevice gpu = found.devices().get(0);
        assertThat(gpu.fault()).startsWith("U (YUV) of colour ");
        assertThat(found.best()).isEmpty();
        assertThat(found.notice())
                .isEqualTo("'Grafikkarte \u00e4' is not used, because it failed the test. " + gpu.fault());
        assertThat(finder(Liar.class).known()).isEqualTo(found);
        assertThat(tests()).isOne();
    }

    static final class Liar {

        private Liar() {}

        public static void main(String[] args) throws IOException {
            System.setProperty("drivers", "gpu's test shows a lie");
            StandIn.main(args);
        }
    }

    @Test
    void aGpuWhoseDriverCrashesInTheTestIsNotTheBest() {
        Findings found = finder(Crash.class).await();
        assertThat(found.best()).isEmpty();
        assertThat(found.devices().get(0).fault())
                .isEqualTo("The driver crashed (exit status 134) during the test of opening the device.");
        assertThat(finder(Crash.class).known()).isEqualTo(found);
    }

    static final class Crash {

        private Crash() {}

        public static void main(String[] args) throws IOException {
            System.setProperty("drivers", "gpu's test crashes");
            StandIn.main(args);
        }
    }

    @Test
    void aGpuThatIsTooSlowForTheTestIsNotUsedAndTestedAgainLater() throws IOException {
        for (Class<?> program : List.of(Hang.class, Slow.class)) {
            Findings found = withLimit(() -> finder(program).await());
            assertThat(found.devices().get(0).tested()).isFalse();
            assertThat(found.devices().get(0).isTrusted()).isFalse();
            assertThat(found.notice()).isNull();
            assertThat(finder(program).known()).isNull();
        }
        assertThat(tests()).isEqualTo(2);
        assertThat(finder(StandIn.class).await().best())
                .hasValueSatisfying(gpu -> assertThat(gpu.isTrusted()).isTrue());
        assertThat(tests()).isEqualTo(3);
        assertThat(finder(StandIn.class).known().devices().get(0).isTrusted()).isTrue();
    }

    @Test
    void whoAsksForAGpuThatIsTooSlowForTheTestReadsWhy() {
        DeviceFinder finder = finder(Slow.class);
        FoundDevice gpu = withLimit(finder::await).devices().get(0);
        assertThatThrownBy(() -> withLimit(() -> finder.tested(gpu)))
                .isInstanceOf(EngineException.class)
                .hasMessage(
                        "The device 'Grafikkarte \u00e4' cannot be used now, because there was not enough time to test"
                                + " it. The driver did not answer within 4 s during the test of some pixels of each channel."
                                + " If the machine was busy, try again later.");
    }

    private static <T> T withLimit(Supplier<T> work) {
        System.setProperty(DeviceSearch.PROPERTY, "4");
        try {
            return work.get();
        } finally {
            System.clearProperty(DeviceSearch.PROPERTY);
        }
    }

    static final class Slow {

        private Slow() {}

        public static void main(String[] args) throws IOException {
            System.setProperty("drivers", "gpu's test is slow");
            StandIn.main(args);
        }
    }

    static final class Hang {

        private Hang() {}

        public static void main(String[] args) throws IOException {
            System.setProperty("drivers", "gpu's test hangs");
            StandIn.main(args);
        }
    }

    @Test
    void aTestTellsItsProgressAndCorrectsWhatIsSaved() {
        Findings found = finder(Liar.class).await();
        FoundDevice gpu = found.devices().get(0);
        DeviceFinder repaired = finder(StandIn.class);
        repaired.await();
        List<String> steps = new ArrayList<>();
        TestOutcome outcome = repaired.test(
                gpu,
                Depth.QUICK,
                new Watch() {
                    @Override
                    public void part(String name) {
                        steps.add(name);
                    }

                    @Override
                    public void result(PartResult result) {
                        steps.add(result.verdict().label());
                    }
                },
                () -> false);
        assertThat(outcome.fault()).isNull();
        assertThat(outcome.facts()).containsEntry("vendor", "a test");
        assertThat(steps).containsExactly("opening the device", "some pixels of each channel", "passed");
        assertThat(repaired.known().devices().get(0).isTrusted()).isTrue();
    }

    @Test
    void aTestCanBeStopped() {
        DeviceFinder finder = finder(Hang.class);
        FoundDevice gpu = new FoundDevice("GPU", DeviceKind.GPU, "", "", "OpenCL 3.0", 0, 0, 1, true);
        AtomicBoolean stopped = new AtomicBoolean();
        Watch stops = new Watch() {
            @Override
            public void part(String name) {
                stopped.set(true);
            }
        };
        assertThatThrownBy(() -> finder.test(gpu, Depth.FULL, stops, stopped::get))
                .isInstanceOf(CancellationException.class)
                .hasMessage("The test of GPU was stopped.");
    }

    @Test
    void aTestWithoutEnoughTimeDecidesNothing() {
        PartResult passed = new PartResult("a", Verdict.PASSED, "", 1);
        PartResult unfinished = new PartResult("b", Verdict.UNFINISHED, "only 7 %", 1);
        PartResult failed = new PartResult("c", Verdict.FAILED, "It differs.", 1);
        assertThat(outcome(List.of(passed), null, false).isDecided()).isTrue();
        assertThat(outcome(List.of(passed, unfinished), null, false).isDecided())
                .isFalse();
        assertThat(outcome(List.of(passed, unfinished), null, false).fault()).isNull();
        assertThat(outcome(List.of(passed, unfinished), null, false).lack())
                .isEqualTo("The test of b was not finished: only 7 %.");
        assertThat(outcome(List.of(unfinished, failed), null, false).isDecided())
                .isTrue();
        assertThat(outcome(List.of(unfinished, failed), null, false).fault()).isEqualTo("It differs.");
        assertThat(outcome(List.of(passed), "It hangs.", true).isDecided()).isFalse();
        assertThat(outcome(List.of(passed), "It hangs.", true).fault()).isNull();
        assertThat(outcome(List.of(passed), "It crashed.", false).isDecided()).isTrue();
    }

    private static TestOutcome outcome(List<PartResult> results, String trouble, boolean late) {
        return new TestOutcome(java.util.Map.of(), results, trouble, late);
    }
}
