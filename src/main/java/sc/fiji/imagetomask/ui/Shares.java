package sc.fiji.imagetomask.ui;

import java.util.Locale;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.ToneTable;

/**
 * How much of a channel becomes white and black.
 *
 * @param white how many pixels become 255
 * @param black how many become 0
 * @param total of how many
 */
record Shares(long white, long black, long total) {

    static Shares of(Histogram histogram, ToneTable table) {
        long white = 0;
        long black = 0;
        for (int v = 0; v < Histogram.BINS; v++) {
            if (table.value(v) == 255) white += histogram.count(v);
            if (table.value(v) == 0) black += histogram.count(v);
        }
        return new Shares(white, black, histogram.total());
    }

    /** In words, with advice where the whole mask would be of one value. */
    String text() {
        boolean one = total > 0 && (white == total || black == total);
        return percent(white) + " white, " + percent(black) + " black" + (one ? ": click Auto" : "");
    }

    /** Small shares are not shown as 0 %, and shares below 100 % are not shown as 100 %. */
    private String percent(long count) {
        double percent = 100.0 * count / Math.max(1, total);
        if (count > 0 && percent < 0.1) return "under 0.1 %";
        if (count < total && percent > 99.9) return "over 99.9 %";
        return String.format(Locale.ROOT, "%.1f %%", percent);
    }
}
