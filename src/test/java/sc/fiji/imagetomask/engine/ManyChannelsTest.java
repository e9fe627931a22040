package sc.fiji.imagetomask.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.SomeFormulas;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.tone.Histograms;

/** Which engine counts many channels, and what happens where it fails or has too little memory. */
class ManyChannelsTest {

    private static final long SLOW_NANOS = 20_000_000;

    private static final List<ChannelFormula> FORMULAS =
            Stream.of(Channel.values()).map(SomeFormulas::of).toList();

    private final Random random = new Random(4);
    private final List<Pixels> sets = List.of(pixels(500), pixels(0), pixels(60_000));
    private final List<Histograms> right = new JavaEngine().histograms(sets, FORMULAS);
    private final List<String> notices = new ArrayList<>();

    private Pixels pixels(int length) {
        return new Pixels.Packed(random.ints(length).toArray(), 0, length, true);
    }

    @Test
    void autoCountsWithTheFasterOne() {
        for (boolean isSlow : new boolean[] {true, false}) {
            AtomicInteger ofDevice = new AtomicInteger();
            AtomicInteger ofJava = new AtomicInteger();
            Engine device = device("device " + isSlow).watch(counting(ofDevice, isSlow));
            Engine java = device("java " + isSlow).named("java").watch(counting(ofJava, !isSlow));
            Engine auto = auto(device, java);
            assertThat(auto.histograms(sets, FORMULAS)).isEqualTo(right);
            ofDevice.set(0);
            ofJava.set(0);
            assertThat(auto.histograms(sets, FORMULAS)).isEqualTo(right);
            assertThat(ofDevice).hasValue(isSlow ? 0 : 1);
            assertThat(ofJava).hasValue(isSlow ? 1 : 0);
            assertThat(auto.device()).isEqualTo(isSlow ? "java true" : "device false");
        }
        assertThat(notices).isEmpty();
    }

    private static WatchedEngine device(String name) {
        return WatchedEngine.java("opencl", name);
    }

    private static WatchedEngine.Watch counting(AtomicInteger counted, boolean isSlow) {
        return (step, pixels) -> {
            counted.incrementAndGet();
            if (isSlow) LockSupport.parkNanos(SLOW_NANOS);
        };
    }

    @Test
    void autoCountsOnJavaWhatFailsOnTheDeviceWithOneNotice() {
        Engine auto = auto(device("lost device").failAt("histograms"), new JavaEngine());
        for (int i = 0; i < 3; i++) assertThat(auto.histograms(sets, FORMULAS)).isEqualTo(right);
        assertThat(auto.counted(sets, FORMULAS).stream().map(CountedChannels::histograms))
                .containsExactlyElementsOf(right);
        assertThat(notices).containsExactly("The java engine is used: histograms failed.");
        assertThat(auto.name()).isEqualTo("java");
    }

    private Engine auto(Engine device, Engine java) {
        return new AutoEngine(new OneEngine(name -> device), java, new Speeds(), TileMemory.standard(), notices::add);
    }

    @Test
    void setsThatDoNotFitAreCountedInSmallerParts() {
        WatchedEngine device = device("small counting device").watch((step, pixels) -> {
            if (pixels > 20_000)
                throw new EngineException("no room.") {
                    @Override
                    public boolean isOutOfMemory() {
                        return true;
                    }
                };
        });
        Engine split = new SplittingEngine(device, TileMemory.ofMegabytes(64), notices::add);
        for (int i = 0; i < 2; i++) assertThat(split.histograms(sets, FORMULAS)).isEqualTo(right);
        assertThat(notices)
                .containsExactly(
                        "The device small counting device has too little memory for large parts, so pictures are"
                                + " computed in smaller parts.");
        device.failAt("histograms");
        assertThatThrownBy(() -> split.histograms(sets, FORMULAS)).hasMessage("histograms failed.");
    }

    @Test
    void anotherDeviceTakesOver() {
        WatchedEngine good = device("good");
        Engine both =
                new SeveralEngines(List.of(device("bad counting device").failAt("histograms"), good), notices::add);
        assertThat(both.histograms(sets, FORMULAS)).isEqualTo(right);
        assertThat(notices).containsExactly("Another device takes over from bad counting device: histograms failed.");
        good.failAt("histograms");
        assertThatThrownBy(() -> both.histograms(sets, FORMULAS)).isInstanceOf(EngineException.class);
    }

    /** All channels of one picture are on one device, which has it already. */
    @Test
    void planesOfOnePictureAreOnOneDevice() {
        WatchedEngine one = device("one");
        WatchedEngine two = device("two");
        Engine both = new SeveralEngines(List.of(one, two), notices::add);
        for (int i = 0; i < 2; i++) {
            List<ChannelPlane> planes = both.planes(sets.get(0), FORMULAS);
            assertThat(List.of(one.open(), two.open()))
                    .containsExactly(i == 0 ? FORMULAS.size() : 0, i == 0 ? 0 : FORMULAS.size());
            planes.forEach(ChannelPlane::close);
        }
        assertThat(one.open() + two.open()).isZero();
    }
}
