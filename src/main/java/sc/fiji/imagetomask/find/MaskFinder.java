package sc.fiji.imagetomask.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.channel.ReferenceColours;
import sc.fiji.imagetomask.engine.CountedChannels;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.Pixels;

/**
 * Finds the settings whose mask separates what a user has marked from the rest of a picture.
 *
 * <p>All channels are tried, the distances from the object's own typical colours among them; their histograms inside and outside of what
 * is marked are counted in one pass. Of each channel the best cut is
 * searched for: the values above an edge, those below one, or a band. It is the one with the best balanced accuracy, which is
 * the mean of the share of the object that is inside and the share of the rest that is outside; the edge is then moved, by at
 * most 0.03 of it, to where the fewest pixels are.
 *
 * <p>All unmarked pixels count as rest, except for an estimated part that is like the object. For the estimate, each channel
 * gives the values that hold half of the object and the fewest unmarked pixels. No more
 * of the unmarked pixels can be like the object than twice the share of them that has these values; the smallest result of
 * all channels is taken. The object's histogram, times this part, is taken off that of the unmarked pixels. Of very many pixels some 50,000 to 130,000 are looked at, evenly
 * spread.
 *
 * <pre>{@code
 * List<FoundMask> found = new MaskFinder(engine).find(List.of(new Marked(picture, object, null)), MaskSettings.DEFAULT);
 * new ImageToMask(engine, found.get(0).settings()).mask(MaskInput.of(picture), target);
 * }</pre>
 */
public final class MaskFinder {

    /** How many typical colours of the object are tried. */
    private static final int[] COLOURS = {1, 2, 4};

    private final Engine engine;

    public MaskFinder(Engine engine) {
        this.engine = engine;
    }

    /**
     * The best settings of each channel, the best first; distances from several colours are entries of their own. If two channels
     * together, multiplied, score at least 0.02 better than the best one, the best pair comes first.
     *
     * @param slices of one picture or stack
     * @param start gives the stains, and all that is not searched for
     * @throws IllegalArgumentException with one sentence if nothing is marked, nothing is left, or nothing separates both
     */
    public List<FoundMask> find(List<Marked> slices, MaskSettings start) {
        return find(slices, start, Progress.NONE);
    }

    /**
     * The same with progress.
     *
     * @param progress is called before every tile that is read, before all channels are counted, and before the best settings are searched for
     */
    public List<FoundMask> find(List<Marked> slices, MaskSettings start, Progress progress) {
        MarkedPixels pixels = MarkedPixels.of(slices, progress);
        List<ChannelFormula> formulas = formulas(start, pixels.object()).toList();
        progress.step(0, 2);
        List<CountedChannels> counted =
                engine.counted(List.of(pixels.object(), pixels.background(), pixels.unmarked()), formulas);
        try {
            return found(candidates(formulas, counted), counted, start, progress);
        } finally {
            counted.forEach(CountedChannels::close);
        }
    }

    private static List<FoundMask> found(
            List<Candidate> candidates, List<CountedChannels> counted, MaskSettings start, Progress progress) {
        progress.step(1, 2);
        double like =
                candidates.stream().mapToDouble(Candidate::likeObject).min().orElse(0);
        Map<FoundMask, Candidate> from = new IdentityHashMap<>();
        List<FoundMask> best = Concurrent.map(candidates, candidate -> candidate.best(start, like));
        for (int i = 0; i < best.size(); i++) from.put(best.get(i), candidates.get(i));
        List<FoundMask> found = new ArrayList<>(from.keySet().stream()
                .filter(one -> one.score() > 0.5)
                .sorted(Comparator.comparingDouble((FoundMask one) -> -Candidate.rank(one))
                        .thenComparing(one -> candidates.indexOf(from.get(one))))
                .toList());
        if (found.isEmpty())
            throw new IllegalArgumentException(
                    "No channel separates what is marked from the rest, because their colours are the same.");
        List<Candidate> ranked = found.stream().map(from::get).toList();
        new Pairs(counted).best(ranked, start, like, found.get(0).score()).ifPresent(pair -> found.add(0, pair));
        progress.step(2, 2);
        return found;
    }

    /** Those channels that may separate something. */
    private static List<Candidate> candidates(List<ChannelFormula> formulas, List<CountedChannels> counted) {
        return Concurrent.map(
                        IntStream.range(0, formulas.size()).boxed().toList(),
                        i -> new Candidate(
                                formulas.get(i),
                                counted.get(0).histograms().ofTerms().get(i),
                                counted.get(1).histograms().ofTerms().get(i),
                                counted.get(2).histograms().ofTerms().get(i)))
                .stream()
                .filter(candidate -> !candidate.isHopeless())
                .toList();
    }

    private static Stream<ChannelFormula> formulas(MaskSettings start, Pixels object) {
        List<ChannelFormula> formulas = new ArrayList<>(ChannelFormula.all(start.stains(), ReferenceColours.NONE));
        ObjectColours colours = new ObjectColours(object);
        for (Channel channel : List.of(Channel.DISTANCE, Channel.DISTANCE_2000))
            for (int count : COLOURS) formulas.add(new ChannelFormula(channel, start.stains(), colours.means(count)));
        return formulas.stream().distinct();
    }
}
