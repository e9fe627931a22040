package sc.fiji.imagetomask.find;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.engine.CountedChannels;

/** Tries the best channels two at a time. */
final class Pairs {

    /** A pair must separate better than the best single channel by this much. */
    static final double GAIN = 0.02;

    private static final int TRIED = 10;

    private final List<CountedChannels> counted;

    /** @param counted channels of the object, of what is marked as background, and of what is not marked */
    Pairs(List<CountedChannels> counted) {
        this.counted = counted;
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
        return Concurrent.map(pairs, pair -> pair.best(start, score + GAIN)).stream()
                .filter(Objects::nonNull)
                .max(Comparator.comparingDouble(FoundMask::score));
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
        List<byte[]> object = values(candidates, counted.get(0));
        List<byte[]> background = values(candidates, counted.get(1));
        List<byte[]> unmarked = values(candidates, counted.get(2));
        return Concurrent.map(
                IntStream.range(0, candidates.size()).boxed().toList(),
                i -> new Pair.Channel(
                        candidates.get(i),
                        candidates.get(i).cut(likeObject),
                        new SortedValues(object.get(i)),
                        new SortedValues(background.get(i)),
                        new SortedValues(unmarked.get(i))));
    }

    /** Those of each channel, hues being shifted. */
    private static List<byte[]> values(List<Candidate> candidates, CountedChannels some) {
        List<byte[]> values =
                some.values(candidates.stream().map(Candidate::formula).toList());
        for (int i = 0; i < values.size(); i++) candidates.get(i).shift(values.get(i));
        return values;
    }
}
