package sc.fiji.imagetomask.find;

import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Term;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.ToneTable;

/**
 * Two channels whose masks are multiplied. The cut of each is the best one for the pixels that the other one leaves inside; both
 * are found in turns.
 *
 * @param object the pairs of values of the object, hues being shifted
 * @param background likewise of what is marked as background; null for none
 * @param unmarked likewise of the other pixels; null for none
 * @param likeObject which part of the unmarked pixels is like the object
 */
record Pair(
        Candidate first,
        Candidate second,
        JointCounts object,
        JointCounts background,
        JointCounts unmarked,
        double likeObject) {

    private static final int TURNS = 2;
    private static final ClipRange WHOLE = new ClipRange(0, 255);

    /** The best settings, or null if one of the channels leaves nothing of the object, or the score is less than that. */
    FoundMask best(MaskSettings start, double least) {
        Cut one = first.cut(likeObject);
        Cut before = null;
        Term firstTerm = null;
        Term secondTerm = null;
        for (int turn = 0; turn < TURNS && (turn == 0 || !one.isAt(before)); turn++) {
            before = one;
            double[] in = objectShares(second, one, true);
            if (in == null) return null;
            double[] out = restShares(second, one, true, in);
            Cut other = Cut.best(in, out);
            secondTerm = second.term(other, in, out);
            in = objectShares(first, other, false);
            if (in == null) return null;
            out = restShares(first, other, false, in);
            one = Cut.best(in, out);
            firstTerm = first.term(one, in, out);
        }
        if (one.score() < least) return null;
        ToneTable a = unshifted(firstTerm);
        ToneTable b = unshifted(secondTerm);
        double score = Math.min(one.score(), score(a, b));
        if (score < least) return null;
        return first.found(start, score, firstTerm, secondTerm);
    }

    /** The table for values whose hue is shifted already. */
    private static ToneTable unshifted(Term term) {
        return ToneTable.of(WHOLE, term.levels(), term.invert());
    }

    /** The score of the product, without smoothing. */
    private double score(ToneTable a, ToneTable b) {
        double in = object.inside(a, b);
        double marked = background == null ? Double.NaN : background.inside(a, b);
        double others = unmarked == null ? Double.NaN : without(unmarked.inside(a, b), in);
        double out = background == null ? others : unmarked == null ? marked : (marked + others) / 2;
        return (in + 1 - out) / 2;
    }

    private double without(double share, double in) {
        return likeObject >= 1 ? share : Math.max(0, share - likeObject * in) / (1 - likeObject);
    }

    /** The shares of one channel within a cut of the other one; they add up to the share that is within it. */
    private static double[] shares(Candidate of, JointCounts counts, Cut cut, boolean isOfSecond) {
        Histogram within = counts.within(cut, isOfSecond);
        double[] shares = new double[Histogram.BINS];
        if (within.total() == 0) return shares;
        double[] smoothed = of.smoothed(within);
        for (int v = 0; v < shares.length; v++) shares[v] = smoothed[v] * within.total() / counts.total();
        return shares;
    }

    private double[] objectShares(Candidate of, Cut cut, boolean isOfSecond) {
        return object.within(cut, isOfSecond).total() == 0 ? null : shares(of, object, cut, isOfSecond);
    }

    private double[] restShares(Candidate of, Cut cut, boolean isOfSecond, double[] in) {
        double[] marked = background == null ? null : shares(of, background, cut, isOfSecond);
        if (unmarked == null) return marked;
        double[] others = shares(of, unmarked, cut, isOfSecond);
        for (int v = 0; v < others.length; v++) others[v] = without(others[v], in[v]);
        return Shares.rest(marked, others);
    }
}
