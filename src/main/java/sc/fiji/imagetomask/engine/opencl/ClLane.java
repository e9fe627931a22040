package sc.fiji.imagetomask.engine.opencl;

import java.util.HashMap;
import java.util.Map;
import org.jocl.cl_command_queue;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.tone.Histogram;

/** A queue with kernels of its own (a kernel holds its arguments), for one thread at a time. */
final class ClLane implements AutoCloseable {

    private static final int GROUP = 256;
    private static final byte[] NONE = new byte[4 * Histogram.BINS];
    private static final int GROUPS_PER_UNIT = 16;

    private final ClApi api;
    private final ClDevice device;
    private final ClWait wait;
    private final ClTransfers transfers;
    private final ClPrograms programs;
    private final cl_command_queue queue;
    private final boolean owned;
    private final ClMemory memory;
    private final Map<KernelSpec, Kernel> kernels = new HashMap<>();
    private ClBuffer counts;

    /** @param most the most work-items in a group */
    private record Kernel(cl_kernel handle, long most, long groupSize) {}

    /** @param owned whether the queue is released with the lane */
    ClLane(
            ClApi api,
            ClDevice device,
            ClWait wait,
            ClTransfers transfers,
            ClPrograms programs,
            ClMemory memory,
            cl_command_queue queue,
            boolean owned) {
        this.api = api;
        this.device = device;
        this.wait = wait;
        this.transfers = transfers;
        this.programs = programs;
        this.queue = queue;
        this.owned = owned;
        this.memory = memory;
    }

    void write(ClBuffer target, long offset, int[] numbers, int from, int n) {
        write(target, offset, HostSpan.of(numbers, from, n));
    }

    void write(ClBuffer target, long offset, ByteSpan bytes) {
        write(target, offset, HostSpan.of(bytes));
    }

    void write(ClBuffer target, float[] numbers) {
        write(target, 0, HostSpan.of(numbers, 0, numbers.length));
    }

    /** The n samples from that one on, as 16-bit numbers or as floats. */
    void write(ClBuffer target, long offset, Samples samples, int from, int n, boolean shorts) {
        if (shorts) write(target, offset, HostSpan.of(((Samples.Shorts) samples).data(), from, n));
        else if (samples instanceof Samples.Floats given) write(target, offset, HostSpan.of(given.data(), from, n));
        else write(target, offset, HostSpan.of(floats(samples, from, n), 0, n));
    }

    private void write(ClBuffer target, long offset, HostSpan source) {
        transfers.write(queue, target, offset, source);
    }

    private static float[] floats(Samples samples, int from, int n) {
        float[] floats = new float[n];
        for (int i = 0; i < n; i++) floats[i] = samples.stored(from + i);
        return floats;
    }

    /** Waits without a time limit. */
    void block() {
        api.finish(queue);
    }

    void finish() {
        wait.untilDone(queue);
    }

    /** 256 counts for a kernel, all 0. Before the next kernel takes them, they must be read or cleared. */
    ClBuffer counts() {
        if (counts == null) {
            counts = memory.take(4L * Histogram.BINS);
            clearUnused();
        }
        return counts;
    }

    /** Makes the counts 0 again when the kernels before have used them, while the host does other work. */
    void clearCounts() {
        clear(counts);
    }

    /** The same while no kernel uses them: memory that is shared needs no command. */
    private void clearUnused() {
        if (counts.shared() == null) clearCounts();
        else counts.shared().put(0, NONE);
    }

    /** The counts of a kernel, once it is done. */
    Histogram histogram() {
        int[] numbers = read(counts, Histogram.BINS);
        clearUnused();
        return Histogram.of(numbers);
    }

    /** Enqueues zeros into all of the buffer. */
    void clear(ClBuffer buffer) {
        api.clear(queue, buffer.memory(), buffer.size());
    }

    /** That many numbers of 32 bits from the start of the buffer, once the kernels before are done. */
    int[] read(ClBuffer source, int n) {
        int[] numbers = new int[n];
        transfers.read(queue, source, HostSpan.of(numbers, 0, n));
        return numbers;
    }

    void read(ClBuffer source, MaskSpan values) {
        HostSpan target = values instanceof MaskSpan.Floats floats
                ? HostSpan.of(floats.array(), floats.offset(), floats.length())
                : HostSpan.of((ByteSpan) values);
        transfers.read(queue, source, target);
    }

    /**
     * Enqueues the kernel with enough work-items for that many pixels.
     *
     * @param arguments buffers, ints, and vectors of longs or floats, in the kernel's order
     */
    void run(KernelSpec spec, int pixels, Object... arguments) {
        Kernel kernel = prepared(spec, arguments);
        api.run(queue, kernel.handle, workItems(pixels, kernel.groupSize), kernel.groupSize);
    }

    /** Whether a group of the kernel can have this number of work-items on this device. */
    boolean fitsOneGroup(KernelSpec spec, int workItems) {
        return kernels.computeIfAbsent(spec, this::create).most >= workItems;
    }

    /** Enqueues the kernel with one group of this number of work-items. */
    void runOneGroup(KernelSpec spec, int workItems, Object... arguments) {
        api.run(queue, prepared(spec, arguments).handle, workItems, workItems);
    }

    private Kernel prepared(KernelSpec spec, Object... arguments) {
        Kernel kernel = kernels.computeIfAbsent(spec, this::create);
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof ClBuffer buffer) api.setArgument(kernel.handle, i, buffer.memory());
            else if (arguments[i] instanceof cl_mem memory) api.setArgument(kernel.handle, i, memory);
            else if (arguments[i] instanceof Integer number) api.setArgument(kernel.handle, i, number.intValue());
            else if (arguments[i] instanceof float[] numbers) api.setArgument(kernel.handle, i, numbers);
            else if (arguments[i] instanceof long[] numbers) api.setArgument(kernel.handle, i, numbers);
            else throw new IllegalArgumentException("A kernel takes no " + arguments[i] + ".");
        }
        return kernel;
    }

    /** At least 16, for the pixels that fill no group of 16. */
    private long workItems(int pixels, long groupSize) {
        long groups = device.isCpu()
                ? 4L * device.units()
                : Math.min((pixels / 4 + groupSize - 1) / groupSize, (long) GROUPS_PER_UNIT * device.units());
        return Math.max(groups, (16 + groupSize - 1) / groupSize) * groupSize;
    }

    private Kernel create(KernelSpec spec) {
        cl_kernel handle = api.createKernel(programs.with(spec), spec.name());
        try {
            long most = Math.min(api.workGroupSize(handle, device.id()), device.maxGroup());
            return new Kernel(handle, most, device.isCpu() ? 1 : Math.min(GROUP, most));
        } catch (ClException e) {
            ClApi.quietly(() -> api.release(handle));
            throw e;
        }
    }

    @Override
    public void close() {
        kernels.values().forEach(kernel -> ClApi.quietly(() -> api.release(kernel.handle)));
        kernels.clear();
        if (counts != null) {
            if (counts.shared() == null) ClApi.quietly(() -> api.finish(queue)); // it may still be clearing them
            counts.close();
        }
        if (owned) ClApi.quietly(() -> api.release(queue));
    }
}
