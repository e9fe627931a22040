package sc.fiji.imagetomask.ui.preview;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import java.awt.Dimension;
import java.awt.Rectangle;

/**
 * Which part of a picture is seen, and how large.
 *
 * @param source the part, in the picture's pixels
 * @param width of its image, in screen pixels
 * @param height of its image, in screen pixels
 */
record Viewport(Rectangle source, int width, int height) {

    private static final double WITHOUT_WINDOW = 512;
    private static final double LARGEST_ZOOM = 32;

    /** What the picture's window shows; the whole picture, at most 512 pixels wide and high, if it has none. */
    static Viewport of(ImagePlus picture) {
        ImageCanvas canvas = picture.getCanvas();
        double zoom = canvas == null
                ? Math.min(1, WITHOUT_WINDOW / Math.max(picture.getWidth(), picture.getHeight()))
                : canvas.getMagnification();
        Rectangle source = canvas == null
                ? new Rectangle(picture.getWidth(), picture.getHeight())
                : new Rectangle(canvas.getSrcRect());
        return new Viewport(source, pixels(source.width * zoom), pixels(source.height * zoom));
    }

    /** That part as large as it fits into a window's content. */
    static Viewport fitted(Rectangle source, Dimension content) {
        double zoom = zoom(source, content);
        return new Viewport(source, pixels(source.width * zoom), pixels(source.height * zoom));
    }

    /**
     * The part that is seen after zooming; the point under the mouse stays where it is, as far as the picture reaches.
     *
     * @param across where the mouse is, from 0 at the left of the image to 1 at its right
     * @param down likewise, from its top
     * @param factor above 1 to see less of the picture, larger
     * @param picture its size
     * @param content the size of the window's content
     */
    Rectangle zoomed(double across, double down, double factor, Dimension picture, Dimension content) {
        double whole = zoom(new Rectangle(picture), content);
        double zoom = Math.min(Math.max(zoom(source, content) * factor, whole), Math.max(LARGEST_ZOOM, whole));
        int columns = Math.min(picture.width, pixels(content.width / zoom));
        int rows = Math.min(picture.height, pixels(content.height / zoom));
        double x = source.x + across * source.width - across * columns;
        double y = source.y + down * source.height - down * rows;
        return new Rectangle(
                (int) Math.min(Math.max(Math.round(x), 0), picture.width - columns),
                (int) Math.min(Math.max(Math.round(y), 0), picture.height - rows),
                columns,
                rows);
    }

    private static double zoom(Rectangle source, Dimension content) {
        return Math.min((double) content.width / source.width, (double) content.height / source.height);
    }

    private static int pixels(double length) {
        return Math.max(1, (int) (length + 0.5));
    }

    /** The column of the picture that column i of the image shows. */
    int column(int i) {
        return source.x + (int) ((i + 0.5) * source.width / width);
    }

    /** The row of the picture that row i of the image shows. */
    int row(int i) {
        return source.y + (int) ((i + 0.5) * source.height / height);
    }
}
