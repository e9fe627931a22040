package sc.fiji.imagetomask.engine.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import net.imglib2.parallel.Parallelization;
import org.jocl.CL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

class OpenClFaultsTest extends WithFaults {

    /** What a release answers is not looked at, nor what the wait before it does. */
    private static final Set<String> NEVER_FAIL = Set.of("release", "unmap", "freeShared", "finish");

    private final int[] argb = new Random(5).ints(10_007).toArray();
    private final Pixels pixels = new Pixels.Packed(argb, 0, argb.length, true);
    private final Tone table = new Tone(new ClipRange(3, 240), Levels.NONE, true);

    @Test
    void whileAProgramIsBuiltOthersWork() throws Exception {
        CountDownLatch building = new CountDownLatch(1);
        CountDownLatch worked = new CountDownLatch(1);
        ClApi real = OpenCl.requireOne();
        OpenClEngines slow = new OpenClEngines(() -> ChangedApi.over(real, (call, arguments, meant) -> {
            boolean hue =
                    call.equals("build") && arguments[2].toString().contains("CHANNEL=CHANNEL_" + Channel.HSV_H.name());
            if (hue) {
                building.countDown();
                assertThat(worked.await(60, TimeUnit.SECONDS)).as("others work").isTrue();
            }
            return meant.make();
        }));
        Engine engine = slow.engine(null);
        byte[] right = mask(engine);
        CompletableFuture<Void> hue = CompletableFuture.runAsync(
                () -> engine.plane(pixels, Channel.HSV_H).close());
        assertThat(building.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(CompletableFuture.supplyAsync(() -> mask(engine)).get(30, TimeUnit.SECONDS))
                .isEqualTo(right);
        worked.countDown();
        hue.get(60, TimeUnit.SECONDS);
    }

    /** Programs that use JOCL too, such as CLIJ, make it throw instead of returning error numbers. */
    @Test
    void itDoesNotMatterWhetherJoclThrows() {
        Engine engine = engines.engine(null);
        byte[] right = mask(engine);
        CL.setExceptionsEnabled(true);
        try {
            assertThat(mask(new OpenClEngines(JoclApi::new).engine(null))).isEqualTo(right);
            ClContext context = new ClContext(new JoclApi(), OpenCl.device(new JoclApi()));
            assertThatThrownBy(() -> context.api().createBuffer(context.handle(), CL.CL_MEM_READ_WRITE, Long.MAX_VALUE))
                    .isInstanceOf(ClException.class);
            context.close();
        } finally {
            CL.setExceptionsEnabled(false);
        }
    }

    @Test
    void aKernelThatDoesNotBuildSaysWhereAndWhy() {
        faults.fail("build", n -> CL.CL_BUILD_PROGRAM_FAILURE);
        Engine engine = engines.engine(null);
        assertThatThrownBy(() -> engine.plane(pixels, Channel.LAB_L))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("do not build on " + engine.device())
                .hasMessageContaining("CL_BUILD_PROGRAM_FAILURE");
        faults.rule((call, n) -> 0);
        engine.plane(pixels, Channel.LAB_L).close();
    }

    @Test
    void aBuildThatFailsWithoutAFaultOfTheSourceIsTriedAgain() {
        faults.fail("build", n -> n < 4 ? CL.CL_BUILD_PROGRAM_FAILURE : 0);
        AtomicInteger logs = new AtomicInteger();
        ClApi disturbed = ChangedApi.over(
                faults.over(OpenCl.requireOne()),
                (call, arguments, meant) ->
                        call.equals("buildLog") ? "no temporary file " + logs.incrementAndGet() : meant.make());
        Engine engine = new OpenClEngines(() -> disturbed).engine(null);
        engine.plane(pixels, Channel.LAB_L).close();
        assertThat(logs).hasValue(3);
        faults.fail("build", n -> CL.CL_BUILD_PROGRAM_FAILURE);
        assertThatThrownBy(() -> engine.plane(pixels, Channel.HSV_H))
                .hasMessageEndingWith("no temporary file " + logs.get());
        assertThat(faults.held()).doesNotContainKey("cl_kernel").containsEntry("cl_program", 1);
    }

    /** Transfers of small pictures, of large ones to a processor and to a GPU; none where memory is shared. */
    @ParameterizedTest
    @CsvSource({
        "10_007, UNSHARED, write",
        "700_001, UNSHARED, map",
        "700_001, GPU, map",
        "700_001, SHARED, createShared"
    })
    void everyCallThatFailsGivesAnErrorAndLeaksNothing(String pixels, Kind kind, String transfer) {
        Job job = new Job(Integer.parseInt(pixels.replace("_", "")), kind);
        byte[] right = job.coldMask();
        Map<String, Integer> calls = faults.calls();
        assertThat(calls.keySet())
                .containsAll(Set.of("createContext", "createQueue", "build", "createBuffer", "run", transfer));
        List<String> tried = new ArrayList<>();
        calls.forEach((call, times) -> {
            if (NEVER_FAIL.contains(call)) return;
            int most = call.equals("isDone") ? 1 : times; // how often a marker is looked at depends on time
            for (int k = 1; k <= most; k++) {
                int failing = k;
                faults.fail(call, n -> n >= failing ? CL.CL_OUT_OF_RESOURCES : 0);
                if (failsIfACallFails(job::coldMask, call)) tried.add(call);
                assertThat(faults.heldInTheEnd()).as("%s %d", call, k).isEmpty();
            }
        });
        assertThat(tried).hasSizeGreaterThan(kind == Kind.SHARED ? 20 : 40);
        System.out.println("faults injected, one in each mask: " + tried.size());
        faults.rule((call, n) -> 0);
        assertThat(job.coldMask()).isEqualTo(right);
    }

    /**
     * Whether the work fails, which it must do if a call has failed. Unused memory is released after some seconds, so a slow run
     * may make calls that the next one does not make.
     */
    private boolean failsIfACallFails(Runnable work, String call) {
        Throwable thrown = catchThrowable(work::run);
        if (thrown != null) assertThat(thrown).as(call).isInstanceOf(EngineException.class);
        assertThat(thrown != null).as(call).isEqualTo(faults.failed() > 0);
        return thrown != null;
    }

    @ParameterizedTest
    @CsvSource({"10_007, UNSHARED", "700_001, UNSHARED", "700_001, GPU", "10_007, SHARED"})
    void anEngineIsWellAgainAfterEveryFault(String pixels, Kind kind) {
        Job job = new Job(Integer.parseInt(pixels.replace("_", "")), kind);
        OpenClEngine engine = job.engine();
        byte[] right = job.mask(engine);
        faults.rule((call, n) -> 0);
        job.mask(engine);
        faults.calls().forEach((call, times) -> {
            faults.fail(call, n -> CL.CL_OUT_OF_RESOURCES);
            if (!NEVER_FAIL.contains(call)) failsIfACallFails(() -> job.mask(engine), call);
            faults.rule((c, n) -> 0);
            assertThat(job.mask(engine)).as("after %s", call).isEqualTo(right);
        });
        engine.close();
        assertThat(faults.heldInTheEnd()).isEmpty();
    }

    /** Java itself may run out of memory in the middle of the work, or a driver's binding may lack a call. */
    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    void anErrorOfJavaLeaksNothing(int bits) {
        OpenClEngines broken = new OpenClEngines(() -> faults.over(withoutMemory(Unshared.over(OpenCl.requireOne()))));
        OpenClEngine engine = (OpenClEngine) broken.engine(null);
        Samples[] deep = {new Samples.Shorts(new short[argb.length], new Samples.Range(0, 65535))};
        Pixels source = bits == 8 ? pixels : new Pixels.HighBitDepth(deep, 0, argb.length);
        assertThatThrownBy(() -> engine.plane(source, Channel.LAB_L)).isInstanceOf(OutOfMemoryError.class);
        engine.close();
        assertThat(faults.heldInTheEnd()).isEmpty();
    }

    private static ClApi withoutMemory(ClApi real) {
        return ChangedApi.over(real, (call, arguments, meant) -> {
            if (call.equals("read")) throw new OutOfMemoryError("on purpose");
            return meant.make();
        });
    }

    /** Else kernels that are at work still would find in their buffers what another thread puts there. */
    @Test
    void whereWorkFailsItsBuffersAreUsedAgainOnlyOnceTheDeviceIsDone() {
        Job job = new Job(10_007, Kind.SHARED);
        OpenClEngine engine = job.engine();
        job.mask(engine);
        List<String> after = new ArrayList<>();
        faults.rule((call, n) -> {
            if (call.equals("createMarker") && n == 1) return CL.CL_OUT_OF_RESOURCES;
            if (faults.calls().containsKey("createMarker")) after.add(call);
            return 0;
        });
        assertThatThrownBy(() -> job.mask(engine)).isInstanceOf(ClException.class);
        assertThat(after).startsWith("createMarker", "isDone");
        assertThat(after.subList(0, after.lastIndexOf("isDone"))).doesNotContain("createBuffer", "map", "write");
        engine.close();
        assertThat(faults.heldInTheEnd()).isEmpty();
    }

    /** What a device is, or claims to be. */
    enum Kind {
        SHARED(real -> real),
        UNSHARED(Unshared::over),
        GPU(ClaimedGpu::over);

        private final UnaryOperator<ClApi> change;

        Kind(UnaryOperator<ClApi> change) {
            this.change = change;
        }

        ClApi over(ClApi real) {
            return change.apply(real);
        }
    }

    /** A picture and a device that is what it is, or claims to be a GPU; the work is done by one thread, call by call. */
    private final class Job {

        private final Pixels pixels;
        private final Kind kind;

        Job(int length, Kind kind) {
            pixels = new Pixels.Packed(new Random(5).ints(length).toArray(), 0, length, true);
            this.kind = kind;
        }

        OpenClEngine engine() {
            ClApi real = OpenCl.requireOne();
            return (OpenClEngine) new OpenClEngines(() -> faults.over(kind.over(real))).engine(null);
        }

        /** From finding the devices to closing the engine. */
        byte[] coldMask() {
            try (OpenClEngine engine = engine()) {
                return mask(engine);
            }
        }

        byte[] mask(Engine engine) {
            ByteSpan out = ByteSpan.allocate(pixels.length());
            Parallelization.runSingleThreaded(() -> {
                try (ChannelPlane plane = engine.plane(pixels, Channel.LAB_B)) {
                    plane.histogram(pixels.alpha());
                    plane.apply(table, pixels.alpha(), out);
                }
            });
            return out.array();
        }
    }

    /** What drivers answer once a device is gone: the handles are of no use any more, new ones may be. */
    @ParameterizedTest
    @ValueSource(ints = {CL.CL_INVALID_COMMAND_QUEUE, CL.CL_INVALID_CONTEXT, CL.CL_DEVICE_NOT_AVAILABLE})
    void aLostDeviceIsOpenedAgain(int status) {
        Job job = new Job(10_007, Kind.SHARED);
        OpenClEngine engine = job.engine();
        byte[] right = job.mask(engine);
        ChannelPlane old = engine.plane(job.pixels, Channel.LAB_B);
        faults.fail("run", n -> status);
        assertThatThrownBy(() -> job.mask(engine)).isInstanceOf(ClException.class);
        faults.rule((call, n) -> 0);
        assertThat(job.mask(engine)).isEqualTo(right);
        assertThat(faults.calls().get("createContext")).isEqualTo(1);
        assertThatThrownBy(() -> old.apply(table, null, ByteSpan.allocate(old.length())))
                .isInstanceOf(EngineException.class)
                .hasMessageEndingWith(" was closed or lost.");
        old.close();
        engine.close();
        assertThat(faults.held()).isEmpty();
    }

    /** It hangs for a while after the time limit; meanwhile nothing that it may still write to is released or used. */
    @Test
    void aDeviceThatHangsIsLeftAloneUntilItAnswers() throws Exception {
        AtomicBoolean hangs = new AtomicBoolean();
        CountDownLatch answers = new CountDownLatch(1);
        ClApi hanging = hanging(faults.over(OpenCl.require()), hangs, answers);
        ClDevice device = OpenCl.device(hanging);
        Job job = new Job(10_007, Kind.SHARED);
        byte[] right = job.coldMask();
        Iterator<Duration> limits =
                List.of(Duration.ofMillis(200), Duration.ofMinutes(2)).iterator();
        OpenClEngine engine = new OpenClEngine(device, () -> new ClContext(hanging, device, limits.next()));
        hangs.set(true);
        assertThatThrownBy(() -> job.mask(engine))
                .isInstanceOf(ClWait.HungException.class)
                .hasMessage("The device " + device.name() + " has not answered for 1 seconds.");
        hangs.set(false);
        faults.rule((call, n) -> 0);
        assertThat(job.mask(engine)).as("in a new context").isEqualTo(right);
        assertThat(faults.calls()).containsEntry("createContext", 1);
        assertThat(faults.held()).containsEntry("cl_context", 2);
        answers.countDown();
        engine.close();
        assertThat(faults.heldInTheEnd()).isEmpty();
    }

    /** While it hangs, no marker is reached; the queue it hung in is done when it answers. */
    private static ClApi hanging(ClApi real, AtomicBoolean hangs, CountDownLatch answers) {
        return ChangedApi.over(real, (call, arguments, meant) -> {
            if (call.equals("isDone") && hangs.get()) return false;
            if (call.equals("finish")) answers.await();
            return meant.make();
        });
    }

    private byte[] mask(Engine engine) {
        ByteSpan out = ByteSpan.allocate(argb.length);
        try (ChannelPlane plane = engine.plane(pixels, Channel.LAB_B)) {
            plane.histogram(pixels.alpha());
            plane.apply(table, pixels.alpha(), out);
        }
        return out.array();
    }
}
