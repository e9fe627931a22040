package sc.fiji.imagetomask.ui;

import ij.gui.GUI;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where a new window goes, so that it covers as little as possible of the windows that are at work: dialogs least of
 * all, then the picture, then others.
 */
public final class Placement {

    private static final int GAP = 8;
    private static final int DIALOG = 100;
    private static final int PICTURE = 4;

    private Placement() {}

    /** The place for a window of that size right of another, left, below or above; the first that covers least. */
    public static Point beside(Rectangle other, Dimension size) {
        Rectangle screen = GUI.getMaxWindowBounds(other.getLocation());
        Map<Rectangle, Integer> costs = new HashMap<>();
        for (Window window : Window.getWindows())
            if (window.isShowing()) costs.put(window.getBounds(), window instanceof Dialog ? DIALOG : 1);
        costs.put(other, PICTURE);
        return beside(other, size, screen, costs);
    }

    /** @param costs what it costs to cover a pixel of each window */
    static Point beside(Rectangle other, Dimension size, Rectangle screen, Map<Rectangle, Integer> costs) {
        int right = other.x + other.width + GAP;
        int left = other.x - size.width - GAP;
        int below = other.y + other.height + GAP;
        int above = other.y - size.height - GAP;
        int far = screen.x + screen.width - size.width;
        int low = screen.y + screen.height - size.height;
        Stream<Point> places = Stream.of(
                new Point(right, other.y),
                new Point(left, other.y),
                new Point(other.x, below),
                new Point(other.x, above),
                new Point(far, other.y),
                new Point(far, low),
                new Point(screen.x, low));
        return places.map(place -> within(place, size, screen))
                .min(Comparator.comparingLong(place -> cost(new Rectangle(place, size), costs)))
                .orElseThrow();
    }

    private static Point within(Point place, Dimension size, Rectangle screen) {
        int x = Math.max(screen.x, Math.min(place.x, screen.x + screen.width - size.width));
        int y = Math.max(screen.y, Math.min(place.y, screen.y + screen.height - size.height));
        return new Point(x, y);
    }

    private static long cost(Rectangle window, Map<Rectangle, Integer> costs) {
        long cost = 0;
        for (Map.Entry<Rectangle, Integer> open : costs.entrySet()) {
            Rectangle shared = window.intersection(open.getKey());
            if (!shared.isEmpty()) cost += (long) shared.width * shared.height * open.getValue();
        }
        return cost;
    }
}
