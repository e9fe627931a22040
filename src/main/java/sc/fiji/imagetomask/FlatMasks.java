package sc.fiji.imagetomask;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.ToneTable;

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
    private MaskInput frame;
    private boolean hadMask;
    private boolean isOneValue;
    private boolean isHighBitDepth;

    FlatMasks(MaskSettings settings) {
        this.settings = settings;
    }

    /** Records that a mask was made with this tone from pixels with this histogram. */
    void made(Histogram histogram, ClipRange range) {
        ToneTable table = settings.tone(range).table();
        int[] present = IntStream.range(0, Histogram.BINS)
                .filter(v -> histogram.count(v) > 0)
                .toArray();
        int[] results = IntStream.of(present)
                .map(v -> settings.output().settled(table.value(v)))
                .distinct()
                .toArray();
        if (results.length > 1) varied = true;
        else if (results.length == 1 && reason == null) reason = reason(histogram, present, results[0], range);
    }

    private String reason(Histogram histogram, int[] present, int result, ClipRange range) {
        String mask = "The mask is " + result + " everywhere: ";
        int black = settings.levels().black();
        int white = settings.levels().white();
        boolean isBand = settings.levels().isBand();
        if (black == white && !isBand) return mask + "the black point and the white point are both " + black + ".";
        if (settings.clip().fixed() != null && liesOutside(histogram, range))
            return mask + "clip is " + settings.clip().text() + ", but all values of " + settings.channel()
                    + " lie outside of it. With clip=auto the range is that of the picture.";
        isOneValue = present.length == 1 && !settings.channel().isNeutralAt(present[0]);
        if (present.length == 1)
            return mask + settings.channel() + " is " + present[0] + " in all pixels"
                    + (settings.channel().isNeutralAt(present[0]) ? ", as in pictures without colours." : ".");
        if (range.low() == range.high())
            return mask + "nearly all pixels have the same value of " + settings.channel() + ", " + range.low() + ".";
        if (isBand) return mask + "no value of " + settings.channel() + " lies on an edge of the band " + band() + ".";
        return mask + "all values of " + settings.channel() + " lie on one side of the black point " + black
                + " and the white point " + white + ".";
    }

    /** Records whether pixels have 16 or 32 bits. */
    void ofHighBitDepth(boolean isOfHighBitDepth) {
        isHighBitDepth |= isOfHighBitDepth;
    }

    private String band() {
        Levels levels = settings.levels();
        return "from black " + levels.black() + " and white " + levels.white() + " to white2 " + levels.white2()
                + " and black2 " + levels.black2();
    }

    /** Whether no value is within the range; its hue is shifted as the range is. */
    private boolean liesOutside(Histogram histogram, ClipRange range) {
        Histogram shifted = histogram.hueShifted(settings.hue());
        return IntStream.rangeClosed(range.low(), range.high()).allMatch(v -> shifted.count(v) == 0);
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
        return frame == null ? List.of() : withoutEffect(settings, multiplied, hadMask);
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
