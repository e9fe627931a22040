package sc.fiji.imagetomask.engine.opencl;

import java.util.Arrays;
import java.util.Comparator;
import org.jocl.cl_device_id;
import org.jocl.cl_platform_id;
import sc.fiji.imagetomask.Needs;
import sc.fiji.imagetomask.engine.EngineException;

/** Whether OpenCL is here: tests that need it fail without it in CI, and skip elsewhere. */
final class OpenCl {

    private OpenCl() {}

    /**
     * The binding with one device, the best: beside a second one faults of the first are passed over, and which is what a
     * test counts on would depend on the machine.
     */
    static ClApi requireOne() {
        ClApi real = require();
        ClDevice best = device(real);
        return ChangedApi.over(real, (call, arguments, meant) -> switch (call) {
            case "platforms" -> new cl_platform_id[] {best.platform()};
            case "devices" -> new cl_device_id[] {best.id()};
            default -> meant.make();
        });
    }

    static ClApi require() {
        try {
            OpenClEngines.shared().names();
            JoclLibrary.load();
        } catch (EngineException e) {
            Needs.part(false, "OpenCL is missing: " + e.getMessage());
        }
        return new JoclApi();
    }

    /** The first device, one that is no processor before others. */
    static ClDevice device(ClApi api) {
        return Arrays.stream(api.platforms())
                .flatMap(platform -> ClDevice.usable(api, platform).stream())
                .min(Comparator.comparing(ClDevice::isCpu))
                .orElseThrow();
    }
}
