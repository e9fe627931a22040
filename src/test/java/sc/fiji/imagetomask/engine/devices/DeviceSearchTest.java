package sc.fiji.imagetomask.engine.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Drivers that crash, hang or do harm while they are looked for, in a process of their own. */
class DeviceSearchTest {

    private static final String GPU = "Grafikkarte \u00e4";
    private static final String PROCESSOR = "Processor = \\ 1";

    @Test
    void whatIsFoundComesBackWhateverDriversPrint() throws IOException {
        Findings found = find("");
        assertThat(found.devices()).extracting(FoundDevice::name).containsExactly(GPU, PROCESSOR);
        assertThat(found.devices()).extracting(FoundDevice::harmless).containsOnly(true);
        assertThat(found.best()).hasValue(found.devices().get(0));
        assertThat(found.trouble()).isNull();
    }

    @Test
    void aDriverThatCrashesIsLeftOut() throws IOException {
        Findings found = find("processor crashes");
        assertThat(found.devices()).extracting(FoundDevice::name).containsExactly(GPU);
        assertThat(found.trouble())
                .isEqualTo(
                        "The OpenCL driver 'Processors & more' crashed (exit status 134) during the search for devices.");
        found = find("gpu crashes");
        assertThat(found.devices()).extracting(FoundDevice::name).containsExactly(PROCESSOR);
        assertThat(found.trouble()).startsWith("The OpenCL driver 'GPUs' crashed");
    }

    @Test
    void aDriverThatDoesNotAnswerIsLeftOut() throws IOException {
        Findings found = find("processor hangs", Duration.ofSeconds(4));
        assertThat(found.devices()).extracting(FoundDevice::name).containsExactly(GPU);
        assertThat(found.trouble())
                .isEqualTo(
                        "The OpenCL driver 'Processors & more' did not answer within 4 s during the search for devices.");
    }

    @Test
    void aLibraryThatCrashesOrHangsLeavesNothing() throws IOException {
        Findings found = find("library crashes");
        assertThat(found.devices()).isEmpty();
        assertThat(found.why()).isEqualTo("The OpenCL driver crashed (exit status 134) during the search for devices.");
        assertThat(find("library hangs", Duration.ofSeconds(2)).why())
                .isEqualTo("The OpenCL driver did not answer within 2 s during the search for devices.");
    }

    @Test
    void allDriversCrash() throws IOException {
        Findings found = find("processor crashes gpu crashes");
        assertThat(found.devices()).isEmpty();
        assertThat(found.why()).contains("'Processors & more' crashed", "'GPUs' crashed");
    }

    /** PoCL does harm only if its own devices are asked for: then a GPU beside it can be used. */
    @Test
    void aGpuIsHarmlessIfItIsSoAlone() throws IOException {
        assertThat(find("harm").devices()).extracting(FoundDevice::harmless).containsExactly(true, false);
        assertThat(find("harm while listed").devices())
                .extracting(FoundDevice::harmless)
                .containsExactly(false, false);
    }

    @Test
    void whereNoJavaCanBeStartedItIsSaid() throws IOException {
        ChildJava child = new ChildJava(Path.of("/no/java"), List.of(Path.of(".")), "none");
        DeviceSearch search = new DeviceSearch(child, List.of(), Duration.ofSeconds(9));
        assertThatThrownBy(search::find).isInstanceOf(IOException.class).hasMessageContaining("java");
    }

    private static Findings find(String drivers) throws IOException {
        return find(drivers, Duration.ofSeconds(60));
    }

    private static Findings find(String drivers, Duration limit) throws IOException {
        ChildJava child = ChildJava.of(List.of(StandIn.class, SearchProgram.class));
        return new DeviceSearch(child, List.of("-Ddrivers=" + drivers), limit).find();
    }
}
