package sc.fiji.imagetomask.engine.opencl;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jocl.CL;
import org.jocl.cl_context;
import org.jocl.cl_program;
import sc.fiji.imagetomask.engine.EngineException;

/** The programs built for one device. Safe for use from several threads. */
final class ClPrograms implements AutoCloseable {

    private static final int MOST_TRIES = 20;

    private final ClApi api;
    private final cl_context context;
    private final ClDevice device;
    private final Map<String, cl_program> programs = new ConcurrentHashMap<>();

    ClPrograms(ClApi api, cl_context context, ClDevice device) {
        this.api = api;
        this.context = context;
        this.device = device;
    }

    /**
     * The program that contains this kernel. It is built at its first use; threads that do not need it can work at the
     * same time.
     */
    cl_program with(KernelSpec kernel) {
        return programs.computeIfAbsent(kernel.program(), key -> build(kernel));
    }

    /**
     * Drivers that compile with LLVM inside this process, such as PoCL, can fail for no fault of the source: when Java
     * handles one of its own signals at that moment, which it does for garbage collection, LLVM deletes its temporary
     * files. Their names are in the log, so it differs each time; a log that repeats is about the source.
     */
    private cl_program build(KernelSpec kernel) {
        String log = null;
        for (int tries = 1; ; tries++) {
            cl_program program = api.createProgram(context, kernel.source());
            try {
                api.build(program, device.id(), kernel.options() + device.buildOptions());
                return program;
            } catch (ClException e) {
                String before = log;
                log = log(program);
                ClApi.quietly(() -> api.release(program));
                if (e.status() == CL.CL_BUILD_PROGRAM_FAILURE && !log.equals(before) && tries < MOST_TRIES) continue;
                throw new EngineException(
                        "The kernels do not build on " + device.name() + " (" + e.getMessage() + "): " + log, e);
            }
        }
    }

    private String log(cl_program program) {
        try {
            return api.buildLog(program, device.id());
        } catch (ClException e) {
            return "no build log; " + e.getMessage();
        }
    }

    @Override
    public void close() {
        programs.values().forEach(program -> ClApi.quietly(() -> api.release(program)));
    }
}
