package sc.fiji.imagetomask.engine;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.tone.Histograms;

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
        return planes(pixels, List.of(formula)).get(0);
    }

    /** All on the same engine, the one that is faster for the first of them. */
    @Override
    public List<ChannelPlane> planes(Pixels pixels, List<ChannelFormula> formulas) {
        Engine one = first(pixels.length());
        if (one == null || speeds.isResting(one)) return onSecond(pixels, formulas);
        long start = System.nanoTime();
        try {
            if (pixels.length() > 0 && !speeds.firstIsFaster(one, second, pixels, formulas.get(0)))
                return onSecond(pixels, formulas);
            List<ChannelPlane> planes = one.planes(pixels, formulas);
            last = one;
            long spent = System.nanoTime() - start;
            return IntStream.range(0, planes.size())
                    .<ChannelPlane>mapToObj(i -> new Plane(pixels, formulas.get(i), planes.get(i), spent))
                    .toList();
        } catch (EngineException e) {
            failed(e, System.nanoTime() - start);
            return onSecond(pixels, formulas);
        }
    }

    @Override
    public List<Histograms> histograms(List<Pixels> sets, List<ChannelFormula> formulas) {
        List<Histograms> counted = onFirst(sets, formulas);
        return counted != null ? counted : second.histograms(sets, formulas);
    }

    @Override
    public List<CountedChannels> counted(List<Pixels> sets, List<ChannelFormula> formulas) {
        List<Histograms> counted = onFirst(sets, formulas);
        return counted != null ? CountedChannels.of(this, sets, counted) : second.counted(sets, formulas);
    }

    /** Null if the second engine is to count, which is the last one then. */
    private List<Histograms> onFirst(List<Pixels> sets, List<ChannelFormula> formulas) {
        int n = sets.stream().mapToInt(Pixels::length).sum();
        Engine one = first(n);
        if (n > 0 && one != null && !speeds.isResting(one)) {
            long start = System.nanoTime();
            try {
                if (speeds.firstCountsFaster(one, second, sets, formulas)) {
                    List<Histograms> counted = one.histograms(sets, formulas);
                    last = one;
                    return counted;
                }
            } catch (EngineException e) {
                failed(e, System.nanoTime() - start);
            }
        }
        last = second;
        return null;
    }

    private void tell(EngineException reason) {
        Notices.once("The " + second.name() + " engine is used: " + reason.getMessage(), notices);
    }

    private void failed(EngineException reason, long spent) {
        speeds.failed(first, spent);
        tell(reason);
    }

    private List<ChannelPlane> onSecond(Pixels pixels, List<ChannelFormula> formulas) {
        last = second;
        return second.planes(pixels, formulas);
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
            failed(reason, spent + more);
            plane = onSecond(pixels, List.of(formula)).get(0);
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
