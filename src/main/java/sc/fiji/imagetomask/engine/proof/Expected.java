package sc.fiji.imagetomask.engine.proof;

import java.util.function.DoubleSupplier;
import java.util.function.IntUnaryOperator;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;
import sc.fiji.imagetomask.tone.ToneTable;

/** Compares what an engine makes of pixels with the formulas of the channels and tones, pixel by pixel. */
final class Expected {

    /** Leaves every value as it is. */
    static final Tone IDENTITY = new Tone(new ClipRange(0, 255), Levels.NONE, false);

    /** The most by which values of 16-bit and 32-bit images may differ from those of Java, on a scale of 255. */
    private static final double BOUND = 0.002;

    /** The same for CIEDE2000, which has no value in between where one colour is grey or both hues are opposite. */
    private static final double JUMP = 0.05;

    private Expected() {}

    /** Makes plane, histogram and mask of 8-bit pixels; what is returned compares them. */
    static Runnable made(Engine engine, Pixels.EightBit pixels, ChannelFormula formula, Tone tone, ByteSpan factors) {
        return made(engine, pixels, formula, tone, factors, ByteSpan.allocate(pixels.length()));
    }

    /** The same with the mask in a given place. */
    static Runnable made(
            Engine engine,
            Pixels.EightBit pixels,
            ChannelFormula formula,
            Tone tone,
            ByteSpan factors,
            ByteSpan result) {
        try (ChannelPlane plane = engine.plane(pixels, formula)) {
            plane.apply(tone, factors, result);
            Histogram histogram = plane.histogram();
            return () -> check(pixels, formula, tone, factors, result, histogram);
        }
    }

    private static void check(
            Pixels.EightBit pixels,
            ChannelFormula formula,
            Tone tone,
            ByteSpan factors,
            ByteSpan result,
            Histogram histogram) {
        int n = pixels.length();
        int[] argb = new int[n];
        pixels.pack(0, n, argb);
        ToneTable table = tone.table();
        IntUnaryOperator values = formula.values();
        long[] counts = new long[Histogram.BINS];
        for (int i = 0; i < n; i++) {
            int value = values.applyAsInt(argb[i]);
            counts[value]++;
            int expected = factors == null ? table.value(value) : ToneTable.masked(table.value(value), factors.get(i));
            if (result.get(i) != expected)
                throw new DifferenceException("%s of colour %08x is %d, but must be %d (pixel %d of %d)."
                        .formatted(formula.channel().label(), argb[i], result.get(i), expected, i, n));
        }
        check(histogram, Histogram.of(counts), formula);
    }

    static void check(Histogram histogram, Histogram expected, ChannelFormula formula) {
        for (int v = 0; v < Histogram.BINS; v++)
            if (histogram.count(v) != expected.count(v))
                throw new DifferenceException("The histogram of %s counts %d pixels of value %d, but must count %d."
                        .formatted(formula.channel().label(), histogram.count(v), v, expected.count(v)));
    }

    /** Makes the values of pixels of high bit depth; what is returned compares them, and gives the largest difference on a scale of 255. */
    static DoubleSupplier made(Engine engine, Pixels.HighBitDepth pixels, ChannelFormula formula) {
        MaskSpan.Floats result = MaskSpan.Floats.allocate(pixels.length());
        try (ChannelPlane plane = engine.plane(pixels, formula)) {
            plane.apply(IDENTITY, null, result);
        }
        return () -> worst(pixels, formula, result);
    }

    private static double worst(Pixels.HighBitDepth pixels, ChannelFormula formula, MaskSpan.Floats result) {
        double worst = 0;
        for (int i = 0; i < pixels.length(); i++) {
            float expected = formula.value(pixels.red(i), pixels.green(i), pixels.blue(i), pixels.alpha(i));
            double value = 255.0 * result.array()[i];
            float chroma = Channel.LCH_C.value(pixels.red(i), pixels.green(i), pixels.blue(i), 1);
            double difference = ProofFormulas.difference(formula.channel(), value, expected, chroma);
            if (!(difference <= (formula.channel() == Channel.DISTANCE_2000 ? JUMP : BOUND)))
                throw new DifferenceException("%s of red %s, green %s, blue %s is %.4f, but must be %.4f."
                        .formatted(
                                formula.channel().label(),
                                pixels.red(i),
                                pixels.green(i),
                                pixels.blue(i),
                                value,
                                expected));
            worst = Math.max(worst, difference);
        }
        return worst;
    }
}
