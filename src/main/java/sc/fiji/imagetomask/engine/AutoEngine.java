package sc.fiji.imagetomask.engine;

import java.util.function.Consumer;
import java.util.function.Function;
import sc.fiji.imagetomask.channel.ChannelFormula;

/**
 * The faster of two engines that give the same bytes. It uses only the second one until the provider offers the first
 * one. If the first one fails, the second one finishes the work, with one notice; {@link Speeds} decides when the first
 * one is tried again. Name and device are those of the engine that worked last.
 */
final class AutoEngine implements Engine {

    private final EngineProvider provider;
    private final Engine second;
    private final Speeds speeds;
    private final TileMemory memory;
    private final Consumer<String> notices;
    private volatile Engine first;
    private volatile Engine last;

    AutoEngine(EngineProvider provider, Engine second, Speeds speeds, TileMemory memory, Consumer<String> notices) {
        this.provider = provider;
        this.second = second;
        this.speeds = speeds;
        this.memory = memory;
        this.notices = notices;
        last = second;
    }

    @Override
    public String name() {
        return last.name();
    }

    @Override
    public String device() {
        return last.device();
    }

    @Override
    public int maxPixels() {
        return second.maxPixels();
    }

    @Override
    public int tilePixels() {
        Engine one = first;
        return (one == null ? second : one).tilePixels();
    }

    /** Null if there is none for this number of pixels. */
    private Engine first(int pixels) {
        if (first == null)
            try {
                Offer offer = provider.automatic(pixels);
                if (offer.notice() != null) Notices.once(offer.notice(), notices);
                if (offer.engine() != null) first = new SplittingEngine(offer.engine(), memory, notices);
            } catch (EngineException e) {
                tell(e);
            }
        return first;
    }

    @Override
    public ChannelPlane plane(Pixels pixels, ChannelFormula formula) {
        Engine one = first(pixels.length());
        if (one == null || speeds.isResting(one)) return onSecond(pixels, formula);
        long start = System.nanoTime();
        try {
            if (pixels.length() > 0 && !speeds.firstIsFaster(one, second, pixels, formula))
                return onSecond(pixels, formula);
            ChannelPlane plane = one.plane(pixels, formula);
            last = one;
            return new Plane(pixels, formula, plane, System.nanoTime() - start);
        } catch (EngineException e) {
            return fallback(e, System.nanoTime() - start, pixels, formula);
        }
    }

    private void tell(EngineException reason) {
        Notices.once("The " + second.name() + " engine is used: " + reason.getMessage(), notices);
    }

    private ChannelPlane fallback(EngineException reason, long spent, Pixels pixels, ChannelFormula formula) {
        speeds.failed(first, spent);
        tell(reason);
        return onSecond(pixels, formula);
    }

    private ChannelPlane onSecond(Pixels pixels, ChannelFormula formula) {
        last = second;
        return second.plane(pixels, formula);
    }

    private final class Plane extends ReplaceablePlane {

        private final ChannelFormula formula;
        private final long spent;
        private ChannelPlane plane;
        private boolean replaced;

        /** @param spent nanoseconds that the plane took */
        Plane(Pixels pixels, ChannelFormula formula, ChannelPlane plane, long spent) {
            super(pixels);
            this.formula = formula;
            this.plane = plane;
            this.spent = spent;
        }

        @Override
        <T> T work(Function<ChannelPlane, T> job) {
            ChannelPlane current = current();
            long start = System.nanoTime();
            try {
                return job.apply(current);
            } catch (EngineException e) {
                return job.apply(replace(current, e, System.nanoTime() - start));
            }
        }

        private synchronized ChannelPlane current() {
            return plane;
        }

        private synchronized ChannelPlane replace(ChannelPlane failed, EngineException reason, long more) {
            if (plane != failed) return plane;
            if (replaced) throw reason;
            plane = fallback(reason, spent + more, pixels, formula);
            replaced = true;
            failed.close();
            return plane;
        }

        @Override
        public synchronized void close() {
            plane.close();
        }
    }
}
