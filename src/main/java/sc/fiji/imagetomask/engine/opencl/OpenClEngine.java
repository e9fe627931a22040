package sc.fiji.imagetomask.engine.opencl;

import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.Pixels;

/** The engine on one OpenCL device; planes are buffers there. */
final class OpenClEngine implements Engine, AutoCloseable {

    /** Bytes of four channels of floats, which go to the device in one buffer. */
    private static final int LARGEST_PIXEL = 16;

    private final ClContext context;

    OpenClEngine(ClContext context) {
        this.context = context;
    }

    ClContext context() {
        return context;
    }

    @Override
    public String name() {
        return "opencl";
    }

    @Override
    public String device() {
        return context.device().name();
    }

    @Override
    public int maxPixels() {
        ClDevice device = context.device();
        long most = Math.min(device.maxAllocation() / LARGEST_PIXEL, device.memory() / (2 * LARGEST_PIXEL));
        return (int) Math.min(most, Integer.MAX_VALUE - 8);
    }

    @Override
    public ChannelPlane plane(Pixels pixels, Channel channel) {
        return pixels instanceof Pixels.EightBit bytes
                ? OpenClPlane.of(context, bytes, channel)
                : OpenClDeepPlane.of(context, (Pixels.Deep) pixels, channel);
    }

    @Override
    public void close() {
        context.close();
    }
}
