package sc.fiji.imagetomask.macro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A macro's option string means the same in plain ImageJ and in Fiji. */
class MacrosTest {

    private static final int EACH = 200;

    private static final String OPEN = "call('" + MacroImages.class.getName() + ".open'); ";
    private static final String CLOSE = "call('" + MacroImages.class.getName() + ".close'); ";
    private static final String FIND = "call('" + MacroOutcome.class.getName() + ".find');";
    private static final String OTHER = "newImage('other', 'RGB ramp', 9, 7, 1); ";

    /** Option strings without and with a mistake. */
    private static final List<String> RIGHT = new ArrayList<>();

    private static final List<String> WRONG = new ArrayList<>();

    /** What comes of a macro in plain ImageJ, and in Fiji. */
    private static final Map<String, String> IN_IMAGEJ = new HashMap<>();

    private static final Map<String, String> IN_FIJI = new HashMap<>();

    /** Whole macros, and what they come to. */
    private static final Map<String, String> SPECIAL = Map.of(
            OPEN + "makeRectangle(2, 2, 6, 5); run('Find Mask Settings', 'output=binary'); ",
                    "Mask of leaf.png: .* and said: run\\(\"Image To Mask...\", .*",
            OPEN + "setBatchMode(true); " + run("image=grey"), "Mask of grey: [23, 17, 1, 1, 1], 8-bit, ",
            OPEN + run("") + OTHER + run("slices=current"), "Mask of leaf.png: .*; Mask of other: [9, 7, 1, 1, 1], ",
            OPEN + run("") + run("mask=[Mask of leaf.png]"), "Mask of leaf.png: .*; Mask of Mask of leaf.png: ",
            OPEN + "selectImage('a stack'); " + run("") + "selectImage('Mask of a stack'); run('Invert', 'stack'); ",
                    "Mask of a stack: [23, 17, 1, 3, 1], ",
            OPEN + "point = 12; " + run("black=&point"), "Mask of leaf.png: ",
            OPEN + run("black=9") + "run('Make Mask Again', 'image=[Mask of leaf.png]'); ",
                    "Mask of leaf.png: .*; Mask of leaf-1.png: ",
            OPEN + "run('Channel Gallery'); selectImage('Channels of leaf.png'); rename('Mask of all'); "
                            + "setMetadata('Info', 'all'); ",
                    "Mask of all: [23, 17, 1, 18, 1], 8-bit, ",
            OPEN + "makePoint(3, 4); runMacro('"
                            + Path.of("macros/Mask By Sampled Colour.ijm").toAbsolutePath() + "'); ",
                    "Mask of leaf.png: .* and said: run\\(\"Image To Mask...\", ",
            OPEN + "runMacro('" + Path.of("macros/Batch Image To Mask.ijm").toAbsolutePath() + "', 'docs | target'); ",
                    "nothing and said: .* masks in target");

    @BeforeAll
    static void runAll(@TempDir Path folder) throws Exception {
        RandomOptions random = new RandomOptions(20);
        for (int i = 0; i < EACH; i++) RIGHT.add(random.right());
        RIGHT.add("image=[deep composite] rgb=3,1,2 range=0,300");
        for (int i = 0; i < EACH; i++) WRONG.add(random.wrong());
        List<String> macros = new ArrayList<>(SPECIAL.keySet());
        macros.add(CLOSE + run("black=3"));
        for (String options : RIGHT) macros.add(OPEN + run(options));
        for (String options : WRONG) macros.add(OPEN + run(options));
        List<String> outcomes =
                outcomes(folder, macros.stream().map(macro -> macro + FIND).toList());
        for (int i = 0; i < macros.size(); i++) {
            IN_IMAGEJ.put(macros.get(i), outcomes.get(2 * i));
            IN_FIJI.put(macros.get(i), outcomes.get(2 * i + 1));
        }
    }

    /** Random options make some masks that are the same everywhere, and some settings have no effect. */
    private static final String FLAT =
            " and said: (The mask is (\\d+ everywhere|nearly black)[:,] |Term \\d of the mask has no effect: |inside is true, |maskvalues is labels, ).*";

    @Test
    void plainImageJAndFijiGiveTheSameMasks() {
        assertSoftly(softly -> {
            for (String options : RIGHT) {
                String made = IN_IMAGEJ.get(OPEN + run(options));
                String expected =
                        options.toLowerCase().contains("selection") ? "Selection on .*|nothing" : "Mask of .*";
                softly.assertThat(made.replaceAll(FLAT, "")).as(options).matches(expected);
                softly.assertThat(made.replaceAll(FLAT, "")).as(options).doesNotContain(" and said: ");
                softly.assertThat(IN_FIJI.get(OPEN + run(options))).as(options).isEqualTo(made);
            }
        });
        assertThat(new HashSet<>(IN_IMAGEJ.values())).hasSizeGreaterThan(EACH);
    }

    @Test
    void plainImageJAndFijiStopAtAMistakeWithTheSameSentence() {
        assertSoftly(softly -> {
            for (String options : WRONG) {
                String made = IN_IMAGEJ.get(OPEN + run(options));
                softly.assertThat(made).as(options).matches("refused: .*(but must .*|must be in brackets.*)\\.");
                softly.assertThat(IN_FIJI.get(OPEN + run(options))).as(options).isEqualTo(made);
            }
        });
    }

    @Test
    void withoutAnImageTheMacroStops() {
        String macro = CLOSE + run("black=3");
        assertThat(IN_IMAGEJ.get(macro)).isEqualTo("refused: No image is open, but one must be.");
        assertThat(IN_FIJI.get(macro)).isEqualTo(IN_IMAGEJ.get(macro));
    }

    @Test
    void masksAreFoundByTitleAndTheNextImageIsTheActiveOne() {
        assertSoftly(softly -> SPECIAL.forEach((macro, expected) -> {
            softly.assertThat(IN_IMAGEJ.get(macro)).as(macro).matches(expected.replace("[", "\\[") + ".*");
            softly.assertThat(withoutNotice(IN_FIJI.get(macro)))
                    .as(macro)
                    .isEqualTo(withoutNotice(IN_IMAGEJ.get(macro)));
        }));
    }

    /** Where there is no OpenCL, one of all macros says so. */
    private static String withoutNotice(String made) {
        return made.replaceAll(" and said: The java engine is used: .*", "");
    }

    private static String run(String options) {
        return "run(\"Image To Mask...\", \"" + options + "\"); ";
    }

    /** Two for each macro: in plain ImageJ, and in Fiji. */
    static List<String> outcomes(Path folder, List<String> macros) throws Exception {
        Path given = Files.write(folder.resolve("macros.txt"), macros);
        Path found = folder.resolve("outcomes.txt");
        HeadlessFiji.output(
                folder,
                "-Xmx2g",
                List.of(System.getProperty("java.class.path").split(File.pathSeparator)),
                MacroSession.class,
                given,
                found);
        return Files.readAllLines(found);
    }
}
