package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the system takes no more bytes, or no file at all, the old masks stay and one sentence says why. */
class FullDiskTest {

    /** A shell that lets files have 32 kB at most; what is written beyond fails as on a full disk. */
    private static final List<String> LIMITED = List.of("bash", "-c", "ulimit -f 32; exec \"$@\"", "bash");

    @TempDir
    private Path temp;

    private Path picture;

    @BeforeEach
    void shellAndPicture() throws IOException {
        assumeThat(Path.of("/bin/bash")).exists();
        picture = Sample.of(600, 500, 3, 1).write(temp.resolve("picture.png"));
        Files.createDirectory(temp.resolve("out"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mask.png", "mask.tif", "mask.zarr"})
    void theOldMaskStays(String name) throws Exception {
        Path mask = temp.resolve("out").resolve(name);
        List<Object> words = new ArrayList<>(List.of(picture, mask));
        if (name.endsWith(".zarr")) words.addAll(0, List.of("--compression", "none"));
        assertThat(CliRun.java(words.toArray()).status()).isZero();
        Path bytes = name.endsWith(".zarr") ? mask.resolve("0/0/0") : mask;
        byte[] before = Files.readAllBytes(bytes);

        words.addAll(0, List.of("--force", "--black", "50"));
        CliRun run = CliProcess.start(LIMITED, words.toArray()).end();

        assertThat(run.err()).singleElement().asString().contains("' cannot be written: File too large.");
        assertThat(run.status()).isEqualTo(1);
        assertThat(bytes).hasBinaryContent(before);
        assertThat(BatchesOfFilesTest.names(temp.resolve("out"))).containsExactly(name);
    }

    @Test
    void aFolderThatIsReadOnly() throws Exception {
        Path out = temp.resolve("out");
        Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("r-xr-xr-x"));
        List<String> powerless = List.of();
        if (Files.isWritable(out)) { // the administrator's powers are put down, if the system has the tool
            assumeThat(Path.of("/usr/bin/setpriv")).exists();
            powerless = List.of("setpriv", "--bounding-set=-all", "--inh-caps=-all");
        }
        CliRun run = CliProcess.start(powerless, picture, out).end();
        Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().get(0)).contains("picture.png' cannot be written: access is denied.");
        assertThat(BatchesOfFilesTest.names(out)).isEmpty();
    }
}
