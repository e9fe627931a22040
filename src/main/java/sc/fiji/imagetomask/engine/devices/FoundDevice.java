package sc.fiji.imagetomask.engine.devices;

/**
 * The properties of a device that was found.
 *
 * @param name unique among all devices
 * @param driver the version of its driver
 * @param version of OpenCL
 * @param platform which of OpenCL's platforms it belongs to, from 0
 * @param position which of the platform's usable devices it is, from 0
 * @param speed compute units times clock
 * @param harmless whether Java still notices a division by zero once the driver is at work in its process
 */
public record FoundDevice(
        String name,
        DeviceKind kind,
        String vendor,
        String driver,
        String version,
        int platform,
        int position,
        long speed,
        boolean harmless) {

    /** Whether it is the machine's own processor. */
    public boolean isProcessor() {
        return kind == DeviceKind.PROCESSOR;
    }

    FoundDevice named(String newName) {
        return new FoundDevice(newName, kind, vendor, driver, version, platform, position, speed, harmless);
    }

    FoundDevice harmless(boolean isHarmless) {
        return new FoundDevice(name, kind, vendor, driver, version, platform, position, speed, isHarmless);
    }
}
