package sc.fiji.imagetomask.ui.preview;

import java.awt.Dimension;
import java.awt.Insets;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The part of a screen that no window covers, and where another window goes in it. It knows rectangles only, and not
 * the windows on the screen.
 *
 * @param screen all of it
 * @param taken what is covered
 */
record FreeSpace(Rectangle screen, List<Obstacle> taken) {

    private static final int GAP = 6;

    /** If sizes differ by less than this, the nearer place is better. */
    private static final double ALIKE = 0.03;

    /**
     * Something that a new window should not cover.
     *
     * @param cost of covering one of its pixels
     */
    record Obstacle(Rectangle bounds, int cost) {}

    /**
     * A place, with the size there.
     *
     * @param bounds of the window
     * @param scale of its content, 1 or less
     */
    record Place(Rectangle bounds, double scale) {}

    FreeSpace with(Obstacle obstacle) {
        List<Obstacle> more = new ArrayList<>(taken);
        more.add(obstacle);
        return new FreeSpace(screen, more);
    }

    /** The same without windows that cost less. */
    FreeSpace important(int cost) {
        return new FreeSpace(
                screen, taken.stream().filter(obstacle -> obstacle.cost >= cost).toList());
    }

    /** All free rectangles that no other free one contains; with a gap around what is taken. */
    List<Rectangle> rectangles() {
        List<Rectangle> free = new ArrayList<>(List.of(screen));
        for (Obstacle obstacle : taken) {
            Rectangle hole = new Rectangle(obstacle.bounds);
            hole.grow(GAP, GAP);
            List<Rectangle> left = new ArrayList<>();
            for (Rectangle rectangle : free) {
                if (!rectangle.intersects(hole)) left.add(rectangle);
                else around(rectangle, hole).filter(part -> !part.isEmpty()).forEach(left::add);
            }
            free = left.stream()
                    .distinct()
                    .filter(part -> left.stream().noneMatch(other -> !other.equals(part) && other.contains(part)))
                    .toList();
        }
        return free;
    }

    private static Stream<Rectangle> around(Rectangle all, Rectangle hole) {
        int right = hole.x + hole.width;
        int low = hole.y + hole.height;
        return Stream.of(
                new Rectangle(right, all.y, all.x + all.width - right, all.height),
                new Rectangle(all.x, all.y, hole.x - all.x, all.height),
                new Rectangle(all.x, low, all.width, all.y + all.height - low),
                new Rectangle(all.x, all.y, all.width, hole.y - all.y));
    }

    /**
     * Where a window is shown largest, up to its wanted size; of places with like sizes the one nearest to another
     * window. Empty if nothing is free at all.
     *
     * @param content the wanted size of what is in the window, whose proportions are kept
     * @param frame around the content
     */
    Optional<Place> largest(Dimension content, Insets frame, Rectangle near) {
        List<Place> places = rectangles().stream()
                .flatMap(free -> fit(free, content, frame, near).stream())
                .toList();
        double most = places.stream().mapToDouble(Place::scale).max().orElse(0);
        return places.stream()
                .filter(place -> place.scale > most - ALIKE)
                .min(Comparator.comparingDouble(place -> distance(place.bounds, near)));
    }

    /** Where a window of that size fits, nearest to another one; empty if it fits nowhere. */
    Optional<Rectangle> fitting(Dimension size, Rectangle near) {
        return largest(size, new Insets(0, 0, 0, 0), near)
                .filter(place -> place.scale == 1)
                .map(Place::bounds);
    }

    private static Optional<Place> fit(Rectangle free, Dimension content, Insets frame, Rectangle near) {
        int across = frame.left + frame.right;
        int down = frame.top + frame.bottom;
        double scale = Math.min(
                1,
                Math.min(
                        (double) (free.width - across) / content.width,
                        (double) (free.height - down) / content.height));
        Dimension size = new Dimension(
                (int) (scale * content.width + 1e-6) + across, (int) (scale * content.height + 1e-6) + down);
        if (scale <= 0) return Optional.empty();
        int x = nearest(free.x, free.width, size.width, near.x, near.width);
        int y = nearest(free.y, free.height, size.height, near.y, near.height);
        return Optional.of(new Place(new Rectangle(new Point(x, y), size), scale));
    }

    /** Where a length starts within a free one: level with the start of another one, or as near to it as it can. */
    private static int nearest(int free, int freeLength, int length, int other, int otherLength) {
        if (free + freeLength <= other) return free + freeLength - length;
        if (free >= other + otherLength) return free;
        return within(other, free, freeLength - length);
    }

    private static int within(int value, int from, int span) {
        return Math.max(from, Math.min(value, from + Math.max(0, span)));
    }

    private static double distance(Rectangle a, Rectangle b) {
        int across = Math.max(0, Math.max(b.x - a.x - a.width, a.x - b.x - b.width));
        int down = Math.max(0, Math.max(b.y - a.y - a.height, a.y - b.y - b.height));
        return Math.hypot(across, down);
    }

    /** Where a window of that size costs least: in a corner of the screen or beside something that is taken. */
    Rectangle leastCovering(Dimension size) {
        List<Integer> columns = new ArrayList<>(List.of(screen.x + screen.width - size.width, screen.x));
        List<Integer> rows = new ArrayList<>(List.of(screen.y + screen.height - size.height, screen.y));
        for (Obstacle obstacle : taken) {
            Rectangle other = obstacle.bounds;
            columns.add(other.x + other.width + GAP);
            columns.add(other.x - size.width - GAP);
            rows.add(other.y + other.height + GAP);
            rows.add(other.y - size.height - GAP);
        }
        Rectangle best = null;
        for (int column : columns)
            for (int row : rows) {
                int x = within(column, screen.x, screen.width - size.width);
                int y = within(row, screen.y, screen.height - size.height);
                Rectangle place = new Rectangle(new Point(x, y), size);
                if (best == null || cost(place) < cost(best)) best = place;
            }
        return best;
    }

    /** What it costs to put a window there. */
    long cost(Rectangle window) {
        long cost = 0;
        for (Obstacle obstacle : taken) {
            Rectangle shared = window.intersection(obstacle.bounds);
            if (!shared.isEmpty()) cost += (long) shared.width * shared.height * obstacle.cost;
        }
        return cost;
    }
}
