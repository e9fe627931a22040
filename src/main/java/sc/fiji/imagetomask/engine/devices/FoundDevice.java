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
 * @param tested whether it was tested
 * @param fault what the test found wrong, in one sentence; null if nothing
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
        boolean harmless,
        boolean tested,
        String fault) {

    /** One that was not tested. */
    public FoundDevice(
            String name,
            DeviceKind kind,
            String vendor,
            String driver,
            String version,
            int platform,
            int position,
            long speed,
            boolean harmless) {
        this(name, kind, vendor, driver, version, platform, position, speed, harmless, false, null);
    }

    /** Whether it is the machine's own processor. */
    public boolean isProcessor() {
        return kind == DeviceKind.PROCESSOR;
    }

    /** Whether it can be used: it has passed the test. */
    public boolean isTrusted() {
        return tested && fault == null;
    }

    FoundDevice named(String newName) {
        return new FoundDevice(
                newName, kind, vendor, driver, version, platform, position, speed, harmless, tested, fault);
    }

    FoundDevice harmless(boolean isHarmless) {
        return new FoundDevice(
                name, kind, vendor, driver, version, platform, position, speed, isHarmless, tested, fault);
    }

    FoundDevice tested(String newFault) {
        return new FoundDevice(
                name, kind, vendor, driver, version, platform, position, speed, harmless, true, newFault);
    }
}
