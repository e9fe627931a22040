package sc.fiji.imagetomask.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Levels;

/** What the levels panel draws: the colours of the axis, the curve, the shares. */
class LevelsStateTest {

    /** The channel of the colour that is drawn is the value that it is drawn at. */
    @ParameterizedTest
    @CsvSource({"0,0", "0,40", "0,254", "60,0", "60,100"})
    void theAxisOfHuesIsTurnedWithTheHues(int low, int hueShift) {
        LevelsState state = LevelsState.FIRST
                .withSource(Channel.HSV_H, hueShift, false)
                .withHistogram(Histogram.EMPTY, new ClipRange(low, 254));
        for (int value = 0; value < 255; value += 5) {
            double shifted = low + value / 255.0 * (254 - low);
            int hue = Channel.HSV_H.value(0xff000000 | state.color(value));
            double difference = Math.abs(Math.floorMod(hue + hueShift, 255) - shifted);
            assertThat(Math.min(difference, 255 - difference)).isLessThanOrEqualTo(1.5);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "A (LAB), 00a050, e02030",
        "B (LAB), 2050f0, f0d000",
        "U (YUV), f0d000, 2050f0",
        "V (YUV), 00b8b8, e02030",
        "R (RGB), 000000, ff0000",
        "G (RGB), 000000, 00ff00",
        "B (RGB), 000000, 0000ff",
        "L (LAB), 000000, ffffff",
        "S (HSV), 000000, ffffff"
    })
    void theAxisGoesFromOneColourToTheOther(String channel, String first, String last) {
        LevelsState state = LevelsState.FIRST.withSource(Channel.of(channel), 0, false);
        assertThat(state.color(0)).isEqualTo(Integer.parseInt(first, 16));
        assertThat(state.color(255)).isEqualTo(Integer.parseInt(last, 16));
        Color middle = new Color(state.color(128));
        if (!channel.contains("RGB")) {
            assertThat(middle.getRed()).isBetween(126, 130);
            assertThat(middle.getGreen()).isEqualTo(middle.getRed());
        }
    }

    /** So that a channel of reds only does not look as if it had greens. */
    @Test
    void theAxisShowsTheValuesOfTheClipRangeOnly() {
        LevelsState state = LevelsState.FIRST
                .withSource(Channel.LAB_A, 0, false)
                .withHistogram(Histogram.EMPTY, new ClipRange(128, 192));
        assertThat(state.color(0)).isEqualTo(0x808080);
        assertThat(state.color(255)).isEqualTo(0xe02030);
    }

    @Test
    void invertTurnsTheCurveOver() {
        LevelsState state = LevelsState.FIRST.withLevels(new Levels(50, 200, 2));
        LevelsState inverted = state.withSource(Channel.LAB_L, 0, true);
        assertThat(state.output(50)).isZero();
        assertThat(inverted.output(50)).isEqualTo(255);
        for (int value = 0; value < 256; value++)
            assertThat(inverted.output(value)).isEqualTo(255 - state.output(value));
    }

    @Test
    void sharesFollowLevelsAndInvert() {
        long[] counts = new long[Histogram.BINS];
        counts[0] = 30;
        counts[100] = 50;
        counts[255] = 20;
        LevelsState state = LevelsState.FIRST.withHistogram(Histogram.of(counts), new ClipRange(0, 255));
        assertThat(state.shares()).isEqualTo(new Shares(20, 30, 100));
        assertThat(state.withSource(Channel.LAB_L, 0, true).shares()).isEqualTo(new Shares(30, 20, 100));
        assertThat(state.withLevels(new Levels(100, 255, 1)).shares()).isEqualTo(new Shares(20, 80, 100));
        assertThat(LevelsState.FIRST.shares()).isNull();
    }
}
