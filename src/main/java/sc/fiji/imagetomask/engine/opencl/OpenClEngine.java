package sc.fiji.imagetomask.engine.opencl;

import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.ByteRun;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.tone.Histogram;

/** The engine on one OpenCL device; planes are buffers there. */
final class OpenClEngine implements Engine, AutoCloseable {

    private final ClContext context;

    OpenClEngine(ClContext context) {
        this.context = context;
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
        long most = Math.min(device.maxAllocation() / 4, device.memory() / 16);
        return (int) Math.min(most, Integer.MAX_VALUE - 8);
    }

    @Override
    public ChannelPlane plane(Pixels pixels, Channel channel) {
        return context.inLane(lane -> {
            ClBuffer values = context.allocate(pixels.length());
            try {
                return new OpenClPlane(context, values, pixels.length(), fill(lane, values, pixels, channel));
            } catch (EngineException e) {
                values.close();
                throw e;
            }
        });
    }

    private Histogram fill(ClLane lane, ClBuffer values, Pixels pixels, Channel channel) {
        try (ClBuffer source = context.allocate(bytes(pixels));
                ClBuffer counts = context.allocate(4L * Histogram.BINS)) {
            write(lane, source, pixels);
            lane.clear(counts);
            lane.run(
                    KernelSpec.channel(channel, pixels),
                    pixels.length(),
                    source,
                    (long) pixels.length(),
                    pixels.length(),
                    channel.ordinal() < 3 ? context.labNodes(channel.ordinal(), lane) : source,
                    values,
                    counts);
            return OpenClPlane.histogram(lane, counts);
        }
    }

    private static long bytes(Pixels pixels) {
        return pixels instanceof Pixels.Planar planar
                ? (long) planar.channels().length * planar.length()
                : 4L * pixels.length();
    }

    private static void write(ClLane lane, ClBuffer source, Pixels pixels) {
        if (pixels instanceof Pixels.Packed packed)
            lane.write(source, 0, packed.data(), packed.offset(), packed.length());
        else if (pixels instanceof Pixels.Planar planar)
            for (int c = 0; c < planar.channels().length; c++)
                lane.write(
                        source,
                        (long) c * planar.length(),
                        new ByteRun(planar.channels()[c], planar.offset(), planar.length()));
    }

    @Override
    public void close() {
        context.close();
    }
}
