package sc.fiji.imagetomask.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClipTest {

    private static final Histogram DARK = Histogram.of(counts(10, 60));

    private static int[] counts(int... values) {
        int[] counts = new int[Histogram.BINS];
        for (int value : values) counts[value] = 1000;
        return counts;
    }

    @Test
    void autoIsTheRangeOfThePictureAndOthersAreTheSameForEveryPicture() {
        assertThat(Clip.AUTO.range(DARK)).isEqualTo(new ClipRange(10, 60));
        assertThat(Clip.NONE.range(DARK)).isEqualTo(new ClipRange(0, 255));
        assertThat(Clip.of(30, 200).range(DARK)).isEqualTo(new ClipRange(30, 200));
        assertThat(Clip.of(30, 200).range(Histogram.EMPTY)).isEqualTo(new ClipRange(30, 200));
    }

    @Test
    void noneLeavesValuesAsTheyAre() {
        ToneTable table = new Tone(Clip.NONE.range(DARK), Levels.NONE, false).table();
        for (int v = 0; v < Histogram.BINS; v++) assertThat(table.value(v)).isEqualTo(v);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "none", "0,1", "254,255", "20,230"})
    void isWrittenAsItIsRead(String text) {
        assertThat(Clip.parse(text).text()).isEqualTo(text);
        assertThat(Clip.parse(text.toUpperCase())).isEqualTo(Clip.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "auto,", "5", "5,5", "9,3", "-1,3", "3,256", "1.5,3", "1,2,3", "low,high", "99999999999,3"})
    void allElseIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Clip.parse(text))
                .withMessage("clip is '" + text + "', but must be auto, none, or two whole numbers of 0 to 255, the"
                        + " smaller one first, such as 20,230.");
    }
}
