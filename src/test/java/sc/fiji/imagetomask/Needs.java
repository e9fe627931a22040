package sc.fiji.imagetomask;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.engine.EngineException;

/** Parts outside Java that a test needs: without them it is skipped, and where {@code CI=true} it fails. */
public final class Needs {

    private Needs() {}

    /** Goes on if the part is there. */
    public static void part(boolean there, String missing) {
        if (there) return;
        if ("true".equals(System.getenv("CI"))) fail(missing);
        abort(missing);
    }

    /** The engine of this name. */
    public static Engine engine(String name) {
        try {
            return EngineChoice.of(name, null, notice -> {}).engine();
        } catch (EngineException e) {
            part(false, "OpenCL is missing: " + e.getMessage());
            throw e;
        }
    }

    /** A device of OpenCL. */
    public static void openCl() {
        boolean any = EngineChoice.devices().stream()
                .anyMatch(device -> device.startsWith("opencl: ") && !device.startsWith("opencl: none"));
        part(any, "OpenCL is missing.");
    }
}
