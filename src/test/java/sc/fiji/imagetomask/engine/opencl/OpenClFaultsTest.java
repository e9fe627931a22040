package sc.fiji.imagetomask.engine.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jocl.CL;
import org.jocl.cl_device_id;
import org.jocl.cl_platform_id;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.ByteRun;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.ToneTable;

class OpenClFaultsTest {

    private final FaultyApi faults = new FaultyApi();
    private final int[] argb = new Random(5).ints(10_007).toArray();
    private final Pixels pixels = new Pixels.Packed(argb, 0, argb.length, true);
    private final ToneTable table = ToneTable.of(new ClipRange(3, 240), Levels.NONE, true);
    private OpenClEngines engines;

    @BeforeEach
    void wrapTheBinding() {
        ClApi real = OpenCl.require();
        engines = new OpenClEngines(() -> faults.over(real));
    }

    @Test
    void noLibraryIsAReason() {
        OpenClEngines none = new OpenClEngines(() -> {
            throw new UnsatisfiedLinkError("no such library");
        });
        assertThatThrownBy(() -> none.engine(null))
                .isInstanceOf(EngineException.class)
                .hasMessage("The OpenCL library cannot be loaded: no such library.");
    }

    @Test
    void theFirstReasonStays() {
        Iterator<String> messages =
                List.of("the cause", "Could not initialize class").iterator();
        OpenClEngines none = new OpenClEngines(() -> {
            throw new UnsatisfiedLinkError(messages.next());
        });
        for (int i = 0; i < 3; i++)
            assertThatThrownBy(none::names).hasMessage("The OpenCL library cannot be loaded: the cause.");
    }

    @Test
    void noPlatformIsAReason() {
        faults.fail("platforms", n -> -1001);
        assertThatThrownBy(() -> engines.engine(null))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("No OpenCL platform is installed");
    }

    @Test
    void anEmptyPlatformIsSkipped() {
        ClApi real = OpenCl.require();
        cl_platform_id[] platforms = real.platforms();
        OpenClEngines empty = new OpenClEngines(() -> (ClApi) java.lang.reflect.Proxy.newProxyInstance(
                ClApi.class.getClassLoader(),
                new Class<?>[] {ClApi.class},
                (proxy, method, arguments) ->
                        method.getName().equals("devices") ? new cl_device_id[0] : (Object) platforms));
        assertThatThrownBy(() -> empty.engine(null)).hasMessage("OpenCL offers no usable device.");
    }

    @Test
    void aKernelThatDoesNotBuildSaysWhereAndWhy() {
        faults.fail("build", n -> CL.CL_BUILD_PROGRAM_FAILURE);
        Engine engine = engines.engine(null);
        assertThatThrownBy(() -> engine.plane(pixels, Channel.LAB_L))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("do not build on " + engine.device())
                .hasMessageContaining("CL_BUILD_PROGRAM_FAILURE");
        faults.rule((call, n) -> 0);
        engine.plane(pixels, Channel.LAB_L).close();
    }

    @Test
    void aNamedDeviceIsTakenOrRefused() {
        String name = engines.names().get(0);
        assertThat(engines.engine(name.toUpperCase()).device()).isEqualTo(name);
        assertThatThrownBy(() -> engines.engine("Imaginary 9000"))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("device is 'Imaginary 9000', but must be one of " + name);
    }

    @Test
    void everyCallThatFailsGivesAnErrorAndLeaksNothing() {
        OpenClEngine engine = (OpenClEngine) engines.engine(null);
        byte[] right = mask(engine);
        Map<String, Integer> idle = faults.held();
        faults.rule((call, n) -> 0);
        mask(engine);
        Map<String, Integer> calls = faults.calls();
        assertThat(calls.keySet()).containsAll(Set.of("createBuffer", "write", "clear", "run", "read", "release"));
        List<String> tried = new ArrayList<>();
        calls.forEach((call, times) -> {
            if (call.equals("release")) return;
            for (int k = 1; k <= times; k++) {
                int failing = k;
                faults.fail(call, n -> n == failing ? CL.CL_OUT_OF_RESOURCES : 0);
                assertThatThrownBy(() -> mask(engine)).isInstanceOf(ClException.class);
                faults.rule((c, n) -> 0);
                assertThat(mask(engine)).as("%s %d, then well again", call, k).isEqualTo(right);
                assertThat(faults.held()).as("%s %d", call, k).isEqualTo(idle);
                tried.add(call);
            }
        });
        assertThat(tried).hasSizeGreaterThan(20);
        engine.close();
        assertThat(faults.held()).isEmpty();
    }

    private byte[] mask(Engine engine) {
        ByteRun out = ByteRun.allocate(argb.length);
        try (ChannelPlane plane = engine.plane(pixels, Channel.LAB_B)) {
            plane.histogram(pixels.alpha());
            plane.apply(table, pixels.alpha(), out);
        }
        return out.array();
    }
}
