package sc.fiji.imagetomask.engine.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.SomeFormulas;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineContract;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

class JavaEngineTest extends EngineContract {

    private static final int LENGTH = 100_000;

    @Override
    protected Engine engine() {
        return new JavaEngine();
    }

    @Test
    void memoryThatIsUsedAgainBelongsToOnePlaneAtATime() {
        ChannelPlane closed = filledWith(0x102030);
        closed.close();
        closed.close();
        try (ChannelPlane first = filledWith(0x405060);
                ChannelPlane second = filledWith(0x708090)) {
            assertThat(values(first)).containsOnly(Channel.HSV_S.value(0x405060));
            assertThat(values(second)).containsOnly(Channel.HSV_S.value(0x708090));
        }
    }

    private ChannelPlane filledWith(int argb) {
        int[] pixels = new int[LENGTH];
        Arrays.fill(pixels, argb);
        return engine().plane(new Pixels.Packed(pixels, 0, LENGTH, false), Channel.HSV_S);
    }

    private static byte[] values(ChannelPlane plane) {
        ByteSpan values = ByteSpan.allocate(LENGTH);
        plane.apply(new Tone(new ClipRange(0, 255), Levels.NONE, false), null, values);
        return values.array();
    }

    @Test
    void channelsTogetherAreThoseOfEachAlone() {
        int[] argb = new Random(7).ints(40_000).toArray();
        for (boolean hasAlpha : new boolean[] {true, false}) {
            Pixels pixels = new Pixels.Packed(argb, 3, 39_001, hasAlpha);
            List<ChannelFormula> formulas =
                    Stream.of(Channel.values()).map(SomeFormulas::of).toList();
            List<ChannelPlane> together = new JavaEngine().planes(pixels, formulas);
            for (int i = 0; i < formulas.size(); i++)
                try (ChannelPlane alone = new JavaEngine().plane(pixels, formulas.get(i));
                        ChannelPlane one = together.get(i)) {
                    assertThat(values(one)).as("%s", formulas.get(i)).isEqualTo(values(alone));
                    assertThat(one.histogram()).isEqualTo(alone.histogram());
                }
        }
    }
}
