package sc.fiji.imagetomask.engine.opencl;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import sc.fiji.imagetomask.engine.EngineException;

/** Whether OpenCL is here: tests that need it fail without it in CI, and skip elsewhere. */
final class OpenCl {

    private OpenCl() {}

    static ClApi require() {
        try {
            OpenClEngines.shared().names();
        } catch (EngineException e) {
            if ("true".equals(System.getenv("CI"))) throw e;
            assumeTrue(false, e.getMessage());
        }
        return new JoclApi();
    }
}
