package sc.fiji.imagetomask.engine.opencl;

import sc.fiji.imagetomask.Needs;
import sc.fiji.imagetomask.engine.EngineException;

/** Whether OpenCL is here: tests that need it fail without it in CI, and skip elsewhere. */
final class OpenCl {

    private OpenCl() {}

    static ClApi require() {
        try {
            OpenClEngines.shared().names();
        } catch (EngineException e) {
            Needs.part(false, "OpenCL is missing: " + e.getMessage());
        }
        return new JoclApi();
    }
}
