package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.engine.EngineProvider;
import sc.fiji.imagetomask.engine.opencl.TwoDevices;
import sc.fiji.imagetomask.engine.opencl.TwoDevicesProvider;

/** {@code --device all}: the pictures of a batch are shared among devices. */
class SharedBatchesTest {

    private static final int PICTURES = 12;
    private static final String COUNT = "planes on one device: ";

    @TempDir
    private Path temp;

    @Test
    void twoDevicesMakeTheMasksOfJava() throws Exception {
        assertThat(TwoDevices.engines()).hasSize(2);
        Path services = Files.createDirectories(temp.resolve("classes/META-INF/services"));
        Files.writeString(services.resolve(EngineProvider.class.getName()), TwoDevicesProvider.class.getName());
        Path in = pictures();
        List<String> settings = List.of("--channel", "S (HSV)", "--black", "20", "--white", "200");
        Path expected = temp.resolve("java");
        assertThat(CliRun.java(arguments(settings, in, expected)).status()).isZero();

        Path masks = temp.resolve("shared");
        List<String> shared = Stream.concat(
                        Stream.of("--engine", TwoDevicesProvider.NAME, "--device", "all", "--threads", "3"),
                        settings.stream())
                .toList();
        CliRun run = CliProcess.withClasses(temp.resolve("classes"), arguments(shared, in, masks));

        assertThat(run.status()).as("%s", run.err()).isZero();
        assertThat(BatchesOfFilesTest.names(masks)).hasSize(PICTURES).isEqualTo(BatchesOfFilesTest.names(expected));
        for (String name : BatchesOfFilesTest.names(expected))
            assertThat(Sample.grey(masks.resolve(name), 0)).as(name).isEqualTo(Sample.grey(expected.resolve(name), 0));
        List<Integer> planes = run.err().stream()
                .filter(line -> line.startsWith(COUNT))
                .map(line -> Integer.valueOf(line.substring(COUNT.length())))
                .toList();
        assertThat(planes).as("both devices work").hasSize(2);
        assertThat(planes.stream().mapToInt(n -> n).sum()).isEqualTo(PICTURES);
    }

    @Test
    void javaHasNoDevicesToShare() throws IOException {
        CliRun run = CliRun.java("--device", "all", pictures(), temp.resolve("out"));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).containsExactly("device is 'all', but the java engine has no devices to choose from.");
        assertThat(temp.resolve("out")).doesNotExist();
    }

    private Path pictures() throws IOException {
        Path in = Files.createDirectories(temp.resolve("in"));
        for (int i = 0; i < PICTURES; i++)
            Sample.of(300 + 41 * i, 200 + 13 * i, 3, i)
                    .write(in.resolve("p" + (10 + i) + (i % 2 == 0 ? ".png" : ".tif")));
        return in;
    }

    private static Object[] arguments(List<String> options, Path in, Path out) {
        return Stream.concat(options.stream(), Stream.of(in, out)).toArray();
    }
}
