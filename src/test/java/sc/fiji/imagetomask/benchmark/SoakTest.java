package sc.fiji.imagetomask.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import sc.fiji.imagetomask.Needs;
import sc.fiji.imagetomask.engine.EngineChoice;

class SoakTest {

    @Test
    void aShortRunIsRightAndLeaksNothing() {
        Needs.part(
                EngineChoice.devices().stream()
                        .anyMatch(device -> device.startsWith("opencl: ") && !device.startsWith("opencl: none")),
                "OpenCL is missing.");
        assertThat(new CommandLine(new Soak()).execute("--masks", "1500")).isZero();
    }
}
