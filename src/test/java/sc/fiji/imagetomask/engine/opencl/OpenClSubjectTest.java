package sc.fiji.imagetomask.engine.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.engine.Offer;
import sc.fiji.imagetomask.engine.devices.DeviceKind;
import sc.fiji.imagetomask.engine.devices.Findings;
import sc.fiji.imagetomask.engine.devices.FoundDevice;
import sc.fiji.imagetomask.engine.proof.Depth;
import sc.fiji.imagetomask.engine.proof.PartResult;
import sc.fiji.imagetomask.engine.proof.Proof;
import sc.fiji.imagetomask.engine.proof.Subject;
import sc.fiji.imagetomask.engine.proof.Verdict;
import sc.fiji.imagetomask.engine.proof.Watch;

/** Devices that pass the test, and devices that lie: the latter are not used. */
class OpenClSubjectTest {

    private static final Watch NOBODY = new Watch() {};

    private ClApi real;

    @BeforeEach
    void findTheBinding() {
        real = OpenCl.requireOne();
    }

    @Test
    void thisMachinesDevicePassesAsProcessorAndAsGpu() {
        assertPasses(real, Depth.STANDARD);
        assertPasses(ClaimedGpu.over(real), Depth.QUICK);
    }

    private static void assertPasses(ClApi api, Depth depth) {
        OpenClSubject subject = new OpenClSubject(api, OpenCl.device(api));
        assertThat(subject.facts()).containsKeys("vendor", "driver", "OpenCL", "memory", "units");
        assertThat(Proof.of(subject, depth, 600, NOBODY))
                .hasSize(depth.parts())
                .allSatisfy(
                        result -> assertThat(result.verdict()).as("%s", result).isEqualTo(Verdict.PASSED));
        assertThat(subject.release()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aLieInAnyChannelIsFound(Channel channel) {
        Channel first = KernelSpec.sharing(channel, false, false);
        ClApi lying = LyingApi.over(real, channel);
        try (OpenClSubject subject = new OpenClSubject(lying, OpenCl.device(real))) {
            PartResult result = Proof.of(subject, Depth.QUICK, NOBODY).get(0);
            assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
            assertThat(result.text()).startsWith(first.label() + " of colour ");
        }
    }

    @Test
    void whatIsNotReleasedIsCounted() {
        OpenClSubject subject = new OpenClSubject(real, OpenCl.device(real));
        Subject.Copy copy = subject.copy(10);
        copy.run();
        assertThat(subject.release()).contains("1 cl_command_queue");
        copy.close();
        assertThat(subject.release()).isEmpty();
    }

    @Test
    void anEngineOnADeviceThatLiesIsAnErrorThatSaysWhatDiffers() {
        OpenClEngines lying = tested(device -> failed(device, "U (YUV) of colour ff000000 is 1, but must be 0."));
        String name = OpenCl.device(real).name();
        for (String asked : new String[] {null, name})
            assertThatThrownBy(() -> lying.engine(asked))
                    .isInstanceOf(EngineException.class)
                    .hasMessage(
                            "The device '" + name + "' cannot be used, because it failed the test. U (YUV) of colour"
                                    + " ff000000 is 1, but must be 0.");
        assertThat(tested(device -> failed(device, null)).engine(name).device()).isEqualTo(name);
    }

    private OpenClEngines tested(UnaryOperator<FoundDevice> test) {
        Findings found = new DeviceLook(real, new DeviceLook.Watch() {}).devices(Set.of());
        return new OpenClEngines(() -> real, () -> found, test, () -> {});
    }

    private static FoundDevice failed(FoundDevice device, String fault) {
        return new FoundDevice(
                device.name(),
                device.kind(),
                device.vendor(),
                device.driver(),
                device.version(),
                device.platform(),
                device.position(),
                device.speed(),
                device.harmless(),
                true,
                fault);
    }

    @Test
    void autoTrustsOnlyWhatPassed() {
        FoundDevice untested = new FoundDevice("Fast", DeviceKind.GPU, "", "", "OpenCL 3.0", 0, 0, 9, true);
        FoundDevice liar = failed(untested, "It is wrong.");
        FoundDevice good = failed(new FoundDevice("Slow", DeviceKind.GPU, "", "", "OpenCL 3.0", 0, 1, 1, true), null);
        String notice = "'Fast' is not used, because it failed the test. It is wrong.";
        assertThatThrownBy(() -> offer(liar))
                .isInstanceOf(EngineException.class)
                .hasMessage(notice);
        Offer second = offer(liar, good);
        assertThat(second.reason()).contains("Slow");
        assertThat(second.notice()).isEqualTo(notice);
        assertThat(second.engine()).isNotNull();
        Offer none = offer(untested);
        assertThat(none.engine()).isNull();
        assertThat(none.reason()).isEqualTo("Fast was not tested yet.");
        assertThat(offer(good).notice()).isNull();
    }

    private Offer offer(FoundDevice... devices) {
        OpenClEngines engines = new OpenClEngines(() -> real);
        return OpenClDevices.offer(Findings.of(List.of(devices)), Long.MAX_VALUE, device -> engines.engine(null));
    }
}
