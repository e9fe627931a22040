package sc.fiji.imagetomask.engine.opencl;

import org.jocl.CL;
import org.junit.jupiter.api.AfterAll;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.HighBitDepthContract;

/** 16-bit and 32-bit data on a device that divides as OpenCL allows it to: it multiplies with the reciprocal. */
class InexactDivisionTest extends HighBitDepthContract {

    private static OpenClEngine engine;

    @Override
    protected Engine engine() {
        ClApi real = OpenCl.require();
        if (engine == null) engine = (OpenClEngine) new OpenClEngines(() -> inexact(real)).engine(null);
        return engine;
    }

    private static ClApi inexact(ClApi real) {
        return ChangedApi.over(real, (call, arguments, meant) -> {
            if (call.equals("deviceNumber") && (int) arguments[1] == CL.CL_DEVICE_SINGLE_FP_CONFIG)
                return (long) meant.make() & ~CL.CL_FP_CORRECTLY_ROUNDED_DIVIDE_SQRT;
            if (!call.equals("createProgram")) return meant.make();
            String source = arguments[1]
                    .toString()
                    .replace("a / b;", "a * (1.0f / b);")
                    .replace("rest / b", "rest * (1.0f / b)");
            return real.createProgram((org.jocl.cl_context) arguments[0], source);
        });
    }

    @AfterAll
    static void close() {
        if (engine != null) engine.close();
        engine = null;
    }
}
