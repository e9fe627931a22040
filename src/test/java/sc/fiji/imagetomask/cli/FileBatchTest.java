package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.options.MaskOptions;

class FileBatchTest {

    private static final FileBatch BATCH = FileBatch.of(MaskOptions.parse("channel=[S (HSV)] engine=java"));

    @Test
    void makesTheMasksOfThePage() throws IOException {
        Path made = Path.of("target/masks of files");
        for (String name : List.of("sample-tissue.png", "stack.png")) Files.deleteIfExists(made.resolve(name));
        // snippet: filebatch
        FileBatch batch = FileBatch.of(MaskOptions.parse("channel=[U (YUV)] black=178 white=210"));
        List<Path> pictures = List.of(Path.of("docs/sample-tissue.png"), Path.of("docs/stack.png"));
        batch.run(pictures, Path.of("target/masks of files"), mask -> System.out.println(mask.line()));
        // end
        assertThat(Sample.grey(made.resolve("sample-tissue.png"), 0))
                .isEqualTo(Sample.grey(Path.of("docs/mask-nuclei.png"), 0));
        assertThat(made.resolve("stack.png")).exists();
    }

    @Test
    void tellsEachPictureInOrderAndGoesOnAfterABrokenOne(@TempDir Path temp) throws IOException {
        Path in = Files.createDirectory(temp.resolve("in"));
        for (int i = 0; i < 6; i++) Sample.of(30, 20, 3, i).write(in.resolve("p" + i + ".png"));
        Files.writeString(in.resolve("p2.png"), "no picture");
        Path out = temp.resolve("out");
        List<FileMask> told = new ArrayList<>();
        List<FileMask> masks = BATCH.withThreads(4).run(List.of(in), out, told::add);
        assertThat(masks).isEqualTo(told).hasSize(6);
        for (int i = 0; i < 6; i++) {
            FileMask mask = masks.get(i);
            assertThat(mask.picture()).isEqualTo(in.resolve("p" + i + ".png"));
            assertThat(mask.isMade()).isEqualTo(i != 2);
            if (i != 2)
                assertThat(Sample.grey(mask.mask(), 0))
                        .isEqualTo(Sample.of(30, 20, 3, i).mask(MaskSettings.of("S (HSV)"), null));
        }
        assertThat(masks.get(2).line()).contains("p2.png' is not a PNG");
        assertThat(BATCH.run(List.of(in), out, mask -> {})).noneMatch(FileMask::isMade);
        assertThat(BATCH.replacing().run(List.of(in), out, mask -> {}))
                .filteredOn(FileMask::isMade)
                .hasSize(5);
    }

    @Test
    void mistakesAreToldBeforeAnythingIsMade(@TempDir Path temp) {
        Path out = temp.resolve("out");
        assertThatThrownBy(() -> BATCH.run(List.of(temp.resolve("none.png")), out, mask -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none.png', but there is no such file or folder.");
        assertThat(out).doesNotExist();
        assertThatThrownBy(() -> BATCH.withThreads(0)).hasMessage("threads is 0, but must be 1 or more.");
        assertThatThrownBy(() -> FileBatch.of(MaskOptions.parse("output=selection")))
                .hasMessage("output is 'selection', but must be 8-bit, 32-bit or binary for files.");
    }
}
