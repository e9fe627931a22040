package sc.fiji.imagetomask.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.engine.jvm.JavaEngineProvider;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

class EngineChoiceTest {

    /** Takes the first engine to be the faster one. */
    private final Speeds first = new Speeds() {
        @Override
        boolean firstIsFaster(Engine first, Engine second, Pixels pixels, ChannelFormula formula) {
            return true;
        }
    };

    private final List<String> notices = new ArrayList<>();
    private final int[] argb = new Random(1).ints(1000).toArray();
    private final Pixels pixels = new Pixels.Packed(argb, 0, argb.length, false);
    private final Tone table = new Tone(new ClipRange(0, 255), Levels.NONE, true);

    @Test
    void autoFallsBackWithOneNoticeAndTheReason() {
        List<EngineProvider> providers = List.of(broken("no driver (1)."), new JavaEngineProvider());
        for (int i = 0; i < 3; i++)
            assertThat(EngineChoice.of("auto", null, TileMemory.standard(), notices::add, providers, first)
                            .engine()
                            .name())
                    .isEqualTo("java");
        assertThat(notices).containsExactly("The java engine is used: no driver (1).");
    }

    @Test
    void anEngineThatIsNamedIsRefusedWithItsReason() {
        List<EngineProvider> providers = List.of(broken("no driver (2)."), new JavaEngineProvider());
        assertThatThrownBy(() -> EngineChoice.of("opencl", null, TileMemory.standard(), notices::add, providers, first))
                .isInstanceOf(EngineException.class)
                .hasMessage("no driver (2).");
        assertThatThrownBy(
                        () -> EngineChoice.of("auto", "My GPU", TileMemory.standard(), notices::add, providers, first))
                .isInstanceOf(EngineException.class);
        assertThat(notices).isEmpty();
    }

    @Test
    void anUnknownEngineIsRefusedInOneSentence() {
        assertThatThrownBy(() -> EngineChoice.of("cuda", null, notices::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("engine is 'cuda', but must be one of auto, java, opencl.");
    }

    @Test
    void namesAreInAnyCaseAndDevicesAsTheyAreListed() {
        assertThat(EngineChoice.of("Java", null, notices::add).engine().name()).isEqualTo("java");
        assertThat(EngineChoice.of("AUTO", null, notices::add).engine().name()).isNotEmpty();
        List<String> asked = new ArrayList<>();
        EngineProvider working = new OneEngine(device -> {
            asked.add(device);
            return device(0, "");
        });
        for (String device : List.of("My GPU", "opencl: My GPU", "OpenCL: My GPU"))
            EngineChoice.of("opencl", device, TileMemory.standard(), notices::add, List.of(working), first);
        assertThat(asked).containsOnly("My GPU").hasSize(3);
    }

    @Test
    void theLineOfTheJavaEngineChoosesIt() {
        List<EngineProvider> providers = List.of(new OneEngine(name -> device(0, "")), new JavaEngineProvider());
        String line = "java: " + new JavaEngine().device();
        for (String name : List.of("auto", "java"))
            assertThat(EngineChoice.of(name, line, TileMemory.standard(), notices::add, providers, first)
                            .engine()
                            .name())
                    .isEqualTo("java");
        assertThatThrownBy(() -> EngineChoice.of("opencl", line, TileMemory.standard(), notices::add, providers, first))
                .isInstanceOf(EngineException.class)
                .hasMessage("device is '" + line + "', but the engine is opencl; leave one of them out.");
    }

    @Test
    void theJavaEngineHasNoDevicesToChoose() {
        assertThatThrownBy(() -> EngineChoice.of("java", "My GPU", notices::add))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("My GPU");
    }

    @Test
    void autoFinishesOnJavaWhatFailsAtEachStep() {
        byte[] right = run(new JavaEngine());
        for (String step : List.of("plane", "histogram", "apply", "")) {
            WatchedEngine flaky = device(0, step);
            Engine engine = EngineChoice.of(
                            "auto",
                            null,
                            TileMemory.standard(),
                            notices::add,
                            List.of(new OneEngine(device -> flaky), new JavaEngineProvider()),
                            first)
                    .engine();
            assertThat(run(engine)).as(step).isEqualTo(right);
            flaky.failAt("");
            assertGoesBackTo(flaky, engine, right);
            assertThat(flaky.open()).as("planes left open").isZero();
        }
        assertThat(notices).hasSize(3).allMatch(n -> n.startsWith("The java engine is used: lost at "));
    }

    /** Soon after a failure that took no time. */
    private void assertGoesBackTo(WatchedEngine device, Engine engine, byte[] right) {
        int planes = device.planes();
        for (int i = 0; i < 5000 && device.planes() == planes; i++) {
            assertThat(run(engine)).isEqualTo(right);
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(device.planes()).as("goes back to the device").isGreaterThan(planes);
    }

    /** Else each of thousands of pictures would wait for it. */
    @Test
    void aDeviceThatTakesLongToFailIsLeftAloneForAWhile() {
        byte[] right = run(new JavaEngine());
        WatchedEngine device = device(50, "apply");
        AutoEngine auto = new AutoEngine(one(device), new JavaEngine(), first, TileMemory.standard(), notices::add);
        long start = System.nanoTime();
        while (System.nanoTime() - start < 800_000_000L) assertThat(run(auto)).isEqualTo(right);
        assertThat(device.planes()).isOne();
        device.failAt("");
        assertGoesBackTo(device, auto, right);
    }

    /** Whichever is slowed down, the other one makes the second mask. */
    @Test
    void autoTakesTheFasterOneFromTheSecondPictureOn() {
        for (boolean slow : new boolean[] {true, false}) {
            WatchedEngine device = device(slow ? 20 : 0, "");
            Engine java = new JavaEngine();
            Engine pausing = device(slow ? 0 : 20, "");
            AutoEngine auto = new AutoEngine(one(device), pausing, new Speeds(), TileMemory.standard(), notices::add);
            run(auto);
            int planes = device.planes();
            assertThat(run(auto)).isEqualTo(run(java));
            assertThat(device.planes() - planes).isEqualTo(slow ? 0 : 1);
        }
        assertThat(notices).isEmpty();
    }

    @Test
    void anEngineThatFailsWhileItIsMeasuredIsMeasuredAgain() {
        WatchedEngine device = device(0, "apply");
        Engine slow = device(20, "");
        AutoEngine auto = new AutoEngine(one(device), slow, new Speeds(), TileMemory.standard(), notices::add);
        run(auto);
        assertThat(notices).hasSize(1);
        assertThat(auto.device()).isEqualTo("flaky");
        device.failAt("");
        assertGoesBackTo(device, auto, run(new JavaEngine()));
        int planes = device.planes();
        run(auto);
        assertThat(device.planes()).isEqualTo(planes + 1);
    }

    private byte[] run(Engine engine) {
        ByteSpan out = ByteSpan.allocate(argb.length);
        try (ChannelPlane plane = engine.plane(pixels, Channel.HSV_S)) {
            assertThat(plane.histogram().total()).isEqualTo(argb.length);
            plane.apply(table, null, out);
        }
        return out.array();
    }

    private static EngineProvider one(Engine engine) {
        return new OneEngine(device -> engine);
    }

    private static EngineProvider broken(String reason) {
        return new OneEngine(device -> {
            throw new EngineException(reason);
        });
    }

    /** The Java engine as a device that takes some time for each plane, and fails at one step. */
    private static WatchedEngine device(int milliseconds, String failing) {
        return WatchedEngine.java("opencl", "flaky").ofPlanes(1000).watch(slow(milliseconds, failing));
    }

    private static WatchedEngine.Watch slow(int milliseconds, String failing) {
        return (step, pixels) -> {
            if (step.equals("plane")) LockSupport.parkNanos(milliseconds * 1_000_000L);
            if (step.equals(failing)) // a notice is shown only once, so each test has a sentence of its own
            throw new EngineException("lost at " + step + (milliseconds > 0 ? ", slowly." : "."));
        };
    }
}
