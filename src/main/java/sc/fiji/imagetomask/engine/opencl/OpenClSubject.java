package sc.fiji.imagetomask.engine.opencl;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.cl_command_queue;
import org.jocl.cl_mem;
import org.jocl.cl_platform_id;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.engine.proof.Subject;
import sc.fiji.imagetomask.tone.Clip;
import sc.fiji.imagetomask.tone.Levels;

/** An OpenCL device under test: an engine of its own, with all that it creates and releases counted. */
final class OpenClSubject implements Subject {

    private final Map<String, Integer> held = new TreeMap<>();
    private final ClApi api;
    private final ClDevice device;
    private final OpenClEngine engine;

    OpenClSubject(ClApi real, ClDevice device) {
        api = counted(real);
        this.device = device;
        engine = new OpenClEngine(device, () -> new ClContext(api, device));
    }

    /** @throws EngineException if it is no longer there, or does not open */
    static OpenClSubject open(ClApi api, int platform, int position, String name) {
        cl_platform_id[] platforms = api.platforms();
        List<ClDevice> devices = platform < platforms.length ? ClDevice.usable(api, platforms[platform]) : List.of();
        if (position >= devices.size()) throw new OpenClEngines.GoneDeviceException(name);
        return new OpenClSubject(api, devices.get(position).named(name));
    }

    private ClApi counted(ClApi real) {
        return (ClApi) Proxy.newProxyInstance(
                ClApi.class.getClassLoader(), new Class<?>[] {ClApi.class}, (proxy, method, arguments) -> {
                    Object result = called(real, method, arguments);
                    if (method.getName().startsWith("create"))
                        count(result.getClass().getSimpleName(), 1);
                    else if (method.getName().equals("release")
                            || method.getName().equals("freeShared"))
                        count(arguments[0].getClass().getSimpleName(), -1);
                    return result;
                });
    }

    private static Object called(ClApi real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private synchronized void count(String kind, int more) {
        held.merge(kind, more, Integer::sum);
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("vendor", api.deviceString(device.id(), CL.CL_DEVICE_VENDOR));
        facts.put("driver", api.deviceString(device.id(), CL.CL_DRIVER_VERSION));
        facts.put("OpenCL", api.deviceString(device.id(), CL.CL_DEVICE_VERSION));
        facts.put("platform", device.platform() == null ? "" : api.platformName(device.platform()));
        facts.put("kind", device.isCpu() ? "processor" : "GPU or accelerator");
        facts.put("memory", megabytes(device.memory()) + ", buffers up to " + megabytes(device.maxAllocation()));
        facts.put("units", device.units() + ", groups of up to " + device.maxGroup());
        facts.put("division", device.dividesExactly() ? "exact" : "corrected");
        return facts;
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }

    @Override
    public Copy copy(int pixels) {
        ClContext context = engine.context();
        cl_command_queue queue = api.createQueue(context.handle(), device.id());
        ClBuffer from = context.allocate(4L * pixels);
        ClBuffer to = context.allocate(4L * pixels);
        return new Copy() {
            @Override
            public void run() {
                api.copy(queue, from.memory(), to.memory(), 4L * pixels);
                api.finish(queue);
            }

            @Override
            public void close() {
                from.close();
                to.close();
                api.release(queue);
            }
        };
    }

    @Override
    public OnDevice onDevice(int[] argb) {
        return new Staying(engine.context(), argb);
    }

    @Override
    public String release() {
        engine.close();
        synchronized (this) {
            return held.entrySet().stream()
                    .filter(kind -> kind.getValue() != 0)
                    .map(kind -> kind.getValue() + " " + kind.getKey())
                    .collect(Collectors.joining(", "));
        }
    }

    /** A picture and its mask in memory of the device. */
    private final class Staying implements OnDevice {

        private final int length;
        private final cl_command_queue queue;
        private final DeviceMasks masks;
        private final ClBuffer picture;
        private final ClBuffer mask;

        Staying(ClContext context, int[] argb) {
            length = argb.length;
            queue = api.createQueue(context.handle(), device.id());
            masks = new DeviceMasks(context.through(queue));
            picture = context.allocate(4L * length);
            mask = context.allocate(length);
            api.write(queue, picture.memory(), 0, 4L * length, Pointer.to(argb));
        }

        @Override
        public void make(ChannelFormula formula, int hueShift, Levels levels, boolean invert) {
            cl_mem source = picture.memory();
            masks.mask(
                    new DevicePixels(
                            DevicePixels.Format.PACKED,
                            DevicePixels.planes(source, 1, length, Samples.Range.UNIT),
                            length,
                            true),
                    formula,
                    hueShift,
                    Clip.AUTO,
                    levels,
                    invert,
                    null,
                    new DeviceMasks.Result(mask.memory(), false));
            masks.finish();
        }

        @Override
        public byte[] mask() {
            byte[] bytes = new byte[length];
            api.read(queue, mask.memory(), 0, length, Pointer.to(bytes));
            return bytes;
        }

        @Override
        public void close() {
            masks.close();
            picture.close();
            mask.close();
            api.release(queue);
        }
    }
}
