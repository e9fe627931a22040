package sc.fiji.imagetomask.macro;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.io.Opener;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.ClassPath;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.imagej.Images;

/** The menu's entries in a headless ImageJ that is patched as Fiji is: what macros and scripts get, and how they fail. */
class EntriesTest {

    private static final MaskSettings GIVEN =
            MaskSettings.of("S (HSV)").withLevels(10, 255, 1).withInvert(true);
    private static final List<String> ALL =
            List.of(System.getProperty("java.class.path").split(File.pathSeparator));

    @TempDir
    private Path folder;

    @Test
    void theNewImageIsTheActiveOneAndAMistakeStopsTheMacro() throws Exception {
        List<String> said = HeadlessFiji.output(folder, "-Xmx512m", ALL, EntriesSession.class, folder)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        ImagePlus hidden = Images.noise("hidden", 31, 17, 3);
        String mask = "1, " + Arrays.hashCode(Images.expected(hidden, GIVEN, null, null));
        String first = "18, " + Arrays.hashCode(Images.expected(hidden, MaskSettings.DEFAULT, null, null));
        assertThat(said.stream().filter(line -> !line.contains("<")))
                .containsExactly(
                        "- first",
                        "nuclei.png, 8-bit, 2 open",
                        "- terms",
                        "Mask of sample-tissue-1.png, 8-bit, 3 open",
                        "- selections",
                        "Mask of sample-tissue.png, 8-bit, 2 open",
                        "- stain",
                        "Mask of sample-tissue.png, 8-bit, 2 open",
                        "- area",
                        "brown: 4.14 % of the picture",
                        "Mask of sample-tissue.png, 8-bit, 2 open",
                        "- fluorescence",
                        "Mask of cells.tif, 8-bit, 2 open",
                        "- area and tissue",
                        "brown: 4.14 % of the picture",
                        "tissue: 78.67 %, brown: 5.26 % of the tissue",
                        "- one after the other",
                        "Mask of sample-tissue.png, 8-bit, 2 open",
                        "Mask of sample-tissue-1.png, 8-bit, 3 open",
                        "Channels of sample-tissue.png, 8-bit, 4 open",
                        "- batch",
                        "Mask of sample-tissue.png, 8-bit, 2 open",
                        "Mask of sample-tissue-1.png, 8-bit, 3 open",
                        "Channels of sample-tissue.png, 8-bit, 4 open",
                        "Mask of sample-tissue-2.png, 8-bit, 5 open",
                        "1 left: saved.tif",
                        "batch macro: Mask of hidden, " + mask,
                        "batch macro: Channels of hidden, " + first,
                        "batch macro: Mask of hidden-1, " + mask,
                        "- other",
                        "script: Mask of hidden, " + mask,
                        "script: Mask of hidden, " + mask,
                        "- mistake",
                        "Macro Error: channel is 'B', but must be B (LAB) or B (RGB). in line 1",
                        "- mistake in batch mode",
                        "Macro Error: channel is 'B', but must be B (LAB) or B (RGB). in line 1",
                        "Macro Error: channel is 'B', but must be B (LAB) or B (RGB). in line 1",
                        "mistake of a batch macro: null",
                        "- tools",
                        "Macro Error: There is no toolbar: ImageJ must be started with its window. in line 1",
                        "- nothing open",
                        "Macro Error: No image is open, but one must be. in line 1",
                        "- nothing open",
                        "Macro Error: No image is open, but one must be. in line 1",
                        "end");
        assertThat(Images.bytes(
                        new Opener().openImage(folder.resolve("nuclei.png").toString()), 1))
                .isEqualTo(Images.bytes(new Opener().openImage("docs/mask-nuclei.png"), 1));
        ImagePlus saved = new Opener().openImage(folder.resolve("saved.tif").toString());
        ImagePlus tissue = new Opener().openImage("docs/sample-tissue.png");
        assertThat(Images.bytes(saved, 1)).isEqualTo(Images.expected(tissue, MaskSettings.of("R (RGB)"), null, null));
    }

    /** Masks of 1000 x 1000 pixels in a loop: 200 of them that were kept would be 190 MB. */
    @Test
    void memoryStaysFlatOverHundredsOfMasks() throws Exception {
        List<Long> used = lines("used: ", HeadlessFiji.output(folder, "-Xmx512m", ALL, LoopSession.class))
                .map(Long::valueOf)
                .toList();
        assertThat(used).hasSize(3);
        assertThat(used.get(2)).isLessThan(used.get(0) + 30);
    }

    @Test
    void withoutJoclTheFirstMaskSaysSoOnceInThePlaceOfTheLog() throws Exception {
        String output =
                HeadlessFiji.output(folder, "-Xmx512m", ClassPath.without("jocl"), EntriesSession.class, folder);
        String notice = "The java engine is used: JOCL, which connects Java with OpenCL, is not installed.";
        assertThat(output.lines()).containsOnlyOnce(notice).contains("end");
    }

    private static Stream<String> lines(String name, String output) {
        return output.lines().filter(line -> line.startsWith(name)).map(line -> line.substring(name.length()));
    }
}
