package sc.fiji.imagetomask.engine.opencl;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.EngineException;

/**
 * OpenCL's context on one device, with the programs built for it and the {@linkplain ClLane lanes} to work in. Kept
 * between calls; safe for use from several threads, each in a lane of its own.
 */
final class ClContext implements AutoCloseable {

    /** The time limit for work on a device: a plane takes at most a second, on a busy processor a little more. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** The time limit for a lane in which work failed to become idle. */
    private static final int ATTEMPTS = 3;

    private final ClApi api;
    private final ClDevice device;
    private final cl_context context;
    private final cl_command_queue queue;
    private final ClPrograms programs;
    private final boolean isBuiltHere;
    private final ClTables tables = new ClTables(this::stored);
    private final ClMemory memory;
    private final ClTransfers transfers;
    private final Deque<ClLane> idle = new ArrayDeque<>();
    private final ClWait wait;
    private boolean closed;
    private volatile boolean lost;
    private int busy;

    /** A new context on that device. */
    ClContext(ClApi api, ClDevice device) {
        this(api, device, LIMIT);
    }

    /** @param limit how long to wait for the device at most */
    ClContext(ClApi api, ClDevice device, Duration limit) {
        this(api, device, api.createContext(device.platform(), device.id()), null, null, limit);
    }

    /**
     * A context that belongs to another program, and is never released here.
     *
     * @param queue the queue that all work goes through, never released either; null: our own context and queues
     */
    ClContext(ClApi api, ClDevice device, cl_context context, cl_command_queue queue) {
        this(api, device, context, queue, null, LIMIT);
    }

    /** @param built the programs of another object for the same context, which outlives this one; null: none */
    private ClContext(
            ClApi api, ClDevice device, cl_context context, cl_command_queue queue, ClPrograms built, Duration limit) {
        wait = new ClWait(api, device.name(), limit.toNanos());
        this.api = api;
        this.device = device;
        this.context = context;
        this.queue = queue;
        // through a queue of another program, commands that use a buffer may still run when the next work begins
        memory = new ClMemory(api, context, device.memory() / 4, device.sharesMemory() && queue == null);
        transfers = new ClTransfers(api, context, device, wait);
        isBuiltHere = built == null;
        programs = isBuiltHere ? new ClPrograms(api, context, device) : built;
    }

    /** The same context for work that goes through that queue only. It uses the programs of this object, and must be closed before it. */
    ClContext through(cl_command_queue other) {
        return new ClContext(api, device, context, other, programs, LIMIT);
    }

    ClApi api() {
        return api;
    }

    cl_context handle() {
        return context;
    }

    ClDevice device() {
        return device;
    }

    /**
     * Does the work in a lane that no other thread uses at the same time. Lanes are kept for later work, except a lane
     * in which work failed. If the device hangs, nothing of this context is used or released until it has answered.
     *
     * <p>Buffers that are closed during the work are used again only when all enqueued commands are done. If work
     * fails, kernels may still be running, and must not meet other pixels in their buffers.
     */
    <T> T inLane(Function<ClLane, T> work) {
        ClLane lane = take();
        boolean done = false;
        boolean hung = false;
        memory.keepApart();
        try {
            T result = work.apply(lane);
            done = true;
            return result;
        } catch (ClWait.HungException e) {
            hung = true;
            throw e;
        } catch (ClException e) {
            if (e.isLoss()) lost = true;
            throw e;
        } finally {
            boolean idle = !hung && (done || isIdle(lane));
            if (!idle) abandon(lane);
            memory.settle();
            if (idle) leave(lane, done);
        }
    }

    /** Waits for all commands in the lane, several times if that fails. Returns whether they are done. */
    private static boolean isIdle(ClLane lane) {
        for (int i = 0; i < ATTEMPTS; i++)
            try {
                lane.finish();
                return true;
            } catch (ClWait.HungException e) {
                return false;
            } catch (ClException e) {
                // once more
            }
        return false;
    }

    private synchronized ClLane take() {
        if (closed || lost) throw new EngineException("The OpenCL device " + device.name() + " was closed or lost.");
        ClLane lane = idle.poll();
        if (lane == null) lane = queue != null ? lane(queue, false) : lane(api.createQueue(context, device.id()), true);
        busy++;
        return lane;
    }

    private ClLane lane(cl_command_queue work, boolean owned) {
        return new ClLane(api, device, wait, transfers, programs, memory, work, owned);
    }

    private synchronized void leave(ClLane lane, boolean well) {
        busy--;
        if (well && !closed) idle.push(lane);
        else lane.close();
        if (closed && busy == 0) release();
    }

    /** Whether a new context is needed, because this one takes no more work. */
    boolean isLost() {
        return lost;
    }

    private synchronized void abandon(ClLane lane) {
        lost = true;
        memory.hold();
        transfers.hold();
        Thread patient = new Thread(() -> leaveOnceDone(lane), "Image To Mask: waits for " + device.name());
        patient.setDaemon(true);
        patient.start();
    }

    /** Waits without a time limit, in a separate thread. */
    private void leaveOnceDone(ClLane lane) {
        ClApi.quietly(lane::block);
        leave(lane, false);
    }

    /** Memory of that many bytes on the device; closing it gives it back to the pool. */
    ClBuffer allocate(long size) {
        return memory.take(size);
    }

    /** Makes something from new memory, which it keeps. If that fails, the memory is freed. */
    <T> T keeping(long size, Function<ClBuffer, T> make) {
        ClBuffer buffer = allocate(size);
        try {
            return make.apply(buffer);
        } catch (RuntimeException | Error e) {
            buffer.close();
            throw e;
        }
    }

    /** The lookup tables for the kernels of a channel. */
    ClTables tables() {
        return tables;
    }

    /** Bytes of the host, on the device. */
    ClBuffer stored(ClLane lane, ByteSpan bytes) {
        return stored(bytes.length(), buffer -> lane.write(buffer, 0, bytes));
    }

    private ClBuffer stored(long size, Consumer<ClBuffer> write) {
        return keeping(size, buffer -> {
            write.accept(buffer);
            return buffer;
        });
    }

    /** Takes no more work, and releases everything when the last work is done. */
    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        if (busy == 0) release();
    }

    private void release() {
        idle.forEach(ClLane::close);
        tables.close();
        transfers.close();
        memory.close();
        if (isBuiltHere) programs.close();
        if (queue == null) ClApi.quietly(() -> api.release(context));
    }
}
