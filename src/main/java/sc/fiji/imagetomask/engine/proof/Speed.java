package sc.fiji.imagetomask.engine.proof;

import java.util.Arrays;
import java.util.Locale;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

/** How many pixels per second become masks of one channel, and how that compares with a copy of the picture there. */
record Speed(Channel channel) implements Check {

    private static final int STANDARD = 2048 * 2048;
    private static final int FULL = 8192 * 8192;
    private static final int MOST_RUNS = 15;
    private static final long ENOUGH_NANOS = 400_000_000;
    private static final Levels LEVELS = new Levels(20, 230, 1.3);

    @Override
    public String name() {
        return "speed of " + channel.label();
    }

    @Override
    public String run(Subject subject, Clock clock) {
        int n = (int)
                Math.min(clock.isFull() ? FULL : STANDARD, Runtime.getRuntime().maxMemory() / 32);
        int[] argb = new int[n];
        for (int i = 0; i < n; i++) argb[i] = 0xff000000 | i * 0x9e3779b1 >>> 8;
        double copy;
        try (Subject.Copy copies = subject.copy(n)) {
            copy = seconds(copies::run, clock);
        }
        clock.step(1, 3);
        byte[] result = new byte[n];
        double host = seconds(() -> mask(subject.engine(), argb, result), clock);
        clock.step(2, 3);
        String text = String.format(Locale.ROOT, "%.0f Mpixel/s", n / host / 1e6);
        try (Subject.OnDevice picture = subject.onDevice(argb)) {
            if (picture == null) return text + String.format(Locale.ROOT, ", %.1f x a copy", host / copy);
            double staying = seconds(() -> picture.make(ChannelFormula.of(channel), 0, LEVELS, false), clock);
            text += String.format(
                    Locale.ROOT,
                    " (%.1f x a copy there); staying there %.0f Mpixel/s, %.1f x",
                    host / copy,
                    n / staying / 1e6,
                    staying / copy);
        }
        clock.step(1, 1);
        return text;
    }

    private void mask(Engine engine, int[] argb, byte[] result) {
        try (ChannelPlane plane = engine.plane(new Pixels.Packed(argb, 0, argb.length, false), channel)) {
            Tone tone = new Tone(ClipRange.of(plane.histogram()), LEVELS, false);
            plane.apply(tone, null, ByteSpan.of(result));
        }
    }

    /** The median of some runs, after the first ones. */
    private static double seconds(Runnable job, Clock clock) {
        double[] spent = new double[MOST_RUNS];
        for (int i = 0; i < 3; i++) job.run();
        long begin = System.nanoTime();
        int runs = 0;
        while (runs < 3 || runs < MOST_RUNS && System.nanoTime() - begin < ENOUGH_NANOS) {
            if (clock.isOver()) throw new Clock.NoTimeException("no time was left to measure it");
            long start = System.nanoTime();
            job.run();
            spent[runs++] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(spent, 0, runs);
        return spent[runs / 2];
    }
}
