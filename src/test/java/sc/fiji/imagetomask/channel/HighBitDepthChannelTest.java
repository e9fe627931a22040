package sc.fiji.imagetomask.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.imagetomask.SomeFormulas;
import sc.fiji.imagetomask.engine.HighBitDepthDefinition;
import sc.fiji.imagetomask.engine.proof.ProofFormulas;

/** The formulas in single precision, against the definition in double precision. */
class HighBitDepthChannelTest {

    /** CIEDE2000 has no value in between where one colour is grey or both hues are opposite. */
    private static final double JUMP = 0.01;

    private static final float[] STEPS = {0, 1e-7f, 0.001f, 0.01f, 0.03f, 0.0404f, 0.0405f, 0.3f, 0.999f, 1};

    @ParameterizedTest
    @EnumSource
    void randomColoursAreCloseToTheDefinition(Channel channel) {
        Random random = new Random(8);
        for (int i = 0; i < 4_000; i++) {
            float most = i % 2 == 0 ? 1 : random.nextFloat() / 10;
            assertClose(channel, most * random.nextFloat(), most * random.nextFloat(), most * random.nextFloat());
        }
    }

    @ParameterizedTest
    @EnumSource
    void edgesAreCloseToTheDefinition(Channel channel) {
        for (float r : STEPS) for (float g : STEPS) for (float b : STEPS) assertClose(channel, r, g, b);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsBeyondCountsAsTheEndAndNanStays(Channel channel) {
        assertThat(SomeFormulas.of(channel).value(-3, 0.5f, 7, -1))
                .isEqualTo(SomeFormulas.of(channel).value(0, 0.5f, 1, 0));
        assertThat(SomeFormulas.of(channel).value(2, -0.5f, 0.25f, 9))
                .isEqualTo(SomeFormulas.of(channel).value(1, 0, 0.25f, 1));
        float nan = Float.NaN;
        assertThat(SomeFormulas.of(channel).value(nan, nan, nan, nan)).isNaN();
    }

    @ParameterizedTest
    @EnumSource(names = {"LAB_A", "LAB_B", "YUV_U", "YUV_V"})
    void greyIsInTheMiddleExactly(Channel channel) {
        for (int i = 0; i <= 100; i++)
            assertThat(SomeFormulas.of(channel).value(i / 100f, i / 100f, i / 100f, 1))
                    .isEqualTo(128);
    }

    private static void assertClose(Channel channel, float r, float g, float b) {
        float alpha = r / 3;
        double value = SomeFormulas.of(channel).value(r, g, b, alpha);
        double expected = HighBitDepthDefinition.value(SomeFormulas.of(channel), r, g, b, alpha);
        double chroma = HighBitDepthDefinition.value(SomeFormulas.of(Channel.LCH_C), r, g, b, alpha);
        double difference = ProofFormulas.difference(channel, value, expected, chroma);
        assertThat(difference)
                .as("%s of %s, %s, %s", channel, r, g, b)
                .isCloseTo(0, within(channel == Channel.DISTANCE_2000 ? JUMP : 0.001));
        assertThat(value).isBetween(0.0, channel.isHue() ? 254.99999 : 255.0);
    }
}
