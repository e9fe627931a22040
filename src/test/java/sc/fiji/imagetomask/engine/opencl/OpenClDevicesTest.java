package sc.fiji.imagetomask.engine.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jocl.CL;
import org.jocl.cl_device_id;
import org.jocl.cl_platform_id;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.engine.EngineException;

/** Which devices are found, and why none is. */
class OpenClDevicesTest extends WithFaults {

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
    void noDriverIsAReason() {
        OpenClEngines none = new OpenClEngines(() -> {
            throw new UnsatisfiedLinkError(
                    "Could not initialize native OpenCL library. Implementation library could" + " not be loaded");
        });
        assertThatThrownBy(none::names)
                .hasMessage("No OpenCL library is installed; it comes with the driver of a GPU.");
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
        OpenClEngines empty = new OpenClEngines(() -> ChangedApi.over(
                real, (call, arguments, meant) -> call.equals("devices") ? new cl_device_id[0] : meant.make()));
        assertThatThrownBy(() -> empty.engine(null)).hasMessageStartingWith("OpenCL offers no usable device: ");
    }

    @Test
    void aDeviceThatIsTooOldIsNotUsable() {
        ClApi real = OpenCl.require();
        for (String version : List.of("OpenCL 1.1 CUDA", "OpenCL 0.9", "1.2", "")) {
            OpenClEngines old = new OpenClEngines(() -> ofVersion(real, version));
            assertThatThrownBy(() -> old.engine(null))
                    .hasMessage("OpenCL offers no usable device: it must support OpenCL 1.2, be available and have"
                            + " a compiler.");
        }
        for (String version : List.of("OpenCL 1.2 ", "OpenCL 2.0 AMD-APP", "OpenCL 3.0 CUDA", "OpenCL 10.0"))
            assertThat(new OpenClEngines(() -> ofVersion(real, version)).names())
                    .isEqualTo(engines.names());
    }

    private static ClApi ofVersion(ClApi real, String version) {
        return ChangedApi.over(
                real,
                (call, arguments, meant) -> call.equals("deviceString") && (int) arguments[1] == CL.CL_DEVICE_VERSION
                        ? version
                        : meant.make());
    }

    /** One broken driver among those that are installed. */
    @Test
    void aPlatformThatFailsHidesNoOther() {
        OpenClEngines twice = twoPlatforms();
        faults.fail("devices", n -> n == 1 ? CL.CL_OUT_OF_HOST_MEMORY : 0);
        assertThat(twice.names()).isEqualTo(engines.names());
        OpenClEngines never = twoPlatforms();
        faults.fail("devices", n -> CL.CL_OUT_OF_HOST_MEMORY);
        assertThatThrownBy(never::names).isInstanceOf(ClException.class).hasMessageContaining("CL_OUT_OF_HOST_MEMORY");
    }

    @Test
    void devicesOfOneNameAreNumbered() {
        OpenClEngines twice = twoPlatforms();
        String name = engines.names().get(0);
        assertThat(twice.names()).contains(name, name + " #2").doesNotHaveDuplicates();
        assertThat(twice.engine(name + " #2").device()).isEqualTo(name + " #2");
        assertThat(twice.engine(name + " #2"))
                .isSameAs(twice.engine(name + " #2"))
                .isNotSameAs(twice.engine(name));
    }

    /** As programs that manage GPUs name them. */
    @Test
    void aDeviceCanBeNamedByItsNumber() {
        OpenClEngines twice = twoPlatforms();
        List<String> names = twice.names();
        Set<String> numbered = new TreeSet<>();
        for (int i = 0; i < names.size(); i++) numbered.add(twice.engine("" + i).device());
        assertThat(numbered).containsExactlyInAnyOrderElementsOf(names);
        assertThatThrownBy(() -> twice.engine("99"))
                .hasMessageEndingWith(", or a number from 0 to " + (names.size() - 1) + ".");
    }

    /** The platforms that are here, each twice. */
    private OpenClEngines twoPlatforms() {
        ClApi faulty = faults.over(OpenCl.require());
        return new OpenClEngines(() -> ChangedApi.over(faulty, (call, arguments, meant) -> {
            Object result = meant.make();
            if (!(result instanceof cl_platform_id[] platforms)) return result;
            return Stream.of(platforms, platforms).flatMap(Arrays::stream).toArray(cl_platform_id[]::new);
        }));
    }

    @Test
    void aNamedDeviceIsTakenOrRefused() {
        String name = engines.names().get(0);
        assertThat(engines.engine(name.toUpperCase()).device()).isEqualTo(name);
        assertThatThrownBy(() -> engines.engine("Imaginary 9000"))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("device is 'Imaginary 9000', but must be one of " + name);
    }
}
