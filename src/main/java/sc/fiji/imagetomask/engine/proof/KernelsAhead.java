package sc.fiji.imagetomask.engine.proof;

import java.util.List;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.Pixels;

/**
 * Lets a device build the kernels of the next channels in another thread, while it computes with those that it has: first those for
 * 8-bit pixels, then those for 32-bit ones. What fails here fails again where the channel is tested, and is told there.
 */
final class KernelsAhead implements AutoCloseable {

    private static final List<Pixels> ONE = List.of(Layouts.packed(1, false), Layouts.floats(1));

    private final Thread thread;
    private volatile boolean stopped;

    private KernelsAhead(Engine engine, List<ChannelFormula> formulas) {
        thread = new Thread(() -> build(engine, formulas), "builds kernels ahead");
        thread.setDaemon(true);
        thread.start();
    }

    /** Begins with the first one. */
    static KernelsAhead of(Engine engine, List<ChannelFormula> formulas) {
        return new KernelsAhead(engine, formulas);
    }

    private void build(Engine engine, List<ChannelFormula> formulas) {
        try {
            for (Pixels pixel : ONE)
                for (ChannelFormula formula : formulas)
                    if (!stopped) engine.plane(pixel, formula).close();
        } catch (RuntimeException e) {
            stopped = true;
        }
    }

    /** Builds no more, and waits until the device is at rest. */
    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
