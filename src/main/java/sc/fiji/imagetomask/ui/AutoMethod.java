package sc.fiji.imagetomask.ui;

import ij.process.AutoThresholder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import sc.fiji.imagetomask.tone.AutoLevels;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Levels;

/**
 * A method that finds levels for a histogram: by cutting off a share of the pixels, or by one of ImageJ's automatic
 * thresholds.
 */
final class AutoMethod {

    /** The method until the user chooses another one. */
    static final String FIRST = "Otsu";

    private static final List<String> SHARES = List.of("0.1 %", "0.5 %", "2 %", "5 %");

    /**
     * ImageJ's methods that find a threshold in every histogram. The others (IsoData, Intermodes, Minimum, MinError)
     * may find none and then open the Log window; IJ_IsoData is nearly the same as Default.
     */
    private static final List<String> THRESHOLDS = List.of(
            FIRST,
            "Default",
            "Huang",
            "Li",
            "MaxEntropy",
            "Mean",
            "Moments",
            "Percentile",
            "RenyiEntropy",
            "Shanbhag",
            "Triangle",
            "Yen");

    /** ImageJ sums values times counts in 32 bits. */
    private static final long MOST_PIXELS = Integer.MAX_VALUE / 256;

    private AutoMethod() {}

    /** All names, the shares first. */
    static List<String> names() {
        List<String> names = new ArrayList<>(SHARES);
        names.addAll(THRESHOLDS);
        return names;
    }

    /** What the method does, in one sentence. */
    static String tip(String name) {
        return SHARES.contains(name)
                ? "Sets black and white so that at most " + name + " of the pixels are cut off at each end; keeps gray"
                : "Sets black and white around ImageJ's threshold " + name
                        + ", which becomes the middle; sets gray to 1";
    }

    /**
     * The levels that the method of that name finds; empty if there is nothing to find, as in a picture of one colour.
     *
     * @param histogram of the raw channel
     * @param range of it that becomes 0..255
     * @param gray the gray point as it is
     */
    static Optional<Levels> levels(String name, Histogram histogram, ClipRange range, double gray) {
        if (range.low() == range.high()) return Optional.empty();
        if (!SHARES.contains(name)) return Optional.of(AutoLevels.around(histogram, range, threshold(name, histogram)));
        double share = Double.parseDouble(name.substring(0, name.indexOf(' '))) / 100;
        return Optional.of(AutoLevels.cutting(histogram, range, share, gray));
    }

    private static int threshold(String name, Histogram histogram) {
        double scale = Math.min(1, (double) MOST_PIXELS / histogram.total());
        int[] counts = Arrays.stream(histogram.toArray())
                .mapToInt(count -> (int) Math.ceil(count * scale))
                .toArray();
        return new AutoThresholder().getThreshold(AutoThresholder.Method.valueOf(name), counts);
    }
}
