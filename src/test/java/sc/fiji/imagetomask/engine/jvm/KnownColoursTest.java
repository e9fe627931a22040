package sc.fiji.imagetomask.engine.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.channel.ReferenceColours;
import sc.fiji.imagetomask.channel.Stains;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

class KnownColoursTest {

    private static final int COLOURS = 1 << 24;

    @ParameterizedTest
    @EnumSource(names = {"DISTANCE", "DISTANCE_2000"})
    void coloursThatAreKnownHaveTheSameDistanceAsComputedOnes(Channel channel) {
        ChannelFormula formula = from(channel, "#0000ff,#12f3a7");
        byte[] expected = new byte[COLOURS];
        for (int from = 0; from < COLOURS; from += ChannelBlock.SIZE) computeFrom(from, formula, expected);
        try (KnownColours kept = KnownColours.of(formula, COLOURS)) {
            assertThat(kept).isNotNull();
            distances(colours(0xfffffe), formula);
            assertThat(distances(colours(0xffffff), formula))
                    .as("every second one is known")
                    .isEqualTo(expected);
            assertThat(kept.table()[COLOURS - 1] & 255)
                    .as("kept, of white")
                    .isEqualTo(255 - (expected[COLOURS - 1] & 255));
            assertThat(distances(colours(0xffffff), formula)).as("known").isEqualTo(expected);
        }
    }

    @Test
    void planesThatAreComputedAtTheSameTimeShareTheTable() throws Exception {
        ChannelFormula formula = from(Channel.DISTANCE, "#ff0000");
        Callable<byte[]> job = () -> distances(colours(0xffffff), formula);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<byte[]>> both = threads.invokeAll(List.of(job, job));
            byte[] once = both.get(0).get();
            assertThat(both.get(1).get()).isEqualTo(once);
            for (int i = 0; i < COLOURS; i += 4099)
                assertThat(once[i] & 255).as("%06x", i).isEqualTo(formula.value(i));
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aTableIsMadeOnlyForManyPixelsOfOneFormula() {
        ChannelFormula formula = from(Channel.DISTANCE, "#010203");
        ChannelFormula other = from(Channel.DISTANCE, "#010204");
        int half = KnownColours.FEWEST_PIXELS / 2;
        assertThat(KnownColours.of(formula, half)).isNull();
        assertThat(KnownColours.of(other, half)).isNull();
        assertThat(KnownColours.of(formula, half)).isNull();
        try (KnownColours known = KnownColours.of(formula, half)) {
            assertThat(known).isNotNull();
            try (KnownColours shared = KnownColours.of(formula, 1)) {
                assertThat(shared).isSameAs(known);
            }
        }
        assertThat(KnownColours.of(ChannelFormula.of(Channel.LAB_L), COLOURS)).isNull();
    }

    @Test
    void noMoreThanTwoTablesAreUsedAtTheSameTime() {
        try (KnownColours first = KnownColours.of(from(Channel.DISTANCE, "#010305"), COLOURS);
                KnownColours second = KnownColours.of(from(Channel.DISTANCE, "#010306"), COLOURS);
                KnownColours third = KnownColours.of(from(Channel.DISTANCE, "#010307"), COLOURS)) {
            assertThat(first).isNotNull();
            assertThat(second).isNotNull().isNotSameAs(first);
            assertThat(third).isNull();
        }
    }

    private static ChannelFormula from(Channel channel, String colours) {
        return new ChannelFormula(channel, Stains.DEFAULT, ReferenceColours.parse(colours));
    }

    /** All colours, of which the bits outside the mask are 0. */
    private static Pixels.Packed colours(int mask) {
        int[] argb = new int[COLOURS];
        for (int i = 0; i < COLOURS; i++) argb[i] = 0x80000000 | i & mask;
        return new Pixels.Packed(argb, 0, COLOURS, true);
    }

    private static void computeFrom(int from, ChannelFormula formula, byte[] values) {
        ChannelBlock block = new ChannelBlock(formula, null);
        for (int i = 0; i < ChannelBlock.SIZE; i++) block.argb()[i] = from + i;
        int[] computed = block.values(ChannelBlock.SIZE);
        for (int i = 0; i < ChannelBlock.SIZE; i++) values[from + i] = (byte) computed[i];
    }

    private static byte[] distances(Pixels pixels, ChannelFormula formula) {
        ByteSpan values = ByteSpan.allocate(COLOURS);
        try (ChannelPlane plane = new JavaEngine().plane(pixels, formula)) {
            plane.apply(new Tone(new ClipRange(0, 255), Levels.NONE, false), null, values);
        }
        return values.array();
    }
}
