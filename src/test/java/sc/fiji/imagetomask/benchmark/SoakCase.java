package sc.fiji.imagetomask.benchmark;

import java.util.Random;
import sc.fiji.imagetomask.SomeFormulas;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;
import sc.fiji.imagetomask.tone.ToneTable;

/** A picture, its settings and the mask that must come out: of 8 bits by the definition, pixel by pixel; deeper by Java. */
final class SoakCase {

    private static final int LARGEST = 1 << 20;

    private final Pixels pixels;
    private final Channel channel;
    private final Levels levels;
    private final boolean invert;
    private final ByteSpan mask;
    private final byte[] right;

    SoakCase(Random random) {
        int n = 1 + (int) (LARGEST * Math.pow(random.nextDouble(), 5)); // mostly small
        boolean deep = random.nextInt(4) == 0;
        int[] argb = random.ints(n).toArray();
        pixels = deep ? deep(random, n) : new Pixels.Packed(argb, 0, n, random.nextBoolean());
        Channel any = Channel.values()[random.nextInt(Channel.values().length)];
        channel = deep && !hasNoJumps(any) ? Channel.LCH_C : any;
        // Near the black point a strong gamma makes whole grey levels of a value's last digit.
        double gray = (1 + random.nextInt(999)) / 100.0;
        levels = new Levels(random.nextInt(256), random.nextInt(256), deep ? Math.min(gray, 1) : gray);
        invert = random.nextBoolean();
        byte[] factors = new byte[n];
        random.nextBytes(factors);
        mask = random.nextBoolean() ? ByteSpan.of(factors) : null;
        right = deep ? mask(new JavaEngine()) : byDefinition(argb);
    }

    /** Hues jump at the ends of the circle, CIEDE2000 between opposite hues: there, a last digit makes another mask. */
    private static boolean hasNoJumps(Channel channel) {
        return channel != Channel.LCH_H && channel != Channel.DISTANCE_2000;
    }

    private static Pixels deep(Random random, int n) {
        Samples[] channels = new Samples[1 + random.nextInt(4)];
        for (int c = 0; c < channels.length; c++) {
            short[] values = new short[n];
            for (int i = 0; i < n; i++) values[i] = (short) random.nextInt();
            channels[c] = new Samples.Shorts(values, new Samples.Range(0, 65535));
        }
        return new Pixels.HighBitDepth(channels, 0, n);
    }

    private byte[] byDefinition(int[] argb) {
        int[] counts = new int[Histogram.BINS];
        int[] values = new int[argb.length];
        boolean opaque = !((Pixels.Packed) pixels).hasAlpha();
        for (int i = 0; i < values.length; i++) {
            values[i] = SomeFormulas.of(channel).value(opaque ? argb[i] | 0xff000000 : argb[i]);
            counts[values[i]]++;
        }
        ToneTable table = ToneTable.of(ClipRange.of(Histogram.of(counts)), levels, invert);
        byte[] result = new byte[values.length];
        for (int i = 0; i < result.length; i++) {
            int value = table.value(values[i]);
            result[i] = (byte) (mask == null ? value : ToneTable.masked(value, mask.get(i)));
        }
        return result;
    }

    /** The mask by that engine. */
    byte[] mask(Engine engine) {
        ByteSpan out = ByteSpan.allocate(pixels.length());
        try (ChannelPlane plane = engine.plane(pixels, SomeFormulas.of(channel))) {
            plane.apply(new Tone(ClipRange.of(plane.histogram()), levels, invert), mask, out);
        }
        return out.array();
    }

    /** Whether it is the right mask; of deeper pixels a value may be rounded the other way. */
    boolean isRight(byte[] result) {
        int allowed = pixels instanceof Pixels.HighBitDepth ? 1 : 0;
        for (int i = 0; i < right.length; i++)
            if (Math.abs((result[i] & 255) - (right[i] & 255)) > allowed) {
                System.err.printf(
                        "%s of %d %s, %s: value %d is %d, but must be %d%n",
                        channel,
                        right.length,
                        pixels.getClass().getSimpleName(),
                        levels,
                        i,
                        result[i] & 255,
                        right[i] & 255);
                return false;
            }
        return true;
    }
}
