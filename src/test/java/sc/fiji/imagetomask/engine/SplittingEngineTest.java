package sc.fiji.imagetomask.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

/** A device of little memory, and how the memory of tiles is set. */
class SplittingEngineTest {

    private static final TileMemory MEMORY = TileMemory.ofMegabytes(64);
    private static final int PIXELS = 3 * SplittingEngine.SMALLEST + 777;

    private static final Speeds FIRST = new Speeds() {
        @Override
        boolean firstIsFaster(Engine first, Engine second, Pixels pixels, ChannelFormula formula) {
            return true;
        }
    };

    private final List<String> notices = new ArrayList<>();
    private final Pixels.Packed pixels =
            new Pixels.Packed(new Random(3).ints(PIXELS).toArray(), 0, PIXELS, true);
    private final Tone tone = new Tone(new ClipRange(3, 240), Levels.NONE, true);

    @ParameterizedTest
    @CsvSource({"plane, 30000", "plane, 16384", "histogram, 40000", "apply, 20000"})
    void whatDoesNotFitGoesThroughInSmallerParts(String step, int room) {
        WatchedEngine small = small("device of " + step + room, step, room, true);
        Engine engine = new SplittingEngine(small, MEMORY, notices::add);
        for (int i = 0; i < 3; i++) assertThat(mask(engine)).isEqualTo(mask(new JavaEngine()));
        assertThat(notices)
                .containsExactly("The device " + small.device()
                        + " has too little memory for large parts, so pictures are computed in smaller parts.");
        assertThat(engine.tilePixels()).isEqualTo(room >= 26_000 ? 24964 : SplittingEngine.SMALLEST);
        assertThat(small.open()).isZero();
    }

    @Test
    void whereNotEvenTheSmallestPartFitsTheFailureStays() {
        Engine engine = new SplittingEngine(small("tiny", "plane", 100, true), MEMORY, notices::add);
        assertThatThrownBy(() -> mask(engine))
                .isInstanceOf(EngineException.class)
                .hasMessage("tiny fails.");
        assertThat(new AutoEngine(new OneEngine(device -> engine), new JavaEngine(), FIRST, MEMORY, notices::add))
                .satisfies(fallback -> assertThat(mask(fallback)).isEqualTo(mask(new JavaEngine())));
        assertThat(notices)
                .containsExactly(
                        "The device tiny has too little memory for large parts, so pictures are computed in smaller parts.",
                        "The java engine is used: tiny fails.");
    }

    @Test
    void otherFailuresAreNotAnsweredBySmallerParts() {
        Engine engine = new SplittingEngine(small("broken", "plane", 100, false), MEMORY, notices::add);
        assertThatThrownBy(() -> mask(engine)).hasMessage("broken fails.");
        assertThat(notices).isEmpty();
    }

    @Test
    void tilesAreAsLargeAsTheirMemory() {
        Engine engine = EngineChoice.of("java", null, TileMemory.ofMegabytes(3), notices::add)
                .engine();
        assertThat(engine.tilePixels()).isEqualTo(3 * (1 << 20) / 32);
        assertThat(EngineChoice.of("java", null, TileMemory.ofMegabytes(1 << 20), notices::add)
                        .engine()
                        .tilePixels())
                .isGreaterThan(1 << 30);
        assertThat(new JavaEngine().tilePixels())
                .isEqualTo(TileMemory.standard().pixels());
        assertThat(TileMemory.standard().bytes())
                .isEqualTo(Math.min(512 << 20, Runtime.getRuntime().maxMemory() / 4));
    }

    @Test
    void aSystemPropertySetsTheStandard() {
        System.setProperty(TileMemory.PROPERTY, "7");
        try {
            assertThat(TileMemory.standard()).isEqualTo(TileMemory.ofMegabytes(7));
            System.setProperty(TileMemory.PROPERTY, "much");
            assertThatThrownBy(TileMemory::standard)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("imagetomask.tileMemory is 'much', but must be a whole number of megabytes from 1 to"
                            + " 1048576.");
        } finally {
            System.clearProperty(TileMemory.PROPERTY);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, (1 << 20) + 1})
    void memoryThatCannotBeIsRefused(int megabytes) {
        assertThatThrownBy(() -> TileMemory.ofMegabytes(megabytes))
                .hasMessage("tile memory is " + megabytes
                        + " MB, but must be a whole number of megabytes from 1 to 1048576.");
    }

    private byte[] mask(Engine engine) {
        ByteSpan out = ByteSpan.allocate(PIXELS);
        try (ChannelPlane plane = engine.plane(pixels, Channel.LAB_B)) {
            assertThat(plane.length()).isEqualTo(PIXELS);
            assertThat(plane.histogram().total()).isEqualTo(PIXELS);
            Histogram inside = plane.histogram(pixels.alpha());
            plane.apply(new Tone(ClipRange.of(inside), tone.levels(), true), pixels.alpha(), out);
        }
        return out.array();
    }

    /** The Java engine, but at one step it has no room for more than some pixels. */
    private static WatchedEngine small(String device, String failing, int room, boolean isMemory) {
        return WatchedEngine.java("opencl", device).ofPlanes(1 << 20).watch((step, pixels) -> {
            if (step.equals(failing) && pixels > room)
                throw new EngineException(device + " fails.") {
                    @Override
                    public boolean isOutOfMemory() {
                        return isMemory;
                    }
                };
        });
    }
}
