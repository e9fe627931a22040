package sc.fiji.imagetomask.ui;

import java.util.Locale;
import sc.fiji.imagetomask.options.OptionLabels;
import sc.fiji.imagetomask.tone.Levels;

/**
 * One of the three points that can be moved along the axis of normalized values, 0..255.
 *
 * <p>The gray point stands on the value that becomes the middle: at p = 0.5^gray of the way from black to white, since
 * p^(1/gray) = 0.5.
 */
enum LevelPoint {
    BLACK("black", OptionLabels.BLACK, OptionLabels.BLACK_TIP),
    GRAY("gray", OptionLabels.GRAY, OptionLabels.GRAY_TIP),
    WHITE("white", OptionLabels.WHITE, OptionLabels.WHITE_TIP);

    /** The option's name in macros. */
    final String key;

    final String label;
    final String tip;

    LevelPoint(String key, String label, String tip) {
        this.key = key;
        this.label = label;
        this.tip = tip;
    }

    /** The word beside its field. */
    String word() {
        return key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
    }

    /** Where it stands, 0..255. */
    double position(Levels levels) {
        return switch (this) {
            case BLACK -> levels.black();
            case WHITE -> levels.white();
            case GRAY -> low(levels) + span(levels) * Math.pow(0.5, levels.gray());
        };
    }

    /** The levels with this point dragged there or as near as it may go: black stays below white, gray between them. */
    Levels moved(Levels levels, double position) {
        boolean ordered = levels.black() < levels.white();
        int value = (int) Math.round(position);
        return switch (this) {
            case BLACK ->
                new Levels(limited(value, 0, ordered ? levels.white() - 1 : 255), levels.white(), levels.gray());
            case WHITE ->
                new Levels(levels.black(), limited(value, ordered ? levels.black() + 1 : 0, 255), levels.gray());
            case GRAY -> withGray(levels, gray((position - low(levels)) / span(levels)));
        };
    }

    /** The levels with this point moved right by so many steps: of 1, or, of gray, of 0.01 down. */
    Levels stepped(Levels levels, int steps) {
        return this == GRAY ? withGray(levels, levels.gray() - steps / 100.0) : moved(levels, position(levels) + steps);
    }

    private static double gray(double part) {
        return part <= 0 ? 9.99 : part >= 1 ? 0.01 : Math.log(part) / Math.log(0.5);
    }

    private static Levels withGray(Levels levels, double gray) {
        double rounded = Math.round(gray * 100) / 100.0;
        return new Levels(levels.black(), levels.white(), Math.min(Math.max(rounded, 0.01), 9.99));
    }

    private static int low(Levels levels) {
        return Math.min(levels.black(), levels.white());
    }

    /** Not 0, so that a gray point between equal points can be told. */
    private static int span(Levels levels) {
        return Math.max(1, Math.abs(levels.white() - levels.black()));
    }

    private static int limited(int value, int least, int most) {
        return Math.min(Math.max(value, least), most);
    }
}
