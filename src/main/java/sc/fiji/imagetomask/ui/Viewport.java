package sc.fiji.imagetomask.ui;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
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
