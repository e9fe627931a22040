package sc.fiji.imagetomask.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderBesideTest {

    private static final String OF_A_DEAD_PROCESS = ".999999999-01234567-89ab-cdef-0123-456789abcdef";

    @TempDir
    private Path folder;

    private Path place;

    @BeforeEach
    void anOldFolder() throws IOException {
        place = Files.createDirectory(folder.resolve("mask"));
        Files.writeString(place.resolve("file"), "old");
    }

    @Test
    void whatIsThereIsReplaced() throws IOException {
        try (FolderBeside beside = new FolderBeside(place)) {
            Files.writeString(beside.path().resolve("file"), "new");
            beside.takePlace();
        }
        assertThat(place.resolve("file")).hasContent("new");
        assertThat(names()).containsExactly("mask");
    }

    @Test
    void whatIsNotCompleteIsDeleted() throws IOException {
        try (FolderBeside beside = new FolderBeside(place)) {
            Files.writeString(beside.path().resolve("file"), "new");
        }
        assertThat(place.resolve("file")).hasContent("old");
        assertThat(names()).containsExactly("mask");
    }

    @Test
    void whatAKilledProcessWasAboutToReplaceIsPutBack() throws IOException {
        killedWhileItReplaced();
        HiddenPart.restore(folder);
        assertThat(place.resolve("file")).hasContent("old");
    }

    @Test
    void itIsNotPutBackIfTheNewOneIsThere() throws IOException {
        killedWhileItReplaced();
        Files.createDirectory(place);
        Files.writeString(place.resolve("file"), "new");
        HiddenPart.deleteLeftovers(folder);
        assertThat(place.resolve("file")).hasContent("new");
        assertThat(names()).containsExactly("mask");
    }

    @Test
    void leftoversAreDeletedOnceItIsPutBack() throws IOException {
        killedWhileItReplaced();
        HiddenPart.deleteLeftovers(folder);
        assertThat(place.resolve("file")).hasContent("old");
        assertThat(names()).containsExactly("mask");
    }

    @Test
    void whatALivingProcessIsAboutToReplaceIsLeftToIt() throws IOException {
        Path hidden = Files.createDirectory(HiddenPart.old(place));
        Files.move(place, hidden.resolve("mask"));
        HiddenPart.restore(folder);
        assertThat(place).doesNotExist();
    }

    @Test
    void whatWasReplacedJustNowMayBeAnotherMachines() throws IOException {
        killedWhileItReplaced();
        Files.setLastModifiedTime(folder.resolve(OF_A_DEAD_PROCESS + ".old"), FileTime.from(Instant.now()));
        HiddenPart.deleteLeftovers(folder);
        assertThat(place).doesNotExist();
        assertThat(names()).containsExactly(OF_A_DEAD_PROCESS + ".old");
    }

    @Test
    void anOldOneDoesNotComeBackWhenTheNewOneIsDeletedLater() throws IOException {
        killedWhileItReplaced();
        Files.createDirectory(place);
        HiddenPart.restore(folder);
        Files.delete(place);
        HiddenPart.restore(folder);
        assertThat(place).doesNotExist();
    }

    @Test
    void linksWithSuchNamesAreNotFollowed(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("secret"), "stays");
        Files.createSymbolicLink(folder.resolve(OF_A_DEAD_PROCESS + ".old"), elsewhere);
        Files.createSymbolicLink(folder.resolve(OF_A_DEAD_PROCESS + ".part"), elsewhere);
        age(elsewhere);
        HiddenPart.deleteLeftovers(folder);
        assertThat(elsewhere.resolve("secret")).hasContent("stays");
        assertThat(folder.resolve("secret")).doesNotExist();
        for (String end : List.of(".old", ".part")) Files.deleteIfExists(folder.resolve(OF_A_DEAD_PROCESS + end));
    }

    @Test
    void oddNamesAreNoneOfOurs() throws IOException {
        Files.createDirectory(folder.resolve(".99999999999999999999-01234567-89ab-cdef-0123-456789abcdef.old"));
        Files.createFile(folder.resolve(OF_A_DEAD_PROCESS + ".old"));
        HiddenPart.deleteLeftovers(folder);
        assertThat(names()).hasSize(3);
    }

    private void killedWhileItReplaced() throws IOException {
        Path hidden = Files.createDirectory(folder.resolve(OF_A_DEAD_PROCESS + ".old"));
        Files.move(place, hidden.resolve("mask"));
        age(hidden);
        Files.createDirectory(folder.resolve(OF_A_DEAD_PROCESS + ".part"));
    }

    private static void age(Path hidden) throws IOException {
        Files.setLastModifiedTime(hidden, FileTime.from(Instant.now().minusSeconds(100)));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
