package sc.fiji.imagetomask.engine;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Histograms;
import sc.fiji.imagetomask.tone.Tone;

/**
 * An engine that divides pixels into parts if they do not fit into the memory of its device. The bytes are the same,
 * and there is one notice. If the device is out of memory, the parts are half as large from then on.
 *
 * <p>Design decision: pixels in several parts do not stay on the device, but are copied to it again for each request.
 * So smaller parts need less memory.
 */
final class SplittingEngine implements Engine {

    /** If the device has no memory even for this number of pixels, it cannot be used. */
    static final int SMALLEST = 1 << 14;

    private final Engine engine;
    private final TileMemory memory;
    private final Consumer<String> notices;
    private int fitting;

    SplittingEngine(Engine engine, TileMemory memory, Consumer<String> notices) {
        this.engine = engine;
        this.memory = memory;
        this.notices = notices;
        fitting = engine.maxPixels();
    }

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public String device() {
        return engine.device();
    }

    @Override
    public int maxPixels() {
        return Integer.MAX_VALUE - 8;
    }

    @Override
    public int tilePixels() {
        return Math.min(fitting(), memory.pixels());
    }

    private synchronized int fitting() {
        return fitting;
    }

    /** @throws EngineException the failure, if it is not a lack of memory, or the parts cannot be smaller */
    private synchronized void halve(int pixels, EngineException failure) {
        if (!failure.isOutOfMemory() || pixels <= SMALLEST) throw failure;
        if (pixels > fitting) return;
        fitting = Math.max(SMALLEST, pixels / 2);
        Notices.once(
                "The device " + device()
                        + " has too little memory for large parts, so pictures are computed in smaller parts.",
                notices);
    }

    @Override
    public ChannelPlane plane(Pixels pixels, ChannelFormula formula) {
        return planes(pixels, List.of(formula)).get(0);
    }

    @Override
    public List<ChannelPlane> planes(Pixels pixels, List<ChannelFormula> formulas) {
        List<Parts> parts =
                formulas.stream().map(formula -> new Parts(pixels, formula)).toList();
        int n = pixels.length();
        if (n > fitting()) return List.copyOf(parts);
        try {
            List<ChannelPlane> planes = engine.planes(pixels, formulas);
            return IntStream.range(0, planes.size())
                    .mapToObj(i ->
                            planes.get(i).stored() != null ? planes.get(i) : new Whole(planes.get(i), parts.get(i)))
                    .toList();
        } catch (EngineException e) {
            halve(n, e);
            return List.copyOf(parts);
        }
    }

    @Override
    public List<Histograms> histograms(List<Pixels> sets, List<ChannelFormula> formulas) {
        long n = sets.stream().mapToLong(Pixels::length).sum();
        if (n <= fitting())
            try {
                return engine.histograms(sets, formulas);
            } catch (EngineException e) {
                halve((int) n, e);
            }
        return sets.stream().map(set -> inParts(set, formulas)).toList();
    }

    private Histograms inParts(Pixels set, List<ChannelFormula> formulas) {
        Histograms sum = Histograms.empty(formulas.size());
        for (int from = 0; from < set.length(); ) {
            int n = Math.min(fitting(), set.length() - from);
            try {
                sum = sum.plus(
                        engine.histograms(List.of(set.part(from, n)), formulas).get(0));
                from += n;
            } catch (EngineException e) {
                halve(n, e);
            }
        }
        return sum;
    }

    private interface Job {
        void run(ChannelPlane plane);
    }

    private interface PartJob {
        void run(ChannelPlane plane, int from, int n);
    }

    /** Pixels that fitted at first. They are divided into parts if the device has no memory for a request. */
    private final class Whole implements ChannelPlane {

        private final Parts parts;
        private ChannelPlane plane;

        Whole(ChannelPlane plane, Parts parts) {
            this.plane = plane;
            this.parts = parts;
        }

        @Override
        public int length() {
            return parts.length();
        }

        @Override
        public Histogram histogram() {
            Histogram[] result = new Histogram[1];
            work(p -> result[0] = p.histogram());
            return result[0];
        }

        @Override
        public Histogram histogram(MaskSpan inside) {
            Histogram[] result = new Histogram[1];
            work(p -> result[0] = p.histogram(inside));
            return result[0];
        }

        @Override
        public void apply(Tone tone, MaskSpan mask, MaskSpan out) {
            work(p -> p.apply(tone, mask, out));
        }

        private void work(Job job) {
            ChannelPlane current = current();
            try {
                job.run(current);
            } catch (EngineException e) {
                if (current == parts) throw e;
                halve(length(), e);
                split();
                job.run(parts);
            }
        }

        private synchronized ChannelPlane current() {
            return plane;
        }

        private synchronized void split() {
            plane.close();
            plane = parts;
        }

        @Override
        public synchronized void close() {
            plane.close();
        }
    }

    /** Pixels that do not fit into the device at once. */
    private final class Parts implements ChannelPlane {

        private final Pixels pixels;
        private final ChannelFormula formula;

        Parts(Pixels pixels, ChannelFormula formula) {
            this.pixels = pixels;
            this.formula = formula;
        }

        private void forEach(PartJob job) {
            for (int from = 0; from < length(); ) {
                int n = Math.min(fitting(), length() - from);
                try (ChannelPlane plane = engine.plane(pixels.part(from, n), formula)) {
                    job.run(plane, from, n);
                    from += n;
                } catch (EngineException e) {
                    halve(n, e);
                }
            }
        }

        @Override
        public int length() {
            return pixels.length();
        }

        @Override
        public Histogram histogram() {
            return sum((plane, from, n) -> plane.histogram());
        }

        @Override
        public Histogram histogram(MaskSpan inside) {
            return sum((plane, from, n) -> plane.histogram(inside.part(from, n)));
        }

        private Histogram sum(PartHistogram part) {
            Histogram[] sum = {Histogram.EMPTY};
            forEach((plane, from, n) -> sum[0] = sum[0].plus(part.of(plane, from, n)));
            return sum[0];
        }

        @Override
        public void apply(Tone tone, MaskSpan mask, MaskSpan out) {
            forEach((plane, from, n) -> plane.apply(tone, mask == null ? null : mask.part(from, n), out.part(from, n)));
        }

        @Override
        public void close() {}
    }

    private interface PartHistogram {
        Histogram of(ChannelPlane plane, int from, int n);
    }
}
