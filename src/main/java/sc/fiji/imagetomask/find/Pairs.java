package sc.fiji.imagetomask.find;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.threads.Together;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

/** Tries the best channels two at a time. */
final class Pairs {

    /** A pair must separate better than the best single channel by this much. */
    static final double GAIN = 0.02;

    private static final int TRIED = 10;
    private static final Tone UNCHANGED = new Tone(new ClipRange(0, 255), Levels.NONE, false);

    private final Engine engine;
    private final MarkedPixels pixels;

    Pairs(Engine engine, MarkedPixels pixels) {
        this.engine = engine;
        this.pixels = pixels;
    }

    /**
     * The best pair, if it is better enough than a score.
     *
     * @param ranked the single channels, the best first
     */
    Optional<FoundMask> best(List<Candidate> ranked, MaskSettings start, double likeObject, double score) {
        if (score + GAIN > 1) return Optional.empty();
        List<Channels> tried = shortlist(ranked).map(this::channels).toList();
        List<int[]> pairs = IntStream.range(0, tried.size())
                .boxed()
                .flatMap(a -> IntStream.range(a + 1, tried.size()).mapToObj(b -> new int[] {a, b}))
                .toList();
        FoundMask[] found = new FoundMask[pairs.size()];
        Together.forEach(
                IntStream.range(0, found.length).boxed().toList(),
                i -> found[i] = pair(tried.get(pairs.get(i)[0]), tried.get(pairs.get(i)[1]), likeObject)
                        .best(start, score + GAIN));
        return Arrays.stream(found).filter(Objects::nonNull).max(Comparator.comparingDouble(FoundMask::score));
    }

    /** The best ones. The distances are so similar that the best one stands for all. */
    private static Stream<Candidate> shortlist(List<Candidate> ranked) {
        Optional<Candidate> distance = ranked.stream().filter(Pairs::isDistance).findFirst();
        return ranked.stream()
                .filter(one -> !isDistance(one) || one == distance.get())
                .limit(TRIED);
    }

    private static boolean isDistance(Candidate one) {
        return one.formula().channel().isDistance();
    }

    /** A channel's values, hues being shifted, of the object, the background and the unmarked pixels. */
    private record Channels(Candidate of, byte[] object, byte[] background, byte[] unmarked) {}

    private Channels channels(Candidate of) {
        return new Channels(
                of, values(of, pixels.object()), values(of, pixels.background()), values(of, pixels.unmarked()));
    }

    private byte[] values(Candidate of, Pixels some) {
        byte[] values = new byte[some.length()];
        if (values.length == 0) return values;
        try (ChannelPlane plane = engine.plane(some, of.formula())) {
            plane.apply(UNCHANGED, null, ByteSpan.of(values));
        }
        for (int i = 0; i < values.length; i++) values[i] = (byte) of.shifted(values[i] & 255);
        return values;
    }

    private static Pair pair(Channels a, Channels b, double likeObject) {
        return new Pair(
                a.of,
                b.of,
                new JointCounts(a.object, b.object),
                a.background.length == 0 ? null : new JointCounts(a.background, b.background),
                a.unmarked.length == 0 ? null : new JointCounts(a.unmarked, b.unmarked),
                likeObject);
    }
}
