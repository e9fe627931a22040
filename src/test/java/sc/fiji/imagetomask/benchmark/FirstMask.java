package sc.fiji.imagetomask.benchmark;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

/**
 * How long the first mask of a process takes, 1024 x 1024 pixels of one channel, from choosing an engine on: devices are
 * found, kernels built, engines compared. Prints the engine, milliseconds of the first and of the second mask, and those
 * since the process started.
 */
public final class FirstMask {

    private FirstMask() {}

    /** @param args the engine and the channel */
    public static void main(String[] args) {
        SmoothNoise picture = SmoothNoise.of(1024);
        Pixels pixels = new Pixels.Packed(picture.argb(), 0, picture.argb().length, false);
        long start = System.nanoTime();
        Engine engine = EngineChoice.of(args[0], null, System.err::println).engine();
        mask(engine, pixels, Channel.of(args[1]));
        double first = (System.nanoTime() - start) / 1e6;
        start = System.nanoTime();
        mask(engine, pixels, Channel.of(args[1]));
        double second = (System.nanoTime() - start) / 1e6;
        long up = ManagementFactory.getRuntimeMXBean().getUptime();
        System.out.printf(
                Locale.ROOT,
                "%s\tfirst %.0f ms\tsecond %.1f ms\tsince start of the JVM %d ms\t%s%n",
                Arrays.toString(args),
                first,
                second,
                up,
                engine.device());
    }

    private static void mask(Engine engine, Pixels pixels, Channel channel) {
        try (ChannelPlane plane = engine.plane(pixels, channel)) {
            Tone tone = new Tone(ClipRange.of(plane.histogram()), new Levels(20, 230, 1.3), false);
            plane.apply(tone, null, ByteSpan.allocate(pixels.length()));
        }
    }
}
