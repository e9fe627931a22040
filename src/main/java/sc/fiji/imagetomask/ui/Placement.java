package sc.fiji.imagetomask.ui;

import ij.gui.GUI;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Where a new window goes, so that it covers as little as possible of the windows that are at work. */
public final class Placement {

    private static final int GAP = 8;

    private Placement() {}

    /** The place for a window of that size right of another, left, below or above; the first that covers least. */
    public static Point beside(Rectangle other, Dimension size) {
        Rectangle screen = GUI.getMaxWindowBounds(other.getLocation());
        List<Rectangle> open = Stream.concat(
                        Arrays.stream(Window.getWindows())
                                .filter(Window::isShowing)
                                .map(Window::getBounds),
                        Stream.of(other))
                .toList();
        return beside(other, size, screen, open);
    }

    static Point beside(Rectangle other, Dimension size, Rectangle screen, List<Rectangle> open) {
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
                .min((a, b) -> Long.compare(covered(a, size, open), covered(b, size, open)))
                .orElseThrow();
    }

    private static Point within(Point place, Dimension size, Rectangle screen) {
        int x = Math.max(screen.x, Math.min(place.x, screen.x + screen.width - size.width));
        int y = Math.max(screen.y, Math.min(place.y, screen.y + screen.height - size.height));
        return new Point(x, y);
    }

    private static long covered(Point place, Dimension size, List<Rectangle> open) {
        Rectangle window = new Rectangle(place, size);
        return open.stream()
                .map(window::intersection)
                .filter(shared -> !shared.isEmpty())
                .mapToLong(shared -> (long) shared.width * shared.height)
                .sum();
    }
}
