package sc.fiji.imagetomask.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.imagetomask.options.MaskOptions;

class PresetsTest {

    private static final MaskOptions BROWN =
            MaskOptions.parse("channel=[B (LAB)] clip=20,230 black=170 white=230 gray=1.25 white2=240 black2=250"
                    + " invert=true output=binary range=0,4095 rgb=3,1,2 statistics=stack");

    @TempDir
    private Path folder;

    private Presets presets;

    @BeforeEach
    void open() {
        presets = new Presets(folder.resolve("new"));
    }

    @Test
    void whatIsSavedIsLoaded() {
        assertThat(presets.names()).isEmpty();
        presets.save(
                "Brown cells",
                BROWN.with("slices", "current").with("limited", "false").with("engine", "java"));
        presets.save("all defaults", MaskOptions.DEFAULT);
        assertThat(presets.names()).containsExactly("all defaults", "Brown cells");
        assertThat(presets.load("Brown cells")).isEqualTo(BROWN);
        assertThat(presets.load("all defaults")).isEqualTo(MaskOptions.DEFAULT);
        presets.save("Brown cells", MaskOptions.DEFAULT);
        assertThat(presets.load("Brown cells")).isEqualTo(MaskOptions.DEFAULT);
    }

    @Test
    void onlyThePresetOfThatNameIsDeleted() throws IOException {
        presets.save("one", BROWN);
        presets.save("two", BROWN);
        Path note = Files.writeString(presets.folder().resolve("one"), "no preset");
        presets.delete("one");
        assertThat(presets.names()).containsExactly("two");
        assertThat(presets.has("one")).isFalse();
        assertThat(note).exists();
        assertThatThrownBy(() -> presets.load("one"))
                .hasMessageStartingWith("preset is 'one', but must be one of two, or");
        presets.delete("one"); // somebody else has deleted it meanwhile
        assertThat(presets.load("two")).isEqualTo(BROWN);
    }

    @Test
    void whatIsNoPresetsNameOrCannotBeDeletedIsTold() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside.txt"), "black=3");
        assertThatThrownBy(() -> presets.delete("../outside")).hasMessageContaining("but must have 1 to 80 characters");
        assertThat(outside).exists();
        Path full = Files.createDirectories(presets.folder().resolve("full.txt"));
        Files.writeString(full.resolve("file"), "");
        assertThatThrownBy(() -> presets.delete("full"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "The preset 'full' cannot be deleted from the folder " + presets.folder() + ": ")
                .hasMessageEndingWith(".");
        assertThat(full.resolve("file")).exists();
    }

    @Test
    void filesAreWrittenByHandAndNamedByAPathToo() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.preset"), """
                # from the slides of May
                channel=[Distance] colour=#b5651d,#804020
                  # and
                black=5   invert
                """);
        MaskOptions loaded = presets.load(file.toString());
        assertThat(loaded.text())
                .contains("channel=Distance")
                .contains("black=5")
                .contains("invert=true");
        assertThat(loaded.settings().colours().text()).isEqualTo("#b5651d,#804020");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            blakc=3               | 'blakc=3' is not an option, but must be one of channel, background,
            chanel=L (LAB)        | 'chanel=L' is not an option, but must be one of channel, background,
            channel=L (LAB)       | channel is L (LAB), but a value of several words must be in brackets: write channel=[L (LAB)].
            black=300             | black is 300, but must be a whole number from 0 to 255.
            channel=[X (LAB)]     | channel is 'X (LAB)', but must be one of L (LAB),
            slices=current        | 'slices=current' is not an option, but must be one of channel,
            preset=other          | 'preset=other' is not an option, but must be one of channel,
            black=3 black=4       | black is given twice, as '3' and '4', but must be given once.
            channel=Distance      | channel is 'Distance', which needs a colour
            """)
    void aWrongTextIsToldWithFileKeyAndWhatIsAllowed(String text, String sentence) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.txt"), text);
        assertThatThrownBy(() -> new Presets(folder).load("wrong"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("In the preset file " + file + ": ")
                .hasMessageContaining(sentence);
    }

    @Test
    void whatIsNoPresetIsToldInOneSentence() throws IOException {
        assertError("brown", "preset is 'brown', but must be the path of a preset file; the folder ");
        presets.save("one", BROWN);
        presets.save("two", BROWN);
        assertError(
                "brown", "preset is 'brown', but must be one of one, two, or the path of a preset file; these are in");
        assertError("", "preset is empty, but must be one of one, two, or the path of a preset file; these are in");
        assertError("no\0path", "preset is 'no\0path', but must be one of");
        assertError(folder.toString(), "The preset '" + folder + "' cannot be read: ");
        Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xd8});
        assertError(bytes.toString(), "The preset '" + bytes + "' cannot be read: it is not a text in UTF-8.");
        Path large = Files.write(folder.resolve("large"), new byte[1 << 17]);
        assertError(large.toString(), "The preset '" + large + "' cannot be read: it is too large to be a preset.");
        for (String name : new String[] {"", " a", ".a", "a/b", "a\\b", "a:b", "x".repeat(81)})
            assertThatThrownBy(() -> presets.save(name, BROWN))
                    .hasMessageContaining("but must have 1 to 80 characters");
        assertThat(presets.names()).containsExactly("one", "two");
        Path file = Files.writeString(folder.resolve("a file"), "");
        assertThatThrownBy(() -> new Presets(file).save("x", BROWN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The preset 'x' cannot be written into the folder " + file + ": ");
    }

    private void assertError(String preset, String sentence) {
        assertThatThrownBy(() -> presets.load(preset))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(sentence)
                .hasMessageEndingWith(".");
    }

    @Test
    void inAMacroTheKeysBesideItWin() {
        presets.save("Brown cells", BROWN);
        assertThat(macro("black=3 preset=[Brown cells] slices=current"))
                .isEqualTo(BROWN.with("black", "3").with("slices", "current"));
        assertThat(macro("black=3")).isEqualTo(MaskOptions.DEFAULT.with("black", "3"));
        assertThat(macro("preset=&name")).isEqualTo(BROWN);
        assertThatThrownBy(() -> macro("preset")).hasMessageStartingWith("preset is empty, but must be one of ");
        assertThatThrownBy(() -> macro("preset=[Brown cells] blakc=3"))
                .hasMessageStartingWith("'blakc=3' is not an option, but must be one of image, channel, ")
                .hasMessageEndingWith(", engine, preset.");
        assertThatThrownBy(() -> MaskOptions.parse("preset=[Brown cells]"))
                .hasMessageContaining("is not an option"); // as in a record
    }

    private MaskOptions macro(String text) {
        UnaryOperator<String> variables = value -> "&name".equals(value) ? "Brown cells" : value;
        return MaskOptions.parse(text, variables, MaskOptions::with, presets::load);
    }

    @Test
    void aFileOfWindowsWithAByteOrderMarkIsRead() throws IOException {
        Files.write(folder.resolve("w.txt"), "\uFEFF# note\r\nblack=7\r\nwhite=9\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(new Presets(folder).load("w")).isEqualTo(MaskOptions.parse("black=7 white=9"));
    }
}
