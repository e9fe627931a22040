package sc.fiji.imagetomask.natives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTest {

    @TempDir
    private Path folder;

    @Test
    void aLibraryInAnyFolderOfThePathIsFound() throws IOException {
        Path file = Files.createFile(folder.resolve(System.mapLibraryName("some-1.2.3")));
        String path = "nowhere" + File.pathSeparator + folder + File.pathSeparator + ".";
        assertThat(NativeLibraries.outside(path, "some-")).contains(file.toFile());
    }

    @Test
    void othersAreNot() throws IOException {
        Files.createFile(folder.resolve(System.mapLibraryName("awesome-1.2.3")));
        assertThat(NativeLibraries.outside(folder.toString(), "some-")).isEmpty();
    }
}
