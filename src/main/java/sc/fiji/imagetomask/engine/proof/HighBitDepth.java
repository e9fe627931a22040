package sc.fiji.imagetomask.engine.proof;

import java.util.List;
import java.util.Locale;
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

    @Override
    public String name() {
        return "16-bit and 32-bit images";
    }

    @Override
    public String run(Subject subject, Clock clock) {
        int n = clock.isFull() ? FULL : STANDARD;
        List<Pixels.HighBitDepth> pictures = List.of(Layouts.floats(n), Layouts.shorts(n));
        double worst = 0;
        int done = 0;
        for (Pixels.HighBitDepth pixels : pictures)
            for (ChannelFormula formula : ProofFormulas.ALL) {
                clock.step(done++, 2 * ProofFormulas.ALL.size() + 1);
                worst = Math.max(worst, Expected.check(subject.engine(), pixels, formula));
            }
        checkTones(subject.engine(), pictures.get(0));
        clock.step(1, 1);
        return String.format(Locale.ROOT, "within %.4f of 255", worst);
    }

    private static void checkTones(Engine engine, Pixels.HighBitDepth pixels) {
        int n = pixels.length();
        MaskSpan.Floats result = MaskSpan.Floats.allocate(n);
        MaskSpan mask = pixels.alpha();
        for (Tone tone : TONES) {
            try (ChannelPlane plane = engine.plane(pixels, Channel.RGB_R)) {
                plane.apply(tone, mask, result);
            }
            for (int i = 0; i < n; i++) {
                double expected = tone.value(255 * pixels.red(i)) * mask.fraction(i) / 255;
                if (!(Math.abs(result.array()[i] - expected) <= TONE_BOUND))
                    throw new DifferenceException("%s makes %s of %s, but must make %s of it."
                            .formatted(tone, result.array()[i], pixels.red(i), expected));
            }
        }
    }
}
