package sc.fiji.imagetomask.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.imagetomask.Needs;
import sc.fiji.imagetomask.SomeFormulas;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.engine.proof.ProofFormulas;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

/** How far the channels of 16-bit and 32-bit images are from each other on both engines, and from those of 8-bit colours. */
class HighBitDepthAgreementTest {

    /** Every that many-th colour; -Dcolours=1 takes all of them. */
    private static final int STEP = Integer.getInteger("colours", 61);

    private static final int N = STEP == 1 ? 200_000 : 40_000;

    @ParameterizedTest
    @EnumSource
    void theEnginesAgree(Channel channel) {
        Engine opencl = Needs.engine("opencl");
        Random random = new Random(3);
        Samples[] samples = new Samples[4];
        for (int c = 0; c < 4; c++) {
            float[] values = new float[N];
            for (int i = 0; i < N; i++) values[i] = i % 10 == 0 ? random.nextInt(5) / 4f : random.nextFloat();
            samples[c] = new Samples.Floats(values, Samples.Range.UNIT);
        }
        Pixels pixels = new Pixels.HighBitDepth(samples, 0, N);
        float[] java = values(new JavaEngine(), pixels, channel);
        float[] other = values(opencl, pixels, channel);
        float[] chromas = values(new JavaEngine(), pixels, Channel.LCH_C);
        double worst = 0;
        for (int i = 0; i < N; i++) {
            worst = Math.max(
                    worst, ProofFormulas.difference(channel, 255.0 * java[i], 255.0 * other[i], chromas[i] * 255));
        }
        System.out.printf("java and opencl %s: at most %.6f of 255 apart%n", channel, worst);
        assertThat(worst).isLessThan(0.002);
    }

    private static float[] values(Engine engine, Pixels pixels, Channel channel) {
        float[] out = new float[pixels.length()];
        try (ChannelPlane plane = engine.plane(pixels, SomeFormulas.of(channel))) {
            plane.apply(new Tone(new ClipRange(0, 255), Levels.NONE, false), null, MaskSpan.Floats.of(out));
        }
        return out;
    }

    @ParameterizedTest
    @EnumSource
    void deeperDataIsCloseToTheBytesOf8BitColours(Channel channel) {
        ChannelFormula formula = SomeFormulas.of(channel);
        double worst = 0;
        for (int rgb = 0; rgb < 1 << 24; rgb += STEP) {
            float r = (rgb >> 16) / 255f;
            float g = (rgb >> 8 & 255) / 255f;
            float b = (rgb & 255) / 255f;
            int value = formula.value(0xff000000 | rgb);
            float chroma = Channel.LCH_C.value(r, g, b, 1);
            worst = Math.max(worst, ProofFormulas.difference(channel, formula.value(r, g, b, 1), value, chroma));
        }
        System.out.printf("8-bit %s: at most %.3f from the value of 16-bit and 32-bit images%n", channel, worst);
        assertThat(worst).isLessThan(channel == Channel.DISTANCE_2000 ? 3.1 : 2.5);
    }
}
