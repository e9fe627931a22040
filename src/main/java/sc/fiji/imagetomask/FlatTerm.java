package sc.fiji.imagetomask;

import java.util.BitSet;
import java.util.IntSummaryStatistics;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.ToneTable;

/**
 * Which values a term gives, and why it gives only one.
 *
 * @param histogram of its channel
 * @param range its clip range
 */
record FlatTerm(Term term, Histogram histogram, ClipRange range) {

    /** What joining it can make of these values, 0..255. */
    BitSet joinedWith(BitSet before) {
        BitSet joined = new BitSet();
        values().stream()
                .forEach(value ->
                        before.stream().forEach(old -> joined.set(term.join().of(old, value))));
        return joined;
    }

    /** Whether it gives the same value for all pixels. */
    boolean isFlat() {
        return values().cardinality() == 1;
    }

    /** Whether the reason is that its channel has one value in all pixels, which is not because the picture has no colours. */
    boolean isOneValue() {
        return !hasOnePoint()
                && !liesOutside()
                && present().length == 1
                && !term.channel().isNeutralAt(present()[0]);
    }

    private BitSet values() {
        ToneTable table = term.tone(range).table();
        BitSet values = new BitSet();
        for (int v : present()) values.set(table.value(v));
        return values;
    }

    private int[] present() {
        return IntStream.range(0, Histogram.BINS)
                .filter(v -> histogram.count(v) > 0)
                .toArray();
    }

    /** Why all its values are the same, as the end of a sentence. */
    String reason() {
        Levels levels = term.levels();
        if (hasOnePoint()) return "the black point and the white point are both " + levels.black() + ".";
        if (liesOutside())
            return "clip is " + term.clip().text() + ", but no value of " + term.channel()
                    + " is in this range. With clip=auto the range is that of the picture.";
        int[] present = present();
        if (present.length == 1)
            return term.channel() + " is " + present[0] + " in all pixels"
                    + (term.channel().isNeutralAt(present[0]) ? ", as in pictures without colours." : ".");
        if (range.low() == range.high())
            return "nearly all pixels have the same value of " + term.channel() + ", " + range.low() + ".";
        if (levels.isBand())
            return "no value of " + term.channel() + " is on an edge of the band, from black " + levels.black()
                    + " and white " + levels.white() + " to white2 " + levels.white2() + " and black2 "
                    + levels.black2() + ".";
        return "the values of " + term.channel() + " are " + stretched()
                + " after the clip range is applied, but black is " + levels.black() + " and white is " + levels.white()
                + ".";
    }

    /** The values that the levels get, such as {@code 96 to 146}. */
    private String stretched() {
        Histogram shifted = histogram.hueShifted(term.hue());
        IntSummaryStatistics values = IntStream.range(0, Histogram.BINS)
                .filter(v -> shifted.count(v) > 0)
                .map(range::normalize)
                .summaryStatistics();
        return values.getMin() == values.getMax()
                ? "all " + values.getMin()
                : values.getMin() + " to " + values.getMax();
    }

    private boolean hasOnePoint() {
        return term.levels().black() == term.levels().white() && !term.levels().isBand();
    }

    /** Whether no value is within a fixed range; its hue is shifted as the range is. */
    private boolean liesOutside() {
        if (term.clip().fixed() == null) return false;
        Histogram shifted = histogram.hueShifted(term.hue());
        return IntStream.rangeClosed(range.low(), range.high()).allMatch(v -> shifted.count(v) == 0);
    }
}
