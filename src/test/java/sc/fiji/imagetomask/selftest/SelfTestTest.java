package sc.fiji.imagetomask.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.engine.devices.DeviceKind;
import sc.fiji.imagetomask.engine.devices.Findings;
import sc.fiji.imagetomask.engine.devices.FoundDevice;
import sc.fiji.imagetomask.engine.opencl.OpenClDevices;
import sc.fiji.imagetomask.engine.proof.Depth;
import sc.fiji.imagetomask.engine.proof.PartResult;
import sc.fiji.imagetomask.engine.proof.Verdict;

/** Which devices are tested, and what the report says. */
class SelfTestTest {

    private static final Findings NONE = Findings.none("No OpenCL library is installed.");

    @Test
    void withoutOpenClTheJavaEngineIsTested() {
        List<Double> steps = new ArrayList<>();
        List<DeviceReport> told = new ArrayList<>();
        List<DeviceReport> reports = SelfTest.of(null, NONE, null).run(Depth.QUICK, new TestWatch() {
            @Override
            public void progress(String device, String part, double done) {
                assertThat(device).startsWith("java: ");
                steps.add(done);
            }

            @Override
            public void report(DeviceReport report) {
                told.add(report);
            }
        });
        assertThat(told).isEqualTo(reports).hasSize(2).allMatch(DeviceReport::isGood);
        assertThat(steps).isSorted().contains(0.0, 1.0);
        assertThat(ReportText.of(reports))
                .contains("opencl: none. No OpenCL library is installed.")
                .endsWith("Result: all parts passed.");
    }

    @Test
    void aDriverThatCrashedInTheSearchIsAFailure() {
        Findings crashed = new Findings(List.of(), null, "The OpenCL driver 'X' crashed.");
        List<DeviceReport> reports = SelfTest.of(null, crashed, null).run(Depth.QUICK, new TestWatch() {});
        assertThat(reports).extracting(DeviceReport::isGood).containsExactly(true, false);
        assertThat(ReportText.of(reports))
                .contains("FAILED        The OpenCL driver 'X' crashed.")
                .endsWith("Result: FAILED on opencl: none.");
    }

    /** Who asks for all OpenCL devices reads of the one that is missing. */
    @Test
    void aDriverThatCrashedIsToldToWhoAsksForOpenCl() {
        FoundDevice other = new FoundDevice("CPU", DeviceKind.PROCESSOR, "", "", "OpenCL 3.0", 0, 0, 1, true);
        Findings crashed = new Findings(List.of(other), null, "The OpenCL driver 'X' crashed.");
        assertThat(SelfTest.of("opencl", crashed, null).absent())
                .extracting(DeviceReport::isGood)
                .containsExactly(false);
        assertThat(SelfTest.of("CPU", crashed, null).absent()).isEmpty();
    }

    @Test
    void aDeviceIsNamedWithOrWithoutItsKind() {
        assertThat(SelfTest.of("java", NONE, null).size()).isOne();
        assertThat(SelfTest.of(" JAVA ", NONE, null).size()).isOne();
        assertThat(SelfTest.of("", NONE, null).size()).isOne();
        assertThatThrownBy(() -> SelfTest.of("opencl", NONE, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("device is 'opencl', but must be java or java: \\d+ threads?\\."
                        + " There is no OpenCL device: No OpenCL library is installed\\.");
    }

    @Test
    void aNumberIsThatOfAGpu() {
        FoundDevice processor = new FoundDevice("CPU", DeviceKind.PROCESSOR, "", "", "OpenCL 3.0", 0, 0, 1, true);
        FoundDevice gpu = new FoundDevice("GPU", DeviceKind.GPU, "", "", "OpenCL 3.0", 1, 0, 1, true);
        Findings both = new Findings(List.of(processor, gpu), null, null);
        assertThat(SelfTest.of("0", both, null).size()).isOne();
        assertThatThrownBy(() -> SelfTest.of("1", both, null))
                .hasMessageEndingWith(" threads, opencl: CPU, opencl: GPU, or the number 0.");
        assertThatThrownBy(() -> SelfTest.of("2", new Findings(List.of(gpu, gpu), null, null), null))
                .hasMessageEndingWith(", or a number from 0 to 1.");
        assertThat(OpenClDevices.numbered(both.devices())).containsExactly(gpu);
        assertThat(OpenClDevices.numbered(List.of(processor))).containsExactly(processor);
    }

    @Test
    void itCanBeStopped() {
        assertThatThrownBy(() -> SelfTest.of(null, NONE, null).run(Depth.STANDARD, new TestWatch() {
                    @Override
                    public boolean isStopped() {
                        return true;
                    }
                }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aTestThatDidNotEndIsNoPass() {
        PartResult part = new PartResult("mask product", Verdict.UNFINISHED, "no time was left", 0);
        DeviceReport slow = new DeviceReport("opencl: Slow", Map.of(), List.of(part), null, false, 27);
        assertThat(slow.isGood()).isFalse();
        assertThat(ReportText.of(List.of(slow)))
                .contains("  not finished  mask product: no time was left (0.0 s)\n")
                .endsWith("Result: not finished on opencl: Slow.");
    }

    @Test
    void theReportNamesWhatDiffers() {
        DeviceReport liar = new DeviceReport(
                "opencl: GPU",
                Map.of("driver", "1.0"),
                List.of(
                        new PartResult("13 channels", Verdict.FAILED, "U (YUV) of colour 000000 is 1.", 1500),
                        new PartResult("mask product", Verdict.PASSED, "", 20)),
                null,
                false,
                1.52);
        assertThat(ReportText.of(List.of(liar)))
                .contains(
                        "  opencl: GPU (1.5 s)\n".strip(),
                        "  driver: 1.0\n",
                        "  FAILED        13 channels: U (YUV) of colour 000000 is 1. (1.5 s)\n",
                        "  passed        mask product (0.0 s)\n")
                .endsWith("Result: FAILED on opencl: GPU.");
    }
}
