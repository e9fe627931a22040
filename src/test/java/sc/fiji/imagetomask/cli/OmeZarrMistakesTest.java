package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistakes and broken images: one sentence each, and what exists is kept. */
class OmeZarrMistakesTest {

    @TempDir
    private Path temp;

    private Path output;

    @BeforeEach
    void place() {
        output = temp.resolve("out.ome.zarr");
    }

    @Test
    void aFailureInWritingIsOneSentence() throws IOException {
        ZarrSample picture = sample("yx", 70, 130);
        Path locked = Files.createDirectory(temp.resolve("locked"));
        Path out = locked.resolve("no").resolve("out.ome.zarr");
        assertThat(CliRun.java(picture.folder(), out).err())
                .containsExactly("OUTPUT is '" + out + "', but there is no folder '" + out.getParent() + "'.");
    }

    @Test
    void whatIsThereIsKeptUnlessForced() throws IOException {
        ZarrSample picture = sample("yx", 40, 50);
        Path in = picture.folder();
        OmeZarrOnTheCommandLineTest.make(in, output);
        assertThat(CliRun.java(in, output))
                .isEqualTo(new CliRun(
                        2, List.of(), List.of("'" + output + "' exists already; use --force to replace it.")));
        assertThat(CliRun.java("--force", in, in).err().get(0)).contains("would overwrite");
        assertThat(CliRun.java("--force", in, in.resolve("mask.zarr")).err().get(0))
                .contains("would overwrite");
        Path foreign = Files.createDirectory(temp.resolve("foreign.zarr"));
        Files.writeString(foreign.resolve("notes.txt"), "mine");
        assertThat(CliRun.java("--force", in, foreign))
                .isEqualTo(new CliRun(
                        2,
                        List.of(),
                        List.of("'" + foreign
                                + "' is not replaced, because it is not a mask that was written by Image To Mask.")));
        assertThat(foreign.resolve("notes.txt")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"truncated", "codec", "shape", "gone"})
    void brokenImagesGetOneSentenceAndLeaveNothing(String damage) throws IOException {
        ZarrSample picture = sample("cyx", 3, 70, 130);
        OmeZarrOnTheCommandLineTest.make("--channel", "V (HSV)", picture.folder(), output);
        byte[][] kept = ZarrSample.planes(output);
        Path array = picture.folder().resolve("0/.zarray");
        Path chunk = picture.folder().resolve("0/2/1/1");
        switch (damage) {
            case "truncated" -> Files.write(chunk, Arrays.copyOf(Files.readAllBytes(chunk), 20));
            case "codec" ->
                Files.writeString(
                        array, Files.readString(array).replaceFirst("\"id\" ?: ?\"\\w+\"", "\"id\":\"magic\""));
            case "shape" ->
                Files.writeString(array, Files.readString(array).replaceFirst("\"chunks\" ?: ?\\[", "\"chunks\": [9,"));
            default -> Files.delete(array);
        }
        List<String> before = OmeZarrOnTheCommandLineTest.names(temp);
        CliRun run = CliRun.java("--force", picture.folder(), output);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .singleElement()
                .asString()
                .contains(picture.folder().toString())
                .endsWith(".");
        assertThat(OmeZarrOnTheCommandLineTest.names(temp)).isEqualTo(before);
        assertThat(ZarrSample.planes(output)).isDeepEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--zarr-version 1 | zarr-version is '1', but must be one of 0.4, 0.5.",
                "--compression lzma | compression is 'lzma', but must be one of fast, default, small, none, gzip, zstd, blosc.",
                "--chunk 3 | chunk is 3, but must be a whole number from 16 to 8192.",
                "--tile-memory 0 | tile-memory is 0, but must be a whole number from 1 to 1048576.",
                "--level -1 | level is -1, but must be a whole number, 0 or more.",
                "--t 0 | t is 0, but must be a whole number, 1 or more.",
                "--rgb 1,2,9 | rgb is 1,2,9, but must be numbers from 1 to 3: the image 'in.ome.zarr' has 3 channels.",
            })
    void mistakesGetOneSentence(String arguments, String sentence) throws IOException {
        ZarrSample picture = sample("cyx", 3, 20, 30);
        List<Object> all = new ArrayList<>(List.of(arguments.split(" ")));
        all.addAll(List.of(picture.folder(), output));
        CliRun run = CliRun.java(all.toArray());
        assertThat(run.err()).containsExactly(sentence);
        assertThat(run.status()).isNotZero();
        assertThat(OmeZarrOnTheCommandLineTest.names(temp)).containsExactly("in.ome.zarr");
    }

    private ZarrSample sample(String axes, long... shape) throws IOException {
        return OmeZarrOnTheCommandLineTest.sample(temp.resolve("in.ome.zarr"), axes, shape);
    }
}
