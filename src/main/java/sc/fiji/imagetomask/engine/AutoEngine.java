package sc.fiji.imagetomask.engine;

import java.util.function.Consumer;
import java.util.function.Function;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Tone;

/**
 * The faster of two engines, which give the same bytes. What the first one fails at is finished on the second one, with
 * one notice; {@link Speeds} tells when the first one is tried again. Its name and device are those that worked last.
 */
final class AutoEngine implements Engine {

    private final Engine first;
    private final Engine second;
    private final Speeds speeds;
    private final Consumer<String> notices;
    private volatile Engine last;

    AutoEngine(Engine first, Engine second, Speeds speeds, Consumer<String> notices) {
        this.first = first;
        this.second = second;
        this.speeds = speeds;
        this.notices = notices;
        last = first;
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
        return first.maxPixels();
    }

    @Override
    public int tilePixels() {
        return first.tilePixels();
    }

    @Override
    public ChannelPlane plane(Pixels pixels, Channel channel) {
        if (speeds.isResting(first)) return onSecond(pixels, channel);
        long start = System.nanoTime();
        try {
            if (pixels.length() > 0 && !speeds.firstIsFaster(first, second, pixels, channel))
                return onSecond(pixels, channel);
            ChannelPlane plane = first.plane(pixels, channel);
            last = first;
            return new Plane(pixels, channel, plane, System.nanoTime() - start);
        } catch (EngineException e) {
            return fallback(e, System.nanoTime() - start, pixels, channel);
        }
    }

    private ChannelPlane fallback(EngineException reason, long spent, Pixels pixels, Channel channel) {
        speeds.failed(first, spent);
        Notices.once("The " + second.name() + " engine is used: " + reason.getMessage(), notices);
        return onSecond(pixels, channel);
    }

    private ChannelPlane onSecond(Pixels pixels, Channel channel) {
        last = second;
        return second.plane(pixels, channel);
    }

    private final class Plane implements ChannelPlane {

        private final Pixels pixels;
        private final Channel channel;
        private final long spent;
        private ChannelPlane plane;
        private boolean replaced;

        /** @param spent nanoseconds that the plane took */
        Plane(Pixels pixels, Channel channel, ChannelPlane plane, long spent) {
            this.pixels = pixels;
            this.channel = channel;
            this.plane = plane;
            this.spent = spent;
        }

        @Override
        public int length() {
            return pixels.length();
        }

        @Override
        public Histogram histogram() {
            return work(ChannelPlane::histogram);
        }

        @Override
        public Histogram histogram(MaskRun inside) {
            return work(p -> p.histogram(inside));
        }

        @Override
        public void apply(Tone tone, MaskRun mask, MaskRun out) {
            work(p -> {
                p.apply(tone, mask, out);
                return null;
            });
        }

        private <T> T work(Function<ChannelPlane, T> job) {
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
            plane = fallback(reason, spent + more, pixels, channel);
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
