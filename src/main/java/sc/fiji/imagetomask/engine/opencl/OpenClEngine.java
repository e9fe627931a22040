package sc.fiji.imagetomask.engine.opencl;

import java.util.List;
import java.util.function.Supplier;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.tone.Histograms;

/** The engine on one OpenCL device; planes are buffers there. */
final class OpenClEngine implements Engine, AutoCloseable {

    /** Bytes of four channels of floats, which go to the device in one buffer. */
    private static final int LARGEST_PIXEL = 16;

    private final Supplier<ClContext> contexts;
    private final ClDevice device;
    private ClContext context;

    /** @param contexts makes the context, and a new one whenever the last one was lost with its device */
    OpenClEngine(ClDevice device, Supplier<ClContext> contexts) {
        this.device = device;
        this.contexts = contexts;
        context = contexts.get();
    }

    synchronized ClContext context() {
        if (context.isLost()) {
            ClContext lost = context;
            context = contexts.get();
            lost.close();
        }
        return context;
    }

    @Override
    public String name() {
        return "opencl";
    }

    @Override
    public String device() {
        return device.name();
    }

    @Override
    public int maxPixels() {
        long most = Math.min(device.maxAllocation() / LARGEST_PIXEL, device.memory() / (2 * LARGEST_PIXEL));
        return (int) Math.min(most, Integer.MAX_VALUE - 8);
    }

    @Override
    public ChannelPlane plane(Pixels pixels, ChannelFormula formula) {
        return planes(pixels, List.of(formula)).get(0);
    }

    @Override
    public List<ChannelPlane> planes(Pixels pixels, List<ChannelFormula> formulas) {
        ClContext there = context();
        return there.inLane(lane -> {
            try (SentPixels sent = SentPixels.of(there, lane, List.of(pixels))) {
                return ChannelPlane.forEach(formulas, formula -> plane(there, lane, sent.pixels(), formula));
            }
        });
    }

    private static ChannelPlane plane(ClContext there, ClLane lane, DevicePixels pixels, ChannelFormula formula) {
        return pixels.format().isHighBitDepth()
                ? OpenClHighBitDepthPlane.of(there, lane, pixels, formula)
                : OpenClBytePlane.of(there, lane, pixels, formula);
    }

    @Override
    public List<Histograms> histograms(List<Pixels> sets, List<ChannelFormula> formulas) {
        return OpenClCounts.canCount(sets)
                ? OpenClCounts.of(context(), sets, formulas)
                : Engine.super.histograms(sets, formulas);
    }

    @Override
    public synchronized void close() {
        context.close();
    }
}
