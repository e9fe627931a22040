package sc.fiji.imagetomask.macro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.Needs;
import sc.fiji.imagetomask.engine.EngineChoice;

/** CLIJ2's macro extensions in ImageJ's macro language, through CLIJ2's own handler. */
class ClijMacrosTest {

    private static final String OPEN = "call('" + MacroImages.class.getName() + ".open'); ";
    private static final String FIND = "call('" + MacroOutcome.class.getName() + ".find');";
    private static final String EXTENSIONS =
            "run('CLIJ2 Macro Extensions', 'cl_device='); Ext.CLIJ2_clear(); mask = 'made'; ";
    private static final String OBJECTS =
            Path.of("macros", "Masked Objects On GPU.ijm").toAbsolutePath().toString();

    private static final String COUNTS =
            OPEN + "runMacro('" + OBJECTS + "'); selectImage('Mask of leaf.png'); rename('made');"
                    + " selectImage('leaf.png');"
                    + " run('Image To Mask...', 'channel=[U (YUV)] black=178 white=210');"
                    + " imageCalculator('Difference create', 'made', 'Mask of leaf.png');"
                    + " getStatistics(area, mean, min, max); print('apart', max);";
    private static final List<String> APART = List.of(
            apart(
                    "Stains(p, mask, 'Stain 2', 'H DAB', '240,236,228', 0, 255, 1, false)",
                    "channel=[Stain 2] stains=[H DAB] background=240,236,228"),
            apart(
                    "Distance(p, mask, 'Distance', '#b5651d', 0, 255, 1, true)",
                    "channel=Distance colour=#b5651d invert"));
    private static final String PUSH = OPEN + EXTENSIONS + "p = 'leaf.png'; Ext.CLIJ2_pushColours(p); ";
    private static final List<String> MISTAKES = List.of(
            PUSH + "Ext.CLIJ2_imageToMask(p, mask, 'X', 0, 255, 1, false); print('on');",
            PUSH + "Ext.CLIJ2_imageToMask(p, mask, 'Distance', 0, 255, 1, false); print('on');",
            PUSH + "Ext.CLIJ2_imageToMaskStains(p, mask, 'Stain 1', 'H', '9,9,9', 0, 255, 1, false);",
            OPEN + EXTENSIONS + "p = 'none'; Ext.CLIJ2_imageToMask(p, mask, 'S (HSV)', 0, 255, 1, false); print('on');",
            OPEN + EXTENSIONS + "Ext.CLIJ2_pushColours('none'); print('on');");

    /** What came of each macro in Fiji, all in one, which takes long to start. */
    private static final Map<String, String> IN_FIJI = new HashMap<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void runAll() throws Exception {
        Needs.part(
                EngineChoice.devices().stream()
                        .anyMatch(device -> device.startsWith("opencl: ") && !device.startsWith("opencl: none")),
                "OpenCL is missing.");
        if (!IN_FIJI.isEmpty()) return;
        List<String> macros = new ArrayList<>(List.of(COUNTS));
        macros.addAll(APART);
        macros.addAll(MISTAKES);
        List<String> both = MacrosTest.outcomes(
                folder, macros.stream().map(macro -> macro + FIND).toList());
        for (int i = 0; i < macros.size(); i++) IN_FIJI.put(macros.get(i), both.get(2 * i + 1));
    }

    @Test
    void theMacroCountsObjectsAndItsMaskIsThatOfTheCommand() {
        assertThat(IN_FIJI.get(COUNTS))
                .startsWith("Mask of leaf.png: [23, 17, 1, 1, 1], 8-bit, ")
                .contains(" objects in leaf.png")
                .endsWith("apart 0");
    }

    @Test
    void stainsAndDistancesAreThoseOfTheCommand() {
        assertThat(APART.stream().map(IN_FIJI::get))
                .allSatisfy(outcome -> assertThat(outcome)
                        .startsWith("Mask of leaf.png: [23, 17, 1, 1, 1], 8-bit, ")
                        .endsWith("apart 0"));
    }

    private static String apart(String call, String options) {
        return OPEN + EXTENSIONS + "p = 'leaf.png'; Ext.CLIJ2_pushColours(p); Ext.CLIJ2_imageToMask" + call
                + "; Ext.CLIJ2_pull(mask); selectImage('leaf.png'); run('Image To Mask...', '" + options
                + "'); imageCalculator('Difference create', 'made', 'Mask of leaf.png');"
                + " getStatistics(area, mean, min, max); print('apart', max);";
    }

    @Test
    void mistakesAreSaidInOneSentenceAndStopTheMacro() {
        List<String> sentences = MISTAKES.stream().map(IN_FIJI::get).toList();
        assertThat(sentences.get(0))
                .startsWith("refused: channel is 'X', but must be one of L (LAB), ")
                .endsWith("Distance (CIEDE2000).");
        assertThat(sentences.get(2)).startsWith("refused: stains is 'H', but must be one of H&E, H DAB, ");
        assertThat(List.of(sentences.get(1), sentences.get(3), sentences.get(4)))
                .containsExactly(
                        "refused: channel is 'Distance', which needs a colour to measure from, such as colour=#b5651d."
                                + " In CLIJ2 that is imageToMaskDistance.",
                        "refused: 'none' is not an image in the memory of the GPU, but must be one that was pushed to it or"
                                + " made on it.",
                        "refused: image is 'none', but must be the title of an open image.");
    }
}
