package sc.fiji.imagetomask;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.tone.ClipRanges;
import sc.fiji.imagetomask.tone.Histograms;

/**
 * Finds results that users seldom want: masks that have the same value everywhere, with the reason, and settings that
 * had no effect.
 *
 * <p>It uses only data that the job has anyway: the histograms, and the values that masks are multiplied with, up to
 * the first one that matters.
 */
final class FlatMasks {

    private static final String RANGE = " If the values of the picture are only a small part of what its type can hold,"
            + " set the values that become 0 and 1 with range=min,max (on the command line --range min,max).";

    private final MaskSettings settings;
    private boolean varied;
    private String reason;
    private Multiplied multiplied = Multiplied.NOTHING;
    private final Set<Integer> effective = new HashSet<>();
    private final Map<Integer, String> reasons = new TreeMap<>();
    private MaskInput frame;
    private boolean hadMask;
    private boolean isOneValue;
    private boolean isHighBitDepth;

    FlatMasks(MaskSettings settings) {
        this.settings = settings;
    }

    /** Records that a mask was made with these clip ranges from pixels with these histograms. */
    void made(Histograms histograms, ClipRanges ranges) {
        if (varied && settings.terms().size() == 1) return;
        BitSet values = new BitSet();
        values.set(255);
        int cause = 0;
        for (int i = 0; i < histograms.ofTerms().size(); i++) {
            FlatTerm term = term(i, histograms, ranges);
            BitSet joined = term.joinedWith(values);
            if (!term.isFlat() || !joined.equals(values)) effective.add(i);
            if (!settled(joined).equals(settled(values))) cause = i;
            values = joined;
        }
        BitSet results = settled(values);
        if (results.cardinality() > 1) varied = true;
        else if (results.cardinality() == 1 && reason == null)
            reason = reason(results.nextSetBit(0), cause, term(cause, histograms, ranges));
        for (int i = 0; i < histograms.ofTerms().size(); i++)
            reasons.putIfAbsent(i, term(i, histograms, ranges).reason());
    }

    private FlatTerm term(int i, Histograms histograms, ClipRanges ranges) {
        return new FlatTerm(
                settings.terms().get(i),
                histograms.ofTerms().get(i),
                ranges.ofTerms().get(i));
    }

    private BitSet settled(BitSet values) {
        BitSet settled = new BitSet();
        values.stream().map(settings.output()::settled).forEach(settled::set);
        return settled;
    }

    private String reason(int result, int cause, FlatTerm term) {
        String mask = "The mask is " + result + " everywhere";
        isOneValue = term.isOneValue();
        if (settings.terms().size() == 1) return mask + ": " + term.reason();
        return term.isFlat()
                ? mask + ", because of term " + (cause + 1) + ": " + term.reason()
                : mask + ": all terms together are on one side of " + Output.THRESHOLD + ".";
    }

    /** Records whether pixels have 16 or 32 bits. */
    void ofHighBitDepth(boolean isOfHighBitDepth) {
        isHighBitDepth |= isOfHighBitDepth;
    }

    /**
     * Records a tile of a picture, and the values that its mask is multiplied with; null if there are none.
     *
     * @param isOfHighBitDepth whether its pixels are
     */
    synchronized void multiplied(MaskInput of, boolean isOfHighBitDepth, MaskSpan factor) {
        frame = of;
        ofHighBitDepth(isOfHighBitDepth);
        hadMask |= of.mask() != null;
        multiplied = multiplied.plus(Multiplied.by(factor, multiplied.largest()));
    }

    /** What the masks were multiplied with. */
    Multiplied multiplied() {
        return multiplied;
    }

    /** One sentence if all masks have the same value everywhere; else null. */
    String sentence() {
        if (multiplied.isNearlyNothing()) return nothing();
        if (varied) return null;
        return isOneValue && isHighBitDepth ? reason + RANGE : reason;
    }

    /** One sentence for each setting that had no effect in this job. */
    List<String> withoutEffect() {
        List<String> sentences = new ArrayList<>(termsWithoutEffect());
        if (frame != null) sentences.addAll(withoutEffect(settings, multiplied, hadMask));
        return sentences;
    }

    /** One sentence for each term that had no effect in this job. */
    List<String> termsWithoutEffect() {
        if (settings.terms().size() == 1 || sentence() != null) return List.of();
        return reasons.entrySet().stream()
                .filter(term -> !effective.contains(term.getKey()))
                .map(term -> "Term " + (term.getKey() + 1) + " of the mask has no effect: " + term.getValue())
                .toList();
    }

    static List<String> withoutEffect(MaskSettings settings, Multiplied multiplied, boolean hadMask) {
        List<String> sentences = new ArrayList<>();
        if (settings.inside() && !multiplied.anywhere())
            sentences.add("inside is true, but there is neither a mask image nor a selection nor alpha, so all pixels"
                    + " count for the clip range.");
        if (settings.maskValues() == MaskValues.LABELS && !hadMask)
            sentences.add("maskvalues is labels, but there is no mask image, so it has no effect.");
        return sentences;
    }

    private String nothing() {
        return nothing(multiplied.largest(), frame.mask() != null, frame.roi() != null);
    }

    /** Why masks are nearly 0 everywhere that were multiplied with these. */
    static String nothing(float largest, boolean hasMask, boolean hasSelection) {
        if (hasMask && (largest > 0 || !hasSelection)) return MaskValues.nearlyBlack(largest);
        if (hasMask) return "The mask is 0 everywhere: the mask image is 0 in the selection.";
        if (hasSelection) return "The mask is 0 everywhere: there is nothing in the selection.";
        return largest > 0
                ? "The mask is nearly black: alpha is at most " + MaskValues.percent(largest)
                        + " of what its type can hold."
                : ImageToMask.NO_ALPHA;
    }
}
