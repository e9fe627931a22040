package sc.fiji.imagetomask.engine.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import net.imglib2.parallel.Parallelization;
import org.jocl.CL;
import org.jocl.cl_device_id;
import org.jocl.cl_platform_id;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.Frame;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.ByteRun;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.ChosenEngine;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.engine.EngineProvider;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.engine.jvm.JavaEngineProvider;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

class OpenClFaultsTest {

    private final FaultyApi faults = new FaultyApi();
    private final int[] argb = new Random(5).ints(10_007).toArray();
    private final Pixels pixels = new Pixels.Packed(argb, 0, argb.length, true);
    private final Tone table = new Tone(new ClipRange(3, 240), Levels.NONE, true);
    private OpenClEngines engines;

    @BeforeEach
    void wrapTheBinding() {
        ClApi real = OpenCl.require();
        engines = new OpenClEngines(() -> faults.over(real));
    }

    @Test
    void noLibraryIsAReason() {
        OpenClEngines none = new OpenClEngines(() -> {
            throw new UnsatisfiedLinkError("no such library");
        });
        assertThatThrownBy(() -> none.engine(null))
                .isInstanceOf(EngineException.class)
                .hasMessage("The OpenCL library cannot be loaded: no such library.");
    }

    @Test
    void noDriverIsAReason() {
        OpenClEngines none = new OpenClEngines(() -> {
            throw new UnsatisfiedLinkError(
                    "Could not initialize native OpenCL library. Implementation library could" + " not be loaded");
        });
        assertThatThrownBy(none::names)
                .hasMessage("No OpenCL library is installed; it comes with the driver of a GPU.");
    }

    @Test
    void theFirstReasonStays() {
        Iterator<String> messages =
                List.of("the cause", "Could not initialize class").iterator();
        OpenClEngines none = new OpenClEngines(() -> {
            throw new UnsatisfiedLinkError(messages.next());
        });
        for (int i = 0; i < 3; i++)
            assertThatThrownBy(none::names).hasMessage("The OpenCL library cannot be loaded: the cause.");
    }

    @Test
    void noPlatformIsAReason() {
        faults.fail("platforms", n -> -1001);
        assertThatThrownBy(() -> engines.engine(null))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("No OpenCL platform is installed");
    }

    @Test
    void anEmptyPlatformIsSkipped() {
        ClApi real = OpenCl.require();
        cl_platform_id[] platforms = real.platforms();
        OpenClEngines empty = new OpenClEngines(() -> (ClApi) Proxy.newProxyInstance(
                ClApi.class.getClassLoader(),
                new Class<?>[] {ClApi.class},
                (proxy, method, arguments) ->
                        method.getName().equals("devices") ? new cl_device_id[0] : (Object) platforms));
        assertThatThrownBy(() -> empty.engine(null)).hasMessageStartingWith("OpenCL offers no usable device: ");
    }

    @Test
    void aDeviceThatIsTooOldIsNotUsable() {
        ClApi real = OpenCl.require();
        for (String version : List.of("OpenCL 1.1 CUDA", "OpenCL 0.9", "1.2", "")) {
            OpenClEngines old = new OpenClEngines(() -> ofVersion(real, version));
            assertThatThrownBy(() -> old.engine(null))
                    .hasMessage("OpenCL offers no usable device: one of OpenCL 1.2 or later that is available and has"
                            + " a compiler.");
        }
        for (String version : List.of("OpenCL 1.2 ", "OpenCL 2.0 AMD-APP", "OpenCL 3.0 CUDA", "OpenCL 10.0"))
            assertThat(new OpenClEngines(() -> ofVersion(real, version)).names())
                    .isEqualTo(engines.names());
    }

    private static ClApi ofVersion(ClApi real, String version) {
        return (ClApi) Proxy.newProxyInstance(
                ClApi.class.getClassLoader(),
                new Class<?>[] {ClApi.class},
                (proxy, method, arguments) ->
                        method.getName().equals("deviceString") && (int) arguments[1] == CL.CL_DEVICE_VERSION
                                ? version
                                : method.invoke(real, arguments));
    }

    /** One broken driver among those that are installed. */
    @Test
    void aPlatformThatFailsHidesNoOther() {
        OpenClEngines twice = twoPlatforms();
        faults.fail("devices", n -> n == 1 ? CL.CL_OUT_OF_HOST_MEMORY : 0);
        assertThat(twice.names()).isEqualTo(engines.names());
        OpenClEngines never = twoPlatforms();
        faults.fail("devices", n -> CL.CL_OUT_OF_HOST_MEMORY);
        assertThatThrownBy(never::names).isInstanceOf(ClException.class).hasMessageContaining("CL_OUT_OF_HOST_MEMORY");
    }

    @Test
    void devicesOfOneNameAreNumbered() {
        OpenClEngines twice = twoPlatforms();
        String name = engines.names().get(0);
        assertThat(twice.names()).contains(name, name + " #2").doesNotHaveDuplicates();
        assertThat(twice.engine(name + " #2").device()).isEqualTo(name + " #2");
        assertThat(twice.engine(name + " #2"))
                .isSameAs(twice.engine(name + " #2"))
                .isNotSameAs(twice.engine(name));
    }

    /** The platforms that are here, each twice. */
    private OpenClEngines twoPlatforms() {
        ClApi faulty = faults.over(OpenCl.require());
        return new OpenClEngines(() -> (ClApi) Proxy.newProxyInstance(
                ClApi.class.getClassLoader(), new Class<?>[] {ClApi.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(faulty, arguments);
                        if (!(result instanceof cl_platform_id[] platforms)) return result;
                        return Stream.of(platforms, platforms)
                                .flatMap(Arrays::stream)
                                .toArray(cl_platform_id[]::new);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    @Test
    void whileAProgramIsBuiltOthersWork() throws Exception {
        CountDownLatch building = new CountDownLatch(1);
        CountDownLatch worked = new CountDownLatch(1);
        ClApi real = OpenCl.require();
        OpenClEngines slow = new OpenClEngines(() -> (ClApi) Proxy.newProxyInstance(
                ClApi.class.getClassLoader(), new Class<?>[] {ClApi.class}, (proxy, method, arguments) -> {
                    boolean hue = method.getName().equals("build")
                            && arguments[2].toString().contains("CHANNEL=" + Channel.HSV_H.ordinal() + " ");
                    if (hue) {
                        building.countDown();
                        assertThat(worked.await(20, TimeUnit.SECONDS))
                                .as("others work")
                                .isTrue();
                    }
                    return method.invoke(real, arguments);
                }));
        Engine engine = slow.engine(null);
        byte[] right = mask(engine);
        CompletableFuture<Void> hue = CompletableFuture.runAsync(
                () -> engine.plane(pixels, Channel.HSV_H).close());
        assertThat(building.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(CompletableFuture.supplyAsync(() -> mask(engine)).get(10, TimeUnit.SECONDS))
                .isEqualTo(right);
        worked.countDown();
        hue.get(20, TimeUnit.SECONDS);
    }

    /** Programs that use JOCL too, such as CLIJ, make it throw instead of returning error numbers. */
    @Test
    void itDoesNotMatterWhetherJoclThrows() {
        Engine engine = engines.engine(null);
        byte[] right = mask(engine);
        CL.setExceptionsEnabled(true);
        try {
            assertThat(mask(new OpenClEngines(JoclApi::new).engine(null))).isEqualTo(right);
            ClContext context =
                    new ClContext(new JoclApi(), ClDevice.list(new JoclApi()).get(0));
            assertThatThrownBy(() -> context.allocate(Long.MAX_VALUE / 2)).isInstanceOf(ClException.class);
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
    void aNamedDeviceIsTakenOrRefused() {
        String name = engines.names().get(0);
        assertThat(engines.engine(name.toUpperCase()).device()).isEqualTo(name);
        assertThatThrownBy(() -> engines.engine("Imaginary 9000"))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("device is 'Imaginary 9000', but must be one of " + name);
    }

    /** Transfers of small pictures, of large ones to a processor, and of large ones to a GPU. */
    @ParameterizedTest
    @CsvSource({"10_007, false, write", "700_001, false, map", "700_001, true, map"})
    void everyCallThatFailsGivesAnErrorAndLeaksNothing(String pixels, boolean gpu, String transfer) {
        Job job = new Job(Integer.parseInt(pixels.replace("_", "")), gpu);
        byte[] right = job.coldMask();
        Map<String, Integer> calls = faults.calls();
        assertThat(calls.keySet())
                .containsAll(Set.of("createContext", "createQueue", "build", "createBuffer", "clear", "run", transfer));
        List<String> tried = new ArrayList<>();
        calls.forEach((call, times) -> {
            if (call.equals("release") || call.equals("unmap")) return;
            int most = call.equals("isDone") ? 1 : times; // how often a marker is looked at depends on time
            for (int k = 1; k <= most; k++) {
                int failing = k;
                faults.fail(call, n -> n >= failing ? CL.CL_OUT_OF_RESOURCES : 0);
                assertThatThrownBy(job::coldMask).as("%s %d", call, k).isInstanceOf(EngineException.class);
                assertThat(faults.heldInTheEnd()).as("%s %d", call, k).isEmpty();
                tried.add(call);
            }
        });
        assertThat(tried).hasSizeGreaterThan(40);
        System.out.println("faults injected, one in each mask: " + tried.size());
        faults.rule((call, n) -> 0);
        assertThat(job.coldMask()).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({"10_007, false", "700_001, false", "700_001, true"})
    void anEngineIsWellAgainAfterEveryFault(String pixels, boolean gpu) {
        Job job = new Job(Integer.parseInt(pixels.replace("_", "")), gpu);
        OpenClEngine engine = job.engine();
        byte[] right = job.mask(engine);
        faults.rule((call, n) -> 0);
        job.mask(engine);
        faults.calls().forEach((call, times) -> {
            faults.fail(call, n -> CL.CL_OUT_OF_RESOURCES);
            if (!call.equals("release") && !call.equals("unmap"))
                assertThatThrownBy(() -> job.mask(engine)).as(call).isInstanceOf(EngineException.class);
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
        OpenClEngines broken = new OpenClEngines(() -> faults.over(withoutMemory(OpenCl.require())));
        OpenClEngine engine = (OpenClEngine) broken.engine(null);
        Samples[] deep = {new Samples.Shorts(new short[argb.length], new Samples.Range(0, 65535))};
        Pixels source = bits == 8 ? pixels : new Pixels.Deep(deep, 0, argb.length);
        assertThatThrownBy(() -> engine.plane(source, Channel.LAB_L)).isInstanceOf(OutOfMemoryError.class);
        engine.close();
        assertThat(faults.heldInTheEnd()).isEmpty();
    }

    private static ClApi withoutMemory(ClApi real) {
        return (ClApi) Proxy.newProxyInstance(
                ClApi.class.getClassLoader(), new Class<?>[] {ClApi.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("read")) throw new OutOfMemoryError("on purpose");
                    return method.invoke(real, arguments);
                });
    }

    /** Else kernels that are at work still would find in their buffers what another thread puts there. */
    @Test
    void whereWorkFailsItsBuffersAreUsedAgainOnlyOnceTheDeviceIsDone() {
        Job job = new Job(10_007, false);
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

    /** A picture and a device that is what it is, or claims to be a GPU; the work is done by one thread, call by call. */
    private final class Job {

        private final Pixels pixels;
        private final boolean gpu;

        Job(int length, boolean gpu) {
            pixels = new Pixels.Packed(new Random(5).ints(length).toArray(), 0, length, true);
            this.gpu = gpu;
        }

        OpenClEngine engine() {
            ClApi real = OpenCl.require();
            return (OpenClEngine) new OpenClEngines(() -> faults.over(gpu ? ClaimedGpu.over(real) : real)).engine(null);
        }

        /** From finding the devices to closing the engine. */
        byte[] coldMask() {
            try (OpenClEngine engine = engine()) {
                return mask(engine);
            }
        }

        byte[] mask(Engine engine) {
            ByteRun out = ByteRun.allocate(pixels.length());
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
        Job job = new Job(10_007, false);
        OpenClEngine engine = job.engine();
        byte[] right = job.mask(engine);
        ChannelPlane old = engine.plane(job.pixels, Channel.LAB_B);
        faults.fail("run", n -> status);
        assertThatThrownBy(() -> job.mask(engine)).isInstanceOf(ClException.class);
        faults.rule((call, n) -> 0);
        assertThat(job.mask(engine)).isEqualTo(right);
        assertThat(faults.calls().get("createContext")).isEqualTo(1);
        assertThatThrownBy(() -> old.apply(table, null, ByteRun.allocate(old.length())))
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
        ClDevice device = ClDevice.list(hanging).get(0);
        OpenClEngine engine = new OpenClEngine(device, () -> new ClContext(hanging, device, Duration.ofMillis(200)));
        Job job = new Job(10_007, false);
        byte[] right = job.mask(engine);
        hangs.set(true);
        assertThatThrownBy(() -> job.mask(engine))
                .isInstanceOf(HungDeviceException.class)
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
        return (ClApi) Proxy.newProxyInstance(
                ClApi.class.getClassLoader(), new Class<?>[] {ClApi.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("isDone") && hangs.get()) return false;
                    if (method.getName().equals("finish")) answers.await();
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void whereThereIsNoRoomWhatLiesIdleIsGivenBackFirst() {
        OpenClEngine engine = (OpenClEngine) engines.engine(null);
        byte[] right = mask(engine);
        int[] more = new int[1_000_003];
        faults.fail("createBuffer", n -> n == 1 ? CL.CL_MEM_OBJECT_ALLOCATION_FAILURE : 0);
        engine.plane(new Pixels.Packed(more, 0, more.length, false), Channel.RGB_R)
                .close();
        assertThat(faults.calls().get("release")).isPositive();
        assertThat(mask(engine)).isEqualTo(right);
        engine.close();
        assertThat(faults.held()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {CL.CL_MEM_OBJECT_ALLOCATION_FAILURE, CL.CL_OUT_OF_RESOURCES, CL.CL_OUT_OF_HOST_MEMORY})
    void aDeviceShortOfMemoryGetsSmallerTiles(int status) {
        int width = 1000;
        int height = 301;
        Frame frame = Frame.of(new MemoryPicture(
                new Pixels.Packed(new Random(8).ints(width * height).toArray(), 0, width * height, true),
                width,
                height));
        MaskSettings settings = MaskSettings.of("S (HSV)").withInside(true);
        byte[] right = mask(new JavaEngine(), settings, frame, width, height);
        List<String> notices = new ArrayList<>();
        EngineProvider provider = new FaultyDevice(engines, "device short of " + status);
        for (String name : List.of("opencl", "auto")) {
            Engine engine = ChosenEngine.of(name, notices::add, provider, new JavaEngineProvider());
            faults.failBuffersOver(500_000, status);
            assertThat(mask(engine, settings, frame, width, height)).isEqualTo(right);
            assertThat(engine.tilePixels()).isBetween(20_000, 125_000);
        }
        assertThat(notices)
                .containsExactly("The memory of device short of " + status
                        + " is short: pictures go through it in smaller parts.");
        faults.failBuffersOver(5_000, status);
        Engine opencl = ChosenEngine.of("opencl", notices::add, provider);
        assertThatThrownBy(() -> mask(opencl, settings, frame, width, height))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining(CL.stringFor_errorCode(status));
        Engine auto = ChosenEngine.of("auto", notices::add, provider, new JavaEngineProvider());
        assertThat(mask(auto, settings, frame, width, height)).isEqualTo(right);
        assertThat(notices).hasSize(2).last().asString().startsWith("The java engine is used: OpenCL's createBuffer");
        faults.failBuffersOver(Long.MAX_VALUE, 0);
        ((OpenClEngine) engines.engine(null)).close();
        assertThat(faults.held()).isEmpty();
    }

    private static byte[] mask(Engine engine, MaskSettings settings, Frame frame, int width, int height) {
        MemoryMask mask = new MemoryMask(width, height);
        new ImageToMask(engine, settings).mask(frame, mask);
        return mask.bytes();
    }

    private record FaultyDevice(OpenClEngines engines, String device) implements EngineProvider {

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
            return List.of(device);
        }

        @Override
        public Engine engine(String ignored) {
            Engine real = engines.engine(null);
            return new Engine() {
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
                    return real.maxPixels();
                }

                @Override
                public ChannelPlane plane(Pixels source, Channel channel) {
                    return real.plane(source, channel);
                }
            };
        }
    }

    private byte[] mask(Engine engine) {
        ByteRun out = ByteRun.allocate(argb.length);
        try (ChannelPlane plane = engine.plane(pixels, Channel.LAB_B)) {
            plane.histogram(pixels.alpha());
            plane.apply(table, pixels.alpha(), out);
        }
        return out.array();
    }
}
