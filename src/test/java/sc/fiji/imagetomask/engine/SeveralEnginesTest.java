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
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.engine.jvm.JavaEngineProvider;
import sc.fiji.imagetomask.engine.opencl.TwoDevices;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

/** Devices that share the pictures: all are busy, the bytes are the same, and one that fails is replaced. */
class SeveralEnginesTest {

    private static final Tone TONE = new Tone(new ClipRange(3, 240), Levels.NONE, true);

    private final List<String> notices = Collections.synchronizedList(new ArrayList<>());

    @Test
    void picturesGoToTheDeviceWithTheLeastWork() {
        Counted one = new Counted("one");
        Counted two = new Counted("two");
        SeveralEngines both = new SeveralEngines(List.of(one, two), notices::add);
        assertThat(both.device()).isEqualTo("one, two");
        for (int i = 0; i < 4; i++) both.plane(pixels(100), Channel.RGB_R).close();
        assertThat(List.of(one.planes, two.planes)).containsExactly(2, 2);
        try (ChannelPlane large = both.plane(pixels(1000), Channel.RGB_R)) {
            for (int i = 0; i < 4; i++) both.plane(pixels(100), Channel.RGB_R).close();
            assertThat(List.of(one.planes, two.planes)).containsExactly(3, 6);
            large.close(); // twice does nothing
        }
        both.plane(pixels(100), Channel.RGB_R).close();
        assertThat(List.of(one.planes, two.planes)).containsExactly(4, 6);
        assertThat(notices).isEmpty();
    }

    @Test
    void aDeviceThatFailsIsReplacedAndRests() {
        for (String step : List.of("plane", "histogram", "apply")) {
            notices.clear();
            Counted bad = new Counted("bad in " + step);
            bad.failing = step;
            Counted good = new Counted("good");
            SeveralEngines both = new SeveralEngines(
                    List.of(bad, good), notices::add, Duration.ofHours(1).toNanos());
            for (int i = 0; i < 3; i++) assertThat(mask(both, 100)).isEqualTo(mask(new JavaEngine(), 100));
            assertThat(bad.planes).isOne();
            assertThat(good.planes).isEqualTo(3);
            assertThat(bad.open + good.open).isZero();
            assertThat(notices)
                    .containsExactly("Another device takes over from bad in " + step + ": " + step + " failed.");
        }
    }

    @Test
    void ifAllFailThereIsTheReason() {
        Counted one = new Counted("one");
        one.failing = "apply";
        Counted two = new Counted("two");
        two.failing = "plane";
        SeveralEngines both = new SeveralEngines(List.of(one, two), notices::add);
        assertThatThrownBy(() -> mask(both, 10))
                .isInstanceOf(EngineException.class)
                .hasMessage("plane failed.");
        assertThat(one.open + two.open).isZero();
        one.failing = "";
        assertThat(mask(both, 10)).isEqualTo(mask(new JavaEngine(), 10)); // although both rest
    }

    @Test
    void twoContextsGiveTheBytesOfJava() {
        List<Engine> devices = TwoDevices.engines();
        assertThat(devices).hasSize(2);
        assertThat(devices.get(1).device()).endsWith(" #2");
        List<Counted> counted = devices.stream()
                .map(device -> new Counted(device, device.device()))
                .toList();
        EngineChoice choice = choice("opencl", new ArrayList<>(counted));
        IntStream.range(0, 40).parallel().forEach(i -> {
            int length = 1000 + 977 * i;
            assertThat(mask(choice.engine(), length)).isEqualTo(mask(new JavaEngine(), length));
        });
        assertThat(counted).allSatisfy(device -> assertThat(device.planes).isGreaterThan(10));
        assertThat(choice.engine().device())
                .isEqualTo(counted.get(0).device() + ", " + counted.get(1).device());
        assertThat(notices).isEmpty();
    }

    @Test
    void allIsAChoice() {
        assertThat(choice("opencl", List.of(new Counted("the only one")))
                        .engine()
                        .device())
                .isEqualTo("the only one");
        assertThat(choice("auto", List.of(new Counted("one"), new Counted("two")))
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

    /** Counts its planes; fails where it is told to. */
    private static final class Counted implements Engine {

        private final Engine engine;
        private final String device;
        private String failing = "";
        private int planes;
        private int open;

        Counted(String device) {
            this(new JavaEngine(), device);
        }

        Counted(Engine engine, String device) {
            this.engine = engine;
            this.device = device;
        }

        @Override
        public String name() {
            return "opencl";
        }

        @Override
        public String device() {
            return device;
        }

        @Override
        public int maxPixels() {
            return engine.maxPixels();
        }

        private void mayFail(String step) {
            if (failing.equals(step)) throw new EngineException(step + " failed.");
        }

        @Override
        public ChannelPlane plane(Pixels pixels, ChannelFormula formula) {
            synchronized (this) {
                planes++;
            }
            mayFail("plane");
            ChannelPlane plane = engine.plane(pixels, formula);
            synchronized (this) {
                open++;
            }
            return new ChannelPlane() {
                @Override
                public int length() {
                    return plane.length();
                }

                @Override
                public Histogram histogram() {
                    mayFail("histogram");
                    return plane.histogram();
                }

                @Override
                public Histogram histogram(MaskSpan inside) {
                    return plane.histogram(inside);
                }

                @Override
                public void apply(Tone tone, MaskSpan mask, MaskSpan out) {
                    mayFail("apply");
                    plane.apply(tone, mask, out);
                }

                @Override
                public void close() {
                    plane.close();
                    synchronized (Counted.this) {
                        open--;
                    }
                }
            };
        }
    }
}
