package sc.fiji.imagetomask.engine;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Histograms;
import sc.fiji.imagetomask.tone.Tone;

/**
 * An engine that computes like another one, for tests: its planes are counted, a test can stop each step, and what it
 * says of itself can be changed.
 */
public final class WatchedEngine implements Engine {

    /** Is told of each step before it is done; what it throws is the step's failure. */
    @FunctionalInterface
    public interface Watch {

        /**
         * Before a step.
         *
         * @param step {@code plane}, {@code histogram} or {@code apply}; {@code histograms} of many channels
         * @param pixels of the plane, or of all sets that are counted
         */
        void before(String step, int pixels);
    }

    private final Engine engine;
    private final String name;
    private final String device;
    private final int maxPixels;
    private final int tilePixels;
    private final AtomicInteger planes = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private volatile Watch watch = (step, pixels) -> {};

    private WatchedEngine(Engine engine, String name, String device, int maxPixels, int tilePixels) {
        this.engine = engine;
        this.name = name;
        this.device = device;
        this.maxPixels = maxPixels;
        this.tilePixels = tilePixels;
    }

    /** Like that one. */
    public static WatchedEngine of(Engine engine) {
        return new WatchedEngine(engine, engine.name(), engine.device(), engine.maxPixels(), engine.tilePixels());
    }

    /** Like the Java engine, but with this name and device. */
    public static WatchedEngine java(String name, String device) {
        return of(new JavaEngine()).named(name).on(device);
    }

    /** The same with another name. */
    public WatchedEngine named(String other) {
        return new WatchedEngine(engine, other, device, maxPixels, tilePixels);
    }

    /** The same on a device of that name. */
    public WatchedEngine on(String other) {
        return new WatchedEngine(engine, name, other, maxPixels, tilePixels);
    }

    /** The same with planes of at most that many pixels. */
    public WatchedEngine ofPlanes(int pixels) {
        return new WatchedEngine(engine, name, device, pixels, Math.min(pixels, tilePixels));
    }

    /** The same with tiles of that many pixels. */
    public WatchedEngine ofTiles(int pixels) {
        return new WatchedEngine(engine, name, device, maxPixels, pixels);
    }

    /** Tells that watch of each step from now on; returns itself. */
    public WatchedEngine watch(Watch other) {
        watch = other;
        return this;
    }

    /** Fails at this step from now on, or at none if it is empty; returns itself. */
    public WatchedEngine failAt(String failing) {
        return watch((step, pixels) -> {
            if (step.equals(failing)) throw new EngineException(step + " failed.");
        });
    }

    /** How often a plane was asked for. */
    public int planes() {
        return planes.get();
    }

    /** How many planes are not closed. */
    public int open() {
        return open.get();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String device() {
        return device;
    }

    @Override
    public int maxPixels() {
        return maxPixels;
    }

    @Override
    public int tilePixels() {
        return tilePixels;
    }

    @Override
    public ChannelPlane plane(Pixels pixels, ChannelFormula formula) {
        planes.incrementAndGet();
        watch.before("plane", pixels.length());
        ChannelPlane plane = engine.plane(pixels, formula);
        open.incrementAndGet();
        return new WatchedPlane(plane);
    }

    @Override
    public List<ChannelPlane> planes(Pixels pixels, List<ChannelFormula> formulas) {
        planes.addAndGet(formulas.size());
        watch.before("plane", pixels.length());
        List<ChannelPlane> made = engine.planes(pixels, formulas);
        open.addAndGet(made.size());
        return made.stream().<ChannelPlane>map(WatchedPlane::new).toList();
    }

    @Override
    public List<Histograms> histograms(List<Pixels> sets, List<ChannelFormula> formulas) {
        watch.before("histograms", sets.stream().mapToInt(Pixels::length).sum());
        return engine.histograms(sets, formulas);
    }

    private final class WatchedPlane implements ChannelPlane {

        private final ChannelPlane plane;

        WatchedPlane(ChannelPlane plane) {
            this.plane = plane;
        }

        @Override
        public int length() {
            return plane.length();
        }

        @Override
        public Histogram histogram() {
            watch.before("histogram", length());
            return plane.histogram();
        }

        @Override
        public Histogram histogram(MaskSpan inside) {
            watch.before("histogram", length());
            return plane.histogram(inside);
        }

        @Override
        public void apply(Tone tone, MaskSpan mask, MaskSpan out) {
            watch.before("apply", length());
            plane.apply(tone, mask, out);
        }

        @Override
        public MaskSpan stored() {
            return name.equals(engine.name()) ? plane.stored() : null; // a device keeps nothing on the heap
        }

        @Override
        public ChannelPlane movedTo(MaskSpan place) {
            return plane.movedTo(place);
        }

        @Override
        public void close() {
            plane.close();
            open.decrementAndGet();
        }
    }
}
