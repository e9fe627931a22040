package sc.fiji.imagetomask.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.imagetomask.cli.CliRun;
import sc.fiji.imagetomask.cli.PlateSample;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.zarr.store.WebServer;

/** Jobs on the fields of plates: the files are those of the command line, but for what names the engine. */
class FieldsJobTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void useLocal() {
        Local.use();
    }

    @AfterAll
    static void dontUseLocal() {
        Local.dontUse();
    }

    private Path onTheCommandLine(Path plate, Object... options) throws IOException {
        Path mask = folder.resolve("here.ome.zarr");
        CliRun run = CliRun.java(words(plate, mask, options));
        assertThat(run.status()).as(run.err().toString()).isZero();
        return mask;
    }

    private static Object[] words(Object plate, Path mask, Object... options) {
        Object[] words = new Object[options.length + 6];
        System.arraycopy(options, 0, words, 0, options.length);
        System.arraycopy(
                new Object[] {"--channel", "R (RGB)", "--compression", "zstd", plate, mask},
                0,
                words,
                options.length,
                6);
        return words;
    }

    private static Object[] java(Object... words) {
        Object[] all = new Object[words.length + 2];
        all[0] = "--engine";
        all[1] = "java";
        System.arraycopy(words, 0, all, 2, words.length);
        return all;
    }

    private static void assertSame(Path mask, Path expected) throws IOException {
        String[] documents = Local.files(expected).keySet().stream()
                .filter(name -> name.endsWith(".zattrs") || name.endsWith("zarr.json"))
                .toArray(String[]::new);
        Local.assertSame(mask, expected, documents);
        for (String document : documents)
            assertThat(engineless(mask.resolve(document))).isEqualTo(engineless(expected.resolve(document)));
    }

    private static String engineless(Path document) throws IOException {
        return Files.readString(document).replaceAll("\"engine\" : \".*\"", "");
    }

    @ParameterizedTest
    @EnumSource
    void fieldsAreSharedOut(OmeVersion version) throws IOException {
        Path plate = PlateSample.plate(folder.resolve("plate.zarr"), version);
        Path first = folder.resolve("first.ome.zarr");
        Local.Outcome outcome = Local.run(java(words(plate, first)));
        assertThat(outcome.status()).as(outcome.err().toString()).isZero();
        assertSame(first, onTheCommandLine(plate));
        assertThat(outcome.out()).last().asString().contains("3 fields, java on 1 thread");

        Path mask = folder.resolve("mask.ome.zarr");
        Object[] options = {"--statistics", "batch", "--force", "--mask", first};
        assertThat(Local.run(java(words(plate, mask, options))).status()).isZero();
        assertSame(mask, onTheCommandLine(plate, options));
    }

    @ParameterizedTest
    @EnumSource
    void fieldsThatShareAClipRangeAreReadOnce(OmeVersion version) throws IOException {
        Path plate = PlateSample.plate(folder.resolve("plate.zarr"), version);
        Path mask = folder.resolve("mask.ome.zarr");
        Object[] options = {"--statistics", "batch"};
        try (WebServer server = new WebServer(folder)) {
            Local.Outcome outcome = Local.run(java(words(server.address() + "/plate.zarr", mask, options)));
            assertThat(outcome.status()).as(outcome.err().toString()).isZero();
            Map<String, Long> chunks = server.requests().stream()
                    .filter(request -> request.method().equals("GET"))
                    .map(WebServer.Request::path)
                    .filter(path -> path.matches("/plate.zarr/[AB]/\\d/\\d/.*\\d"))
                    .collect(Collectors.groupingBy(path -> path, Collectors.counting()));
            assertThat(chunks)
                    .hasSizeGreaterThan(2)
                    .allSatisfy((path, times) -> assertThat(times).as(path).isEqualTo(1));
        }
        assertSame(mask, onTheCommandLine(plate, options));
    }

    @Test
    void oneFieldIsAnImage() throws IOException {
        Path plate = PlateSample.plate(folder.resolve("plate.zarr"), OmeVersion.V0_5);
        Path mask = folder.resolve("mask.ome.zarr");
        assertThat(Local.run(java(words(plate, mask, "--field", "B/2/0"))).status())
                .isZero();
        Path here = onTheCommandLine(plate, "--field", "B/2/0");
        assertThat(Files.readAllBytes(mask.resolve("0/c/0/0"))).isEqualTo(Files.readAllBytes(here.resolve("0/c/0/0")));
        assertThat(Local.run(java(words(plate, mask, "--field", "C/2/0"))).err())
                .containsExactly("field is 'C/2/0', but must be one of A/1/0, A/1/1, B/2/0 in '" + plate + "'.");
    }

    @Test
    void aJobIsStartedAgainWhereAFieldCouldNotBeRead() throws IOException {
        Path plate = PlateSample.plate(folder.resolve("plate.zarr"), OmeVersion.V0_4);
        Path mask = folder.resolve("mask.ome.zarr");
        Path chunk = plate.resolve("B/2/0/0/0/0/0");
        byte[] whole = Files.readAllBytes(chunk);
        Files.write(chunk, new byte[5]);

        Local.Outcome broken = Local.run(java(words(plate, mask)));

        assertThat(broken.status()).isEqualTo(1);
        assertThat(broken.err())
                .hasSize(2)
                .last()
                .isEqualTo("The masks are not complete, because 1 of 3 fields were not made.");
        assertThat(broken.err().get(0)).contains("B/2/0").contains("is damaged");
        Files.write(chunk, whole);
        assertThat(Local.run(java(words(plate, mask))).status()).isZero();
        assertSame(mask, onTheCommandLine(plate));
    }
}
