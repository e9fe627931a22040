package sc.fiji.imagetomask.engine.proof;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

/** Channels and tones of 16-bit and 32-bit images, which may differ from Java's values within a bound. */
final class HighBitDepth implements Check {

    private static final int STANDARD = 20_003;
    private static final int FULL = 500_003;
    /** Of the values of a mask, 0..1. */
    private static final double TONE_BOUND = 1e-4;

    private static final List<Tone> TONES = List.of(
            new Tone(new ClipRange(30, 200), new Levels(40, 180, 1.7), false),
            new Tone(new ClipRange(30, 200), new Levels(180, 40, 0.4), true),
            new Tone(new ClipRange(30, 200), new Levels(20, 60, 1.7, 90, 160), true),
            new Tone(new ClipRange(70, 70), Levels.NONE, true));

    /**
     * Kernels for whole numbers differ from the others in how they read them; those of hue and saturation also in how they compute.
     * So some are enough in a test that is not full.
     */
    private static final List<ChannelFormula> OF_SHORTS =
            Stream.of(Channel.RGB_G, Channel.HSV_H).map(ProofFormulas::of).toList();

    private record Picture(Pixels.HighBitDepth pixels, List<ChannelFormula> channels) {}

    @Override
    public String name() {
        return "16-bit and 32-bit images";
    }

    @Override
    public String run(Subject subject, Clock clock) {
        int n = clock.isFull() ? FULL : STANDARD;
        Pixels.HighBitDepth floats = Layouts.floats(n);
        List<Picture> pictures = List.of(
                new Picture(floats, ProofFormulas.ALL),
                new Picture(Layouts.shorts(n), clock.isFull() ? ProofFormulas.ALL : OF_SHORTS));
        int all = pictures.stream().mapToInt(picture -> picture.channels.size()).sum() + TONES.size();
        DoubleAccumulator worst = new DoubleAccumulator(Math::max, 0);
        Comparisons comparisons = new Comparisons();
        int done = 0;
        for (Picture picture : pictures)
            for (ChannelFormula formula : picture.channels) {
                clock.step(done++, all);
                DoubleSupplier largest = Expected.made(subject.engine(), picture.pixels, formula);
                comparisons.add(() -> worst.accumulate(largest.getAsDouble()));
            }
        for (Tone tone : TONES) {
            clock.step(done++, all);
            comparisons.add(made(subject.engine(), floats, tone));
        }
        comparisons.end();
        clock.step(1, 1);
        return String.format(Locale.ROOT, "within %.4f of 255", worst.get());
    }

    private static Runnable made(Engine engine, Pixels.HighBitDepth pixels, Tone tone) {
        MaskSpan.Floats result = MaskSpan.Floats.allocate(pixels.length());
        try (ChannelPlane plane = engine.plane(pixels, Channel.RGB_R)) {
            plane.apply(tone, pixels.alpha(), result);
        }
        return () -> check(pixels, tone, result);
    }

    private static void check(Pixels.HighBitDepth pixels, Tone tone, MaskSpan.Floats result) {
        MaskSpan mask = pixels.alpha();
        for (int i = 0; i < pixels.length(); i++) {
            double expected = tone.value(255 * pixels.red(i)) * mask.fraction(i) / 255;
            if (!(Math.abs(result.array()[i] - expected) <= TONE_BOUND))
                throw new DifferenceException("%s makes %s of %s, but must make %s of it."
                        .formatted(tone, result.array()[i], pixels.red(i), expected));
        }
    }
}
