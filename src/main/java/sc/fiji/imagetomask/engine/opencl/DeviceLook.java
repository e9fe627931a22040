package sc.fiji.imagetomask.engine.opencl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jocl.CL;
import org.jocl.cl_platform_id;
import sc.fiji.imagetomask.engine.devices.DeviceKind;
import sc.fiji.imagetomask.engine.devices.Findings;
import sc.fiji.imagetomask.engine.devices.FoundDevice;

/** Searches for devices in this process. */
final class DeviceLook {

    /** Receives the steps of the search. */
    interface Watch {

        /** All platforms are listed. */
        default void platformsListed() {}

        /** The devices of that platform are requested next. */
        default void platform(int index, String name) {}

        /** Whether these devices, which were just found, did not change Java. */
        default boolean isHarmless(List<ClDevice> devices) {
            return true;
        }
    }

    private final ClApi api;
    private final Watch watch;

    DeviceLook(ClApi api, Watch watch) {
        this.api = api;
        this.watch = watch;
    }

    /**
     * All usable devices of the platforms.
     *
     * @param skipped platforms that are not used
     * @throws ClException if there are none because a platform fails; if other platforms have devices, its failure is
     *     ignored
     */
    Findings devices(Set<Integer> skipped) {
        List<FoundDevice> found = new ArrayList<>();
        ClException failure = null;
        cl_platform_id[] platforms = api.platforms();
        watch.platformsListed();
        for (int i = 0; i < platforms.length; i++) {
            if (skipped.contains(i)) continue;
            try {
                watch.platform(i, api.platformName(platforms[i]));
                found.addAll(devices(platforms[i], i));
            } catch (ClException e) {
                failure = e;
            }
        }
        if (found.isEmpty() && failure != null) throw failure;
        return found.isEmpty()
                ? Findings.none(
                        "OpenCL offers no usable device: it must support OpenCL 1.2, be available and have a compiler.")
                : Findings.of(found);
    }

    private List<FoundDevice> devices(cl_platform_id platform, int index) {
        List<ClDevice> devices = ClDevice.usable(api, platform);
        boolean harmless = watch.isHarmless(devices);
        List<FoundDevice> found = new ArrayList<>();
        for (ClDevice device : devices)
            found.add(new FoundDevice(
                    device.name(),
                    kind(api.deviceNumber(device.id(), CL.CL_DEVICE_TYPE)),
                    api.deviceString(device.id(), CL.CL_DEVICE_VENDOR),
                    api.deviceString(device.id(), CL.CL_DRIVER_VERSION),
                    api.deviceString(device.id(), CL.CL_DEVICE_VERSION),
                    index,
                    found.size(),
                    device.units() * api.deviceNumber(device.id(), CL.CL_DEVICE_MAX_CLOCK_FREQUENCY),
                    harmless));
        return found;
    }

    private static DeviceKind kind(long type) {
        if ((type & CL.CL_DEVICE_TYPE_CPU) != 0) return DeviceKind.PROCESSOR;
        if ((type & CL.CL_DEVICE_TYPE_GPU) != 0) return DeviceKind.GPU;
        return (type & CL.CL_DEVICE_TYPE_ACCELERATOR) != 0 ? DeviceKind.ACCELERATOR : DeviceKind.OTHER;
    }
}
