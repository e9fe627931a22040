package sc.fiji.imagetomask.ui;

import sc.fiji.imagetomask.options.MaskOption;
import sc.fiji.imagetomask.tone.Levels;

/**
 * One of the points that can be moved along the axis of normalized values, 0..255.
 *
 * <p>The gray point is at the value that becomes the middle: at p = 0.5^gray of the way from black to white, since
 * p^(1/gray) = 0.5.
 */
enum LevelPoint {
    BLACK(MaskOption.BLACK, "Black"),
    GRAY(MaskOption.GRAY, "Gray"),
    WHITE(MaskOption.WHITE, "White"),
    /** Where a band begins to fall. */
    WHITE2(MaskOption.WHITE2, "White2"),
    /** Where a band has fallen to black. */
    BLACK2(MaskOption.BLACK2, "Black2");

    final MaskOption option;

    /** The word beside its field. */
    final String word;

    LevelPoint(MaskOption option, String word) {
        this.option = option;
        this.word = word;
    }

    /** Its position, 0..255. */
    double position(Levels levels) {
        return switch (this) {
            case BLACK -> levels.black();
            case WHITE -> levels.white();
            case WHITE2 -> levels.white2();
            case BLACK2 -> levels.black2();
            case GRAY -> low(levels) + span(levels) * Math.pow(0.5, levels.gray());
        };
    }

    /**
     * The levels with this point dragged there or as near as it may go: black stays below white, gray between them, and
     * black2 takes white2 with it to the left.
     */
    Levels moved(Levels levels, double position) {
        boolean ordered = levels.black() < levels.white();
        int value = (int) Math.round(position);
        return switch (this) {
            case BLACK -> levels.withBlack(limited(value, 0, ordered ? levels.white() - 1 : Levels.MOST));
            case WHITE -> levels.withWhite(limited(value, ordered ? levels.black() + 1 : 0, Levels.MOST));
            case WHITE2 -> {
                int most = levels.white2() <= levels.black2() ? levels.black2() : Levels.MOST;
                yield levels.withBand(limited(value, 0, most), levels.black2());
            }
            case BLACK2 -> {
                int moved = limited(value, 0, Levels.MOST);
                boolean pushes = levels.white2() <= levels.black2();
                yield levels.withBand(pushes ? Math.min(levels.white2(), moved) : levels.white2(), moved);
            }
            case GRAY -> withGray(levels, gray((position - low(levels)) / span(levels)));
        };
    }

    /** Whether it belongs to a band, and there is none. */
    boolean isResting(Levels levels) {
        return (this == WHITE2 || this == BLACK2) && !levels.isBand();
    }

    /** The levels after this point was moved to the right by a number of steps. A step is 1; for gray it is -0.01. */
    Levels stepped(Levels levels, int steps) {
        return this == GRAY ? withGray(levels, levels.gray() - steps / 100.0) : moved(levels, position(levels) + steps);
    }

    private static double gray(double part) {
        return part <= 0 ? Levels.MOST_GRAY : part >= 1 ? Levels.LEAST_GRAY : Math.log(part) / Math.log(0.5);
    }

    private static Levels withGray(Levels levels, double gray) {
        double rounded = Math.round(gray * 100) / 100.0;
        return levels.withGray(Math.min(Math.max(rounded, Levels.LEAST_GRAY), Levels.MOST_GRAY));
    }

    private static int low(Levels levels) {
        return Math.min(levels.black(), levels.white());
    }

    /** Not 0, so that the gray point has a position between equal points, too. */
    private static int span(Levels levels) {
        return Math.max(1, Math.abs(levels.white() - levels.black()));
    }

    private static int limited(int value, int least, int most) {
        return Math.min(Math.max(value, least), most);
    }
}
