package sc.fiji.imagetomask.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.engine.jvm.JavaEngineProvider;
import sc.fiji.imagetomask.engine.opencl.TwoDevices;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

/** Devices that share the pictures: all are busy, the bytes are the same, and one that fails is replaced. */
class SeveralEnginesTest {

    private static final Tone TONE = new Tone(new ClipRange(3, 240), Levels.NONE, true);

    private final List<String> notices = Collections.synchronizedList(new ArrayList<>());

    @Test
    void picturesGoToTheDeviceWithTheLeastWork() {
        WatchedEngine one = counted("one");
        WatchedEngine two = counted("two");
        SeveralEngines both = new SeveralEngines(List.of(one, two), notices::add);
        assertThat(both.device()).isEqualTo("one, two");
        for (int i = 0; i < 4; i++) both.plane(pixels(100), Channel.RGB_R).close();
        assertThat(List.of(one.planes(), two.planes())).containsExactly(2, 2);
        try (ChannelPlane large = both.plane(pixels(1000), Channel.RGB_R)) {
            for (int i = 0; i < 4; i++) both.plane(pixels(100), Channel.RGB_R).close();
            assertThat(List.of(one.planes(), two.planes())).containsExactly(3, 6);
            large.close(); // twice does nothing
        }
        both.plane(pixels(100), Channel.RGB_R).close();
        assertThat(List.of(one.planes(), two.planes())).containsExactly(4, 6);
        assertThat(notices).isEmpty();
    }

    @Test
    void aDeviceThatFailsIsReplacedAndRests() {
        for (String step : List.of("plane", "histogram", "apply")) {
            notices.clear();
            WatchedEngine bad = counted("bad in " + step);
            bad.failAt(step);
            WatchedEngine good = counted("good");
            SeveralEngines both = new SeveralEngines(
                    List.of(bad, good), notices::add, Duration.ofHours(1).toNanos());
            for (int i = 0; i < 3; i++) assertThat(mask(both, 100)).isEqualTo(mask(new JavaEngine(), 100));
            assertThat(bad.planes()).isOne();
            assertThat(good.planes()).isEqualTo(3);
            assertThat(bad.open() + good.open()).isZero();
            assertThat(notices)
                    .containsExactly("Another device takes over from bad in " + step + ": " + step + " failed.");
        }
    }

    @Test
    void ifAllFailThereIsTheReason() {
        WatchedEngine one = counted("one");
        one.failAt("apply");
        WatchedEngine two = counted("two");
        two.failAt("plane");
        SeveralEngines both = new SeveralEngines(List.of(one, two), notices::add);
        assertThatThrownBy(() -> mask(both, 10))
                .isInstanceOf(EngineException.class)
                .hasMessage("plane failed.");
        assertThat(one.open() + two.open()).isZero();
        one.failAt("");
        assertThat(mask(both, 10)).isEqualTo(mask(new JavaEngine(), 10)); // although both rest
    }

    @Test
    void twoContextsGiveTheBytesOfJava() {
        List<Engine> devices = TwoDevices.engines();
        assertThat(devices).hasSize(2);
        assertThat(devices.get(1).device()).endsWith(" #2");
        List<WatchedEngine> counted = devices.stream().map(WatchedEngine::of).toList();
        EngineChoice choice = choice("opencl", new ArrayList<>(counted));
        IntStream.range(0, 40).parallel().forEach(i -> {
            int length = 1000 + 977 * i;
            assertThat(mask(choice.engine(), length)).isEqualTo(mask(new JavaEngine(), length));
        });
        assertThat(counted).allSatisfy(device -> assertThat(device.planes()).isGreaterThan(10));
        assertThat(choice.engine().device())
                .isEqualTo(counted.get(0).device() + ", " + counted.get(1).device());
        assertThat(notices).isEmpty();
    }

    @Test
    void allIsAChoice() {
        assertThat(choice("opencl", List.of(counted("the only one"))).engine().device())
                .isEqualTo("the only one");
        assertThat(choice("auto", List.of(counted("one"), counted("two")))
                        .engine()
                        .device())
                .isEqualTo("one, two");
        assertThatThrownBy(() -> choice("java", List.of()))
                .isInstanceOf(EngineException.class)
                .hasMessage("device is 'all', but the java engine has no devices to choose from.");
    }

    private EngineChoice choice(String name, List<Engine> engines) {
        EngineProvider provider = new EngineProvider() {
            @Override
            public String name() {
                return "opencl";
            }

            @Override
            public int priority() {
                return 1;
            }

            @Override
            public List<String> devices() {
                return engines.stream().map(Engine::device).toList();
            }

            @Override
            public Engine engine(String device) {
                return engines.get(0);
            }

            @Override
            public List<Engine> all(Consumer<String> told) {
                return engines;
            }
        };
        return EngineChoice.of(
                name,
                "all",
                TileMemory.standard(),
                notices::add,
                List.of(provider, new JavaEngineProvider()),
                new Speeds());
    }

    private static Pixels pixels(int length) {
        return new Pixels.Packed(new Random(length).ints(length).toArray(), 0, length, false);
    }

    private static byte[] mask(Engine engine, int length) {
        ByteSpan out = ByteSpan.allocate(length);
        try (ChannelPlane plane = engine.plane(pixels(length), Channel.LAB_L)) {
            assertThat(plane.histogram().total()).isEqualTo(length);
            plane.apply(TONE, null, out);
        }
        return out.array();
    }

    private static WatchedEngine counted(String device) {
        return WatchedEngine.java("opencl", device);
    }
}
