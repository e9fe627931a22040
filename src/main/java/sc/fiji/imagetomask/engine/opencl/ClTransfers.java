package sc.fiji.imagetomask.engine.opencl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_mem;
import sc.fiji.imagetomask.memory.IdlePool;
import sc.fiji.imagetomask.threads.Together;

/**
 * Copies pixels from the heap to a device and masks back; large ones with several threads.
 *
 * <p>Design decision: a driver copies from and to the heap with one thread, at a fraction of the speed of memory. So a
 * processor's buffer is mapped, which costs no copy, and several threads fill it; for any other device several threads
 * fill pinned buffers, from which each thread sends its part through a queue of its own, so that copies and transfers
 * overlap. All calls block: JOCL's non-blocking transfers start a thread each, and many of them have crashed a JVM.
 */
final class ClTransfers implements AutoCloseable {

    /** The bytes that a thread transfers at once. */
    private static final int CHUNK = PinnedChunk.SIZE;
    /** The bytes that a thread copies into mapped memory at once. */
    private static final int COPIED = 1 << 19;
    /** The largest amount of unused pinned memory that is kept. */
    private static final long PINNED = 16L * CHUNK;
    /** Fewer bytes than this are transferred in one call. */
    private static final int SMALL = 1 << 19;
    /** The bytes that are mapped at once; a ByteBuffer has at most 2 GB. */
    private static final int MAPPED = 1 << 30;

    private final ClApi api;
    private final cl_context context;
    private final ClDevice device;
    private final ClWait wait;
    private final IdlePool<PinnedChunk> pinned = new IdlePool<>(PINNED, PinnedChunk::close);

    ClTransfers(ClApi api, cl_context context, ClDevice device, ClWait wait) {
        this.api = api;
        this.context = context;
        this.device = device;
        this.wait = wait;
    }

    /** Writes the span into the buffer from that byte on. */
    void write(cl_command_queue queue, ClBuffer buffer, long offset, HostSpan source) {
        if (source.length() == 0) return;
        cl_mem target = buffer.memory();
        ByteBuffer shared = buffer.shared();
        if (shared != null)
            inChunks(source, COPIED, (chunk, from) -> chunk.put(slice(shared, offset + from, chunk.bytes())));
        else if (source.bytes() < SMALL) api.write(queue, target, offset, source.bytes(), source.pointer());
        else if (device.isCpu()) inMapped(queue, target, true, offset, source, HostSpan::put);
        else
            inChunks(
                    source,
                    CHUNK,
                    (chunk, from) -> inPinned(host -> {
                        chunk.put(host.bytes());
                        api.write(host.queue(), target, offset + from, chunk.bytes(), Pointer.to(host.bytes()));
                    }));
    }

    /** Reads the span from the start of the buffer, after all commands in the queue are done. */
    void read(cl_command_queue queue, ClBuffer buffer, HostSpan target) {
        if (target.length() == 0) return;
        wait.untilDone(queue);
        cl_mem source = buffer.memory();
        ByteBuffer shared = buffer.shared();
        if (shared != null) inChunks(target, COPIED, (chunk, from) -> chunk.get(slice(shared, from, chunk.bytes())));
        else if (target.bytes() < SMALL) api.read(queue, source, 0, target.bytes(), target.pointer());
        else if (device.isCpu()) {
            inMapped(queue, source, false, 0, target, HostSpan::get);
            wait.untilDone(queue); // for the end of the mapping: whoever gets the memory next has another queue
        } else
            inChunks(
                    target,
                    CHUNK,
                    (chunk, from) -> inPinned(host -> {
                        api.read(host.queue(), source, from, chunk.bytes(), Pointer.to(host.bytes()));
                        chunk.get(host.bytes());
                    }));
    }

    private void inMapped(
            cl_command_queue queue,
            cl_mem memory,
            boolean write,
            long offset,
            HostSpan run,
            BiConsumer<HostSpan, ByteBuffer> copy) {
        int most = MAPPED / run.size();
        for (int start = 0; start < run.length(); start += most) {
            HostSpan part = run.part(start, Math.min(most, run.length() - start));
            long from = offset + (long) start * run.size();
            ByteBuffer mapped = api.map(queue, memory, write, from, part.bytes());
            try {
                inChunks(part, COPIED, (chunk, at) -> copy.accept(chunk, slice(mapped, at, chunk.bytes())));
            } finally {
                api.unmap(queue, memory, mapped);
            }
        }
    }

    /** Passes on the span in chunks of this number of bytes, each with the position of its first byte. */
    private static void inChunks(HostSpan run, int bytes, BiConsumer<HostSpan, Long> job) {
        int most = bytes / run.size();
        if (run.length() <= most) {
            job.accept(run, 0L);
            return;
        }
        List<Integer> starts = IntStream.iterate(0, start -> start < run.length(), start -> start + most)
                .boxed()
                .toList();
        Together.forEach(
                starts,
                start -> job.accept(run.part(start, Math.min(most, run.length() - start)), (long) start * run.size()));
    }

    private static ByteBuffer slice(ByteBuffer bytes, long from, long size) {
        return bytes.slice((int) from, (int) size).order(ByteOrder.nativeOrder());
    }

    private void inPinned(Consumer<PinnedChunk> job) {
        PinnedChunk chunk = pinned.take(CHUNK);
        if (chunk == null) chunk = new PinnedChunk(api, context, device);
        boolean done = false;
        try {
            job.accept(chunk);
            done = true;
        } finally {
            if (done) pinned.giveBack(chunk, CHUNK);
            else chunk.close();
        }
    }

    /** From now on nothing is released before {@link #close}. */
    void hold() {
        pinned.hold();
    }

    @Override
    public void close() {
        pinned.close();
    }

    /** Pinned memory of the host, which the device reads and writes directly, and a queue for one thread to send it through. */
    private static final class PinnedChunk implements AutoCloseable {

        /** Bytes. */
        static final int SIZE = 4 << 20;

        private final ClApi api;
        private final cl_command_queue queue;
        private cl_mem memory;
        private ByteBuffer bytes;

        PinnedChunk(ClApi api, cl_context context, ClDevice device) {
            this.api = api;
            queue = api.createQueue(context, device.id());
            try {
                memory = api.createBuffer(context, CL.CL_MEM_READ_WRITE | CL.CL_MEM_ALLOC_HOST_PTR, SIZE);
                bytes = api.map(queue, memory, true, 0, SIZE);
            } catch (RuntimeException | Error e) {
                close();
                throw e;
            }
        }

        cl_command_queue queue() {
            return queue;
        }

        ByteBuffer bytes() {
            return bytes;
        }

        @Override
        public void close() {
            if (bytes != null) ClApi.quietly(() -> api.unmap(queue, memory, bytes));
            if (memory != null) ClApi.quietly(() -> api.release(memory));
            ClApi.quietly(() -> api.release(queue));
        }
    }
}
