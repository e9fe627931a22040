package sc.fiji.imagetomask.engine.opencl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.IntStream;
import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.cl_command_queue;
import org.jocl.cl_mem;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.tone.Clip;
import sc.fiji.imagetomask.tone.Levels;

/** A picture and its mask on a device, for the benchmark: masks made there, and copies of the same bytes. */
public final class DeviceBench implements AutoCloseable {

    private static final int PARTS = 4 * Runtime.getRuntime().availableProcessors();

    private final ClContext context;
    private final cl_command_queue queue;
    private final DeviceMasks masks;
    private final int[] argb;
    private final byte[] bytes;
    private final int n;
    private final ClBuffer picture;
    private final ClBuffer copy;
    private final ClBuffer mask;
    private final ClBuffer out;
    private cl_mem pinned;
    private ByteBuffer mapped;

    /** @param engine an OpenCL engine; its device is taken */
    public DeviceBench(Engine engine, int[] argb, byte[] mask) {
        context = context(engine);
        queue = context.api().createQueue(context.handle(), context.device().id());
        masks = new DeviceMasks(new ClContext(context.api(), context.device(), context.handle(), queue));
        this.argb = argb;
        bytes = mask;
        n = argb.length;
        picture = context.allocate(4L * n);
        copy = context.allocate(4L * n);
        this.mask = context.allocate(n);
        out = context.allocate(n);
        context.inLane(lane -> {
            lane.write(picture, 0, argb, 0, n);
            lane.write(this.mask, 0, ByteSpan.of(mask));
            return 0;
        });
    }

    private static ClContext context(Engine engine) {
        return ((OpenClEngine) OpenClEngines.shared().engine(engine.device())).context();
    }

    /** Whether the engine's device is the processor itself. */
    public static boolean isProcessor(Engine engine) {
        return context(engine).device().isCpu();
    }

    /** Makes the mask, from device memory to device memory. */
    public void mask(ChannelFormula formula, Levels levels, boolean masked) {
        DevicePixels pixels = new DevicePixels(
                DevicePixels.Format.PACKED, DevicePixels.planes(picture.memory(), 1, n, Samples.Range.UNIT), n, true);
        DeviceMasks.Factor factors =
                masked ? new DeviceMasks.Factor(mask.memory(), 0, DevicePixels.Format.BYTES) : null;
        masks.mask(pixels, formula, 0, Clip.AUTO, levels, false, factors, new DeviceMasks.Result(out.memory(), false));
        masks.finish();
    }

    /** Copies the picture on the device. */
    public void copyOnDevice() {
        CL.clEnqueueCopyBuffer(queue, picture.memory(), copy.memory(), 0, 0, 4L * n, 0, null, null);
        CL.clFinish(queue);
    }

    /** Picture, mask and result over pinned memory. */
    public void transferPinned(boolean masked) {
        pin();
        Pointer host = Pointer.to(mapped);
        CL.clEnqueueWriteBuffer(queue, picture.memory(), true, 0, 4L * n, host, 0, null, null);
        if (masked) CL.clEnqueueWriteBuffer(queue, mask.memory(), true, 0, n, host, 0, null, null);
        CL.clEnqueueReadBuffer(queue, out.memory(), true, 0, n, host, 0, null, null);
    }

    /** The same bytes between heap and pinned memory, by all threads. */
    public void copyToPinned(boolean masked) {
        pin();
        IntStream.range(0, PARTS).parallel().forEach(part -> {
            int start = (int) ((long) n * part / PARTS);
            int length = (int) ((long) n * (part + 1) / PARTS) - start;
            mapped.asIntBuffer().put(start, argb, start, length);
            if (masked) mapped.put(start, bytes, start, length);
            mapped.get(start, bytes, start, length);
        });
    }

    private void pin() {
        if (mapped != null) return;
        int[] status = new int[1];
        pinned = CL.clCreateBuffer(context.handle(), CL.CL_MEM_ALLOC_HOST_PTR, 4L * n, null, status);
        mapped = CL.clEnqueueMapBuffer(
                        queue, pinned, true, CL.CL_MAP_READ | CL.CL_MAP_WRITE, 0, 4L * n, 0, null, null, status)
                .order(ByteOrder.nativeOrder());
    }

    @Override
    public void close() {
        if (mapped != null) {
            CL.clEnqueueUnmapMemObject(queue, pinned, mapped, 0, null, null);
            CL.clReleaseMemObject(pinned);
        }
        for (ClBuffer buffer : new ClBuffer[] {picture, copy, mask, out}) buffer.close();
        masks.close();
        context.api().release(queue);
    }
}
