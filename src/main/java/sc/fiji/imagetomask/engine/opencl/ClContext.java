package sc.fiji.imagetomask.engine.opencl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jocl.CL;
import org.jocl.cl_context;
import org.jocl.cl_program;
import sc.fiji.imagetomask.channel.Lab;
import sc.fiji.imagetomask.engine.EngineException;

/**
 * OpenCL's context on one device, with the programs built for it and the {@linkplain ClLane lanes} to work in. Kept
 * between calls; safe for use from several threads, each in a lane of its own.
 */
final class ClContext implements AutoCloseable {

    private final ClApi api;
    private final ClDevice device;
    private final cl_context context;
    private final Map<String, cl_program> programs = new ConcurrentHashMap<>();
    private final ClBuffer[] labNodes = new ClBuffer[3];
    private final Deque<ClLane> idle = new ArrayDeque<>();
    private boolean closed;

    ClContext(ClApi api, ClDevice device) {
        this.api = api;
        this.device = device;
        context = api.createContext(device.platform(), device.id());
    }

    ClApi api() {
        return api;
    }

    ClDevice device() {
        return device;
    }

    /**
     * Does the work in a lane that nobody else works in meanwhile. Lanes are kept for the next one; a lane in which
     * work failed is not.
     */
    <T> T inLane(Function<ClLane, T> work) {
        ClLane lane = take();
        boolean done = false;
        try {
            T result = work.apply(lane);
            done = true;
            return result;
        } finally {
            if (done) giveBack(lane);
            else lane.close();
        }
    }

    private synchronized ClLane take() {
        if (closed) throw new EngineException("The OpenCL device is closed.");
        ClLane lane = idle.poll();
        return lane != null ? lane : new ClLane(this, api.createQueue(context, device.id()));
    }

    private synchronized void giveBack(ClLane lane) {
        if (closed) lane.close();
        else idle.push(lane);
    }

    /** Memory of that many bytes on the device. */
    ClBuffer allocate(long size) {
        return new ClBuffer(api, api.createBuffer(context, CL.CL_MEM_READ_WRITE, Math.max(size, 4)), size);
    }

    /** The nodes of a component of {@link Lab}, on the device, as 16-bit numbers. */
    synchronized ClBuffer labNodes(int component, ClLane lane) {
        if (labNodes[component] == null) {
            char[] nodes = Lab.nodes(component);
            ClBuffer buffer = allocate(2L * nodes.length);
            try {
                lane.write(buffer, 0, nodes);
            } catch (EngineException e) {
                buffer.close();
                throw e;
            }
            labNodes[component] = buffer;
        }
        return labNodes[component];
    }

    /** The program that holds this kernel, built at its first use; lanes that do not need it go on meanwhile. */
    cl_program program(KernelSpec kernel) {
        return programs.computeIfAbsent(kernel.program(), key -> build(kernel));
    }

    private cl_program build(KernelSpec kernel) {
        cl_program program = api.createProgram(context, kernel.source());
        try {
            api.build(program, device.id(), kernel.options() + (device.isCpu() ? " -D ON_CPU" : ""));
            return program;
        } catch (ClException e) {
            String log = log(program);
            Release.quietly(() -> api.release(program));
            throw new EngineException(
                    "The kernels do not build on " + device.name() + " (" + e.getMessage() + "): " + log, e);
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
    public synchronized void close() {
        if (closed) return;
        closed = true;
        idle.forEach(ClLane::close);
        for (ClBuffer nodes : labNodes) if (nodes != null) nodes.close();
        programs.values().forEach(program -> Release.quietly(() -> api.release(program)));
        Release.quietly(() -> api.release(context));
    }
}
