package sc.fiji.imagetomask.find;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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
        List<Pair.Channel> tried = channels(shortlist(ranked).toList(), likeObject);
        List<Pair> pairs = IntStream.range(0, tried.size())
                .boxed()
                .flatMap(a -> IntStream.range(a + 1, tried.size())
                        .mapToObj(b -> new Pair(tried.get(a), tried.get(b), likeObject)))
                .toList();
        return all(pairs, pair -> pair.best(start, score + GAIN)).stream()
                .filter(Objects::nonNull)
                .max(Comparator.comparingDouble(FoundMask::score));
    }

    /** What each of them gives, in their order, by several threads. */
    private static <T, R> List<R> all(List<T> some, Function<T, R> job) {
        List<R> results = new ArrayList<>(Collections.nCopies(some.size(), null));
        Together.forEach(IntStream.range(0, some.size()).boxed().toList(), i -> results.set(i, job.apply(some.get(i))));
        return results;
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

    private List<Pair.Channel> channels(List<Candidate> candidates, double likeObject) {
        List<byte[]> object = values(candidates, pixels.object());
        List<byte[]> background = values(candidates, pixels.background());
        List<byte[]> unmarked = values(candidates, pixels.unmarked());
        return all(
                IntStream.range(0, candidates.size()).boxed().toList(),
                i -> new Pair.Channel(
                        candidates.get(i),
                        candidates.get(i).cut(likeObject),
                        new SortedValues(object.get(i)),
                        new SortedValues(background.get(i)),
                        new SortedValues(unmarked.get(i))));
    }

    /** Those of each channel, hues being shifted. */
    private List<byte[]> values(List<Candidate> candidates, Pixels some) {
        if (some.length() == 0) return Collections.nCopies(candidates.size(), new byte[0]);
        List<ChannelPlane> planes =
                engine.planes(some, candidates.stream().map(Candidate::formula).toList());
        try {
            return IntStream.range(0, planes.size())
                    .mapToObj(i -> values(candidates.get(i), planes.get(i)))
                    .toList();
        } finally {
            planes.forEach(ChannelPlane::close);
        }
    }

    private static byte[] values(Candidate of, ChannelPlane plane) {
        byte[] values = new byte[plane.length()];
        plane.apply(UNCHANGED, null, ByteSpan.of(values));
        if (of.isHue()) for (int i = 0; i < values.length; i++) values[i] = (byte) of.shifted(values[i] & 255);
        return values;
    }
}
