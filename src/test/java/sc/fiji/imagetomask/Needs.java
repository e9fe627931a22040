package sc.fiji.imagetomask;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import sc.fiji.imagetomask.engine.EngineChoice;

/** Parts outside Java that a test needs: without them it is skipped, and where {@code CI=true} it fails. */
public final class Needs {

    private Needs() {}

    /** Goes on if the part is there. */
    public static void part(boolean there, String missing) {
        if (there) return;
        if ("true".equals(System.getenv("CI"))) fail(missing);
        abort(missing);
    }

    /** A device of OpenCL. */
    public static void openCl() {
        boolean any = EngineChoice.devices().stream()
                .anyMatch(device -> device.startsWith("opencl: ") && !device.startsWith("opencl: none"));
        part(any, "OpenCL is missing.");
    }
}
