package sc.fiji.imagetomask.ui.preview;

import java.awt.Dimension;
import java.awt.Insets;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import sc.fiji.imagetomask.ui.Scaled;
import sc.fiji.imagetomask.ui.preview.FreeSpace.Obstacle;
import sc.fiji.imagetomask.ui.preview.FreeSpace.Place;

/**
 * The rules for the places of dialog, preview and masks: beside the windows that the user works with, if there is room.
 * They use rectangles only.
 */
final class PreviewPlacement {

    /** The cost of covering a pixel of a dialog, of the picture or ImageJ's window, and of any other window. */
    static final int DIALOG = 100;

    static final int AT_WORK = 10;
    static final int OTHER = 1;

    /** The longer edge of the smallest preview. */
    private static final int LEAST = 200;

    private static final Insets NO_FRAME = new Insets(0, 0, 0, 0);

    private PreviewPlacement() {}

    /** For a window of that size, such as a mask: free of all others, or else of those at work, nearest to the picture. */
    static Rectangle ofWindow(FreeSpace space, Dimension size, Rectangle picture) {
        return space.fitting(size, picture)
                .or(() -> space.important(AT_WORK).fitting(size, picture))
                .orElseGet(() -> space.leastCovering(size));
    }

    /**
     * For a dialog: where it covers nothing at work, and leaves most room for the preview.
     *
     * @param preview its wanted size
     */
    static Rectangle ofDialog(FreeSpace space, Dimension size, Dimension preview, Rectangle picture) {
        FreeSpace atWork = space.important(AT_WORK);
        ToDoubleFunction<Rectangle> roomLeft = place -> atWork.with(new Obstacle(place, DIALOG))
                .largest(preview, NO_FRAME, picture)
                .map(Place::scale)
                .orElse(0.0);
        return Stream.concat(
                        space.fitting(size, picture).stream(),
                        atWork.rectangles().stream().flatMap(free -> corners(free, size)))
                .max(Comparator.comparingDouble(roomLeft)) // the first of the best
                .orElseGet(() -> space.leastCovering(size));
    }

    private static Stream<Rectangle> corners(Rectangle free, Dimension size) {
        int right = free.x + free.width - size.width;
        int low = free.y + free.height - size.height;
        if (right < free.x || low < free.y) return Stream.empty();
        return Stream.of(
                        new Point(free.x, free.y),
                        new Point(right, free.y),
                        new Point(free.x, low),
                        new Point(right, low))
                .map(corner -> new Rectangle(corner, size));
    }

    /**
     * For the preview: as large as what is free allows, up to its wanted size. Windows that are not at work are covered
     * only if it would be less than half as large beside them. Where nothing useful is free, it is small, and over as
     * little as possible.
     *
     * @param kept where the user has put it; it stays there unless that covers something at work without need; or null
     */
    static Rectangle ofPreview(FreeSpace space, Dimension content, Insets frame, Rectangle picture, Rectangle kept) {
        FreeSpace atWork = space.important(AT_WORK);
        double least = Math.min(1, (double) Scaled.px(LEAST) / Math.max(content.width, content.height));
        Optional<Place> anywhere = space.largest(content, frame, picture);
        Optional<Place> best = atWork.largest(content, frame, picture);
        double half = best.map(Place::scale).orElse(0.0) / 2;
        Optional<Rectangle> free = anywhere.filter(place -> place.scale() >= half)
                .or(() -> best)
                .filter(place -> place.scale() >= least)
                .map(Place::bounds);
        boolean keepable = kept != null && space.screen().contains(kept);
        if (keepable && (free.isEmpty() || atWork.cost(kept) == 0)) return kept;
        Dimension small = new Dimension(
                Math.max(1, (int) Math.round(least * content.width)) + frame.left + frame.right,
                Math.max(1, (int) Math.round(least * content.height)) + frame.top + frame.bottom);
        return free.orElseGet(() -> space.leastCovering(small));
    }
}
