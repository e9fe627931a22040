package sc.fiji.imagetomask.selftest;

/** Sees how the test of all devices goes on. */
public interface TestWatch {

    /**
     * So much is done.
     *
     * @param device which one is tested
     * @param part which part of the test; empty before the first one
     * @param done of all, 0 to 1
     */
    default void progress(String device, String part, double done) {}

    /** The test of that device has ended. */
    default void report(DeviceReport report) {}

    /** Whether the user wants no more of it. */
    default boolean isStopped() {
        return false;
    }
}
