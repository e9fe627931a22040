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
 * @param likeObject which part of the unmarked pixels is like the object
 */
record Pair(Channel first, Channel second, double likeObject) {

    private static final int TURNS = 2;
    private static final ClipRange WHOLE = new ClipRange(0, 255);

    /**
     * One of the channels, with its values, hues being shifted.
     *
     * @param cut the best one of this channel alone
     * @param object of the object
     * @param background of what is marked as background; may be of no pixels
     * @param unmarked of the other pixels; may be of none
     */
    record Channel(Candidate of, Cut cut, SortedValues object, SortedValues background, SortedValues unmarked) {

        /** The shares of this channel's values among the object, within a cut of the other one; null if there are none. */
        double[] objectShares(Channel other, Cut cut) {
            Histogram within = other.object.within(cut, object);
            return within.total() == 0 ? null : shares(within, object.length());
        }

        /** The same among what is not the object. */
        double[] restShares(Channel other, Cut cut, double likeObject, double[] in) {
            double[] marked = background.length() == 0
                    ? null
                    : shares(other.background.within(cut, background), background.length());
            if (unmarked.length() == 0) return marked;
            double[] others = shares(other.unmarked.within(cut, unmarked), unmarked.length());
            for (int v = 0; v < others.length; v++) others[v] = without(others[v], likeObject, in[v]);
            return Shares.rest(marked, others);
        }

        /** Whether a mask has all pixels inside. */
        boolean isAllInside(ToneTable mask) {
            return object.isAllInside(mask) && background.isAllInside(mask) && unmarked.isAllInside(mask);
        }

        /** Those of some of all pixels; they add up to the share that these are. */
        private double[] shares(Histogram some, int all) {
            double[] shares = new double[Histogram.BINS];
            if (some.total() == 0) return shares;
            double[] smoothed = of.smoothed(some);
            for (int v = 0; v < shares.length; v++) shares[v] = smoothed[v] * some.total() / all;
            return shares;
        }
    }

    /**
     * The best settings, or null if one of the channels leaves nothing of the object or leaves everything, so that it is no pair,
     * or the score is less than that.
     */
    FoundMask best(MaskSettings start, double least) {
        Cut one = first.cut;
        Cut before = null;
        Term firstTerm = null;
        Term secondTerm = null;
        for (int turn = 0; turn < TURNS && (turn == 0 || !one.isAt(before)); turn++) {
            before = one;
            double[] in = second.objectShares(first, one);
            if (in == null) return null;
            double[] out = second.restShares(first, one, likeObject, in);
            Cut other = Cut.best(in, out);
            secondTerm = second.of.term(other, in, out);
            in = first.objectShares(second, other);
            if (in == null) return null;
            out = first.restShares(second, other, likeObject, in);
            one = Cut.best(in, out);
            firstTerm = first.of.term(one, in, out);
        }
        if (one.score() < least) return null;
        ToneTable a = unshifted(firstTerm);
        ToneTable b = unshifted(secondTerm);
        if (first.isAllInside(a) || second.isAllInside(b)) return null;
        double score = Math.min(one.score(), score(a, b));
        return score < least ? null : first.of.found(start, score, firstTerm, secondTerm);
    }

    /** The table for values whose hue is shifted already. */
    private static ToneTable unshifted(Term term) {
        return ToneTable.of(WHOLE, term.levels(), term.invert());
    }

    /** The score of the product, without smoothing. */
    private double score(ToneTable a, ToneTable b) {
        double in = first.object.inside(a, second.object, b);
        double marked = first.background.inside(a, second.background, b);
        double others = without(first.unmarked.inside(a, second.unmarked, b), likeObject, in);
        double out =
                first.background.length() == 0 ? others : first.unmarked.length() == 0 ? marked : (marked + others) / 2;
        return (in + 1 - out) / 2;
    }

    private static double without(double share, double likeObject, double in) {
        return likeObject >= 1 ? share : Math.max(0, share - likeObject * in) / (1 - likeObject);
    }
}
