package sc.fiji.imagetomask.engine.opencl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jocl.CL;
import org.jocl.cl_device_id;
import org.jocl.cl_platform_id;

/**
 * A device that OpenCL offers, with its properties.
 *
 * @param platform its driver
 * @param id its handle
 * @param name its name
 * @param isCpu whether it is the machine's own processor
 * @param dividesExactly whether it rounds divisions of floats correctly, if programs are built so
 * @param units compute units
 * @param maxGroup the most work-items in a group
 * @param maxAllocation the largest buffer, in bytes
 * @param memory all of its memory, in bytes
 * @param sharesMemory whether it is a processor whose buffers can be memory that Java reads and writes without a command
 */
record ClDevice(
        cl_platform_id platform,
        cl_device_id id,
        String name,
        boolean isCpu,
        boolean dividesExactly,
        int units,
        long maxGroup,
        long maxAllocation,
        long memory,
        boolean sharesMemory) {

    private static final Pattern VERSION = Pattern.compile("OpenCL (\\d{1,4})\\.(\\d{1,4})");

    /** The usable devices of that platform, in the order of its driver. */
    static List<ClDevice> usable(ClApi api, cl_platform_id platform) {
        List<ClDevice> devices = new ArrayList<>();
        for (cl_device_id id : api.devices(platform)) if (isUsable(api, id)) devices.add(of(api, platform, id));
        return devices;
    }

    private static boolean isUsable(ClApi api, cl_device_id id) {
        return isRecent(api.deviceString(id, CL.CL_DEVICE_VERSION))
                && isTrue(api, id, CL.CL_DEVICE_AVAILABLE)
                && isTrue(api, id, CL.CL_DEVICE_COMPILER_AVAILABLE)
                && isTrue(api, id, CL.CL_DEVICE_ENDIAN_LITTLE);
    }

    /** @param version {@code OpenCL major.minor}, and what the driver adds (OpenCL specification, CL_DEVICE_VERSION) */
    private static boolean isRecent(String version) {
        Matcher numbers = VERSION.matcher(version);
        if (!numbers.lookingAt()) return false;
        int major = Integer.parseInt(numbers.group(1));
        return major > 1 || major == 1 && Integer.parseInt(numbers.group(2)) >= 2;
    }

    private static boolean isTrue(ClApi api, cl_device_id id, int parameter) {
        return (int) api.deviceNumber(id, parameter) != 0;
    }

    static ClDevice of(ClApi api, cl_platform_id platform, cl_device_id id) {
        boolean isCpu = (api.deviceNumber(id, CL.CL_DEVICE_TYPE) & CL.CL_DEVICE_TYPE_CPU) != 0;
        return new ClDevice(
                platform,
                id,
                api.deviceString(id, CL.CL_DEVICE_NAME),
                isCpu,
                (api.deviceNumber(id, CL.CL_DEVICE_SINGLE_FP_CONFIG) & CL.CL_FP_CORRECTLY_ROUNDED_DIVIDE_SQRT) != 0,
                (int) api.deviceNumber(id, CL.CL_DEVICE_MAX_COMPUTE_UNITS),
                api.deviceNumber(id, CL.CL_DEVICE_MAX_WORK_GROUP_SIZE),
                api.deviceNumber(id, CL.CL_DEVICE_MAX_MEM_ALLOC_SIZE),
                api.deviceNumber(id, CL.CL_DEVICE_GLOBAL_MEM_SIZE),
                isCpu && sharesMemory(api, id));
    }

    /** Since OpenCL 2.0 a device can; an older one does not know the question. */
    private static boolean sharesMemory(ClApi api, cl_device_id id) {
        try {
            return (api.deviceNumber(id, CL.CL_DEVICE_SVM_CAPABILITIES) & CL.CL_DEVICE_SVM_FINE_GRAIN_BUFFER) != 0;
        } catch (ClException e) {
            if (e.status() == CL.CL_INVALID_VALUE) return false;
            throw e;
        }
    }

    /** The compiler options for every program on this device. */
    String buildOptions() {
        return (isCpu ? " -D ON_CPU" : "")
                + (dividesExactly ? " -cl-fp32-correctly-rounded-divide-sqrt -D EXACT_DIVISION" : "");
    }

    ClDevice named(String newName) {
        return new ClDevice(
                platform, id, newName, isCpu, dividesExactly, units, maxGroup, maxAllocation, memory, sharesMemory);
    }
}
