package sc.fiji.imagetomask.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.imagetomask.Join;
import sc.fiji.imagetomask.RandomTerms;
import sc.fiji.imagetomask.Term;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.Stains;
import sc.fiji.imagetomask.tone.Levels;

/** The text of terms can be read and written by hand, and stands in a macro's brackets. */
class TermTextTest {

    private static List<Term> read(String text) {
        return MaskOptions.parse("terms=[" + text + "]").settings().further();
    }

    private static String written(List<Term> terms) {
        return MaskOption.TERMS.text(MaskOptions.DEFAULT.change(settings -> settings.withFurther(terms)));
    }

    @Test
    void aTextAndItsTerms() {
        String text = "and S (HSV) black=10 white=200 without H (HSV) hue=30 invert=true or Stain 2 stains="
                + Stains.parse("H DAB").text();
        List<Term> terms = List.of(
                Term.of(Join.AND, Channel.HSV_S).withLevels(new Levels(10, 200, 1)),
                Term.of(Join.WITHOUT, Channel.HSV_H).withHue(30).withInvert(true),
                Term.of(Join.OR, Channel.STAIN_2).withStains(Stains.parse("H DAB")));

        assertThat(written(terms)).isEqualTo(text);
        assertThat(read(text)).isEqualTo(terms);
        assertThat(read("  AND s (hsv)  white=200 black=10\nWithout H (HSV) invert hue=30 OR Stain 2 stains=h dab "))
                .isEqualTo(terms);
    }

    /** A macro keeps the whole line; nothing is written if there is one term only. */
    @Test
    void theOptionsOfAMacroHaveIt() {
        String text = "channel=[U (YUV)] black=178 terms=[and S (HSV) black=10 or B (LAB)]";
        MaskOptions options = MaskOptions.parse(text);
        assertThat(options.changedText()).isEqualTo(text);
        assertThat(MaskOptions.parse(options.text())).isEqualTo(options);
        assertThat(MaskOptions.parse("terms=[]")).isEqualTo(MaskOptions.DEFAULT);
        assertThat(MaskOptions.DEFAULT.text()).doesNotContain("terms");
    }

    /** What is written is read as the same terms, whatever they are, also after a change of the spelling. */
    @Test
    void whatIsWrittenIsReadAgain() {
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            List<Term> terms = RandomTerms.further(random.nextInt(6), random);
            String text = written(terms);
            assertThat(text).doesNotContain("[").doesNotContain("]").doesNotContain("'");
            MaskOptions options = MaskOptions.DEFAULT.change(settings -> settings.withFurther(terms));
            MaskOptions again = MaskOptions.parse(options.text());
            assertThat(written(again.settings().further())).isEqualTo(text);
            assertThat(again.settings().further()).isEqualTo(terms);
        }
    }

    /** Any change of a text is either read, and written so that it is read as the same, or told in one sentence. */
    @Test
    void changedTexts() {
        Random random = new Random(4);
        int told = 0;
        for (int i = 0; i < 2000; i++) {
            String text = changed(written(RandomTerms.further(1 + random.nextInt(4), random)), random);
            try {
                List<Term> terms =
                        MaskOptions.DEFAULT.with("terms", text).settings().further();
                assertThat(written(MaskOptions.DEFAULT
                                .with("terms", written(terms))
                                .settings()
                                .further()))
                        .isEqualTo(written(terms));
            } catch (IllegalArgumentException e) {
                assertThat(e.getClass()).isEqualTo(IllegalArgumentException.class);
                assertThat(e.getMessage()).matches("(?s)(terms (is|has) |The mask has ).*\\.");
                told++;
            }
        }
        assertThat(told).isBetween(200, 1800);
    }

    private static String changed(String text, Random random) {
        List<String> words = new ArrayList<>(List.of(text.split(" ")));
        int at = random.nextInt(words.size());
        switch (random.nextInt(5)) {
            case 0 -> words.remove(at);
            case 1 -> words.add(at, words.get(random.nextInt(words.size())));
            case 2 -> words.set(at, words.get(at).toUpperCase());
            case 3 -> {
                String word = words.get(at);
                int cut = random.nextInt(word.length() + 1);
                words.set(at, word.substring(0, cut) + "=[]'x 9;,".charAt(random.nextInt(9)) + word.substring(cut));
            }
            default -> Collections.swap(words, at, random.nextInt(words.size()));
        }
        return String.join(random.nextBoolean() ? " " : "  ", words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "S (HSV) black=10 | terms is 'S (HSV) black=10', but must begin with one of and, or, without, such as and S (HSV)"
                        + " black=10 without H (HSV) hue=30.",
                "and S (HSV) blck=10 | terms has 'blck=10', but an option of a term must be one of background, stains, colour,"
                        + " hue, clip, black, white, white2, black2, gray, invert.",
                "and S (HSV) output=binary | terms has 'output=binary', but an option of a term must be one of background, stains,"
                        + " colour, hue, clip, black, white, white2, black2, gray, invert.",
                "and S (HSV) black=300 | terms has 'and S (HSV) black=300': black is 300, but must be a whole number from 0 to 255.",
                "and or S (HSV) | terms has 'and', but must have a channel after and, such as and S (HSV).",
                "and S (HSV) Or | terms has 'Or', but must have a channel after Or, such as Or S (HSV).",
                "and black=10 or U | terms has 'and black=10', but must have a channel after and, such as and S (HSV).",
                "and S (HSV) black = 10 | terms has 'black', but an option of a term must be written as key=value without spaces,"
                        + " such as black=10.",
                "and S --black 10 | terms has '--black', but an option of a term must be written as key=value without spaces, such"
                        + " as black=10.",
                "and S (HSV) black=10 white = 20 | terms has 'white', but an option of a term must be written as key=value without"
                        + " spaces, such as black=10.",
                "and S (HSV) invert = true | terms has '=', but an option of a term must be written as key=value without spaces,"
                        + " such as black=10.",
                "or S (HSV) hue=30 | terms has 'or S (HSV) hue=30': hue is 30, but must be 0 for the channel S (HSV): only H (HSV)"
                        + " and H (LCH) can be shifted.",
                "and S (HSV) black=1 black=2 | terms has 'black=2', but black was given for that term already, and must be given"
                        + " once.",
                "or Distance | terms has 'or Distance': channel is 'Distance', which needs a colour to measure from, such as"
                        + " colour=#b5651d.",
                "and Stain 1 stains=From selections | terms has 'stains=From selections', but must have a name or numbers for stains.",
            })
    void mistakes(String text, String sentence) {
        assertThatThrownBy(() -> MaskOptions.DEFAULT.with("terms", text)).hasMessage(sentence);
    }

    @Test
    void noChannelOfThatNameAndNoBrackets() {
        assertThatThrownBy(() -> read("and B")).hasMessageStartingWith("terms has 'and B': channel is 'B', but");
        assertThatThrownBy(() -> MaskOptions.parse("terms=and S (HSV) black=10"))
                .hasMessage("terms is and S (HSV), but a value of several words must be in brackets: write"
                        + " terms=[and S (HSV)].");
        assertThatThrownBy(() -> read("and L (LAB) ".repeat(16)))
                .hasMessage("The mask has 17 terms, but must have 1 to 16.");
    }
}
