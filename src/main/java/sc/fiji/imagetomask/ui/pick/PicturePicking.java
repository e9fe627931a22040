package sc.fiji.imagetomask.ui.pick;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import java.awt.Cursor;
import java.awt.Point;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes clicks and strokes in a picture's window, while somebody wants them. ImageJ's own tool does not get them, so that the
 * selection stays.
 */
public final class PicturePicking {

    /** Takes what the user pointed at. */
    public interface Taker {

        /**
         * A click or a stroke has ended.
         *
         * @param pixels of the picture, as far as they lie in it: one for a click, those of the way for a stroke
         * @param mouse with the keys that were held
         */
        void take(List<Point> pixels, MouseEvent mouse);
    }

    private final ImagePlus picture;
    private final Hearing hearing = new Hearing();
    private ImageCanvas canvas;
    private Taker taker;

    public PicturePicking(ImagePlus picture) {
        this.picture = picture;
    }

    /**
     * Says who takes what the user points at; null ends it, and ImageJ's tool works again. Does nothing if the picture has no
     * window.
     */
    public void setTaker(Taker newTaker) {
        boolean on = newTaker != null;
        taker = newTaker;
        if (on == (canvas != null)) return;
        if (on) {
            canvas = picture.getCanvas();
            if (canvas == null) return;
            canvas.removeMouseListener(canvas);
            canvas.removeMouseMotionListener(canvas);
            canvas.addMouseListener(hearing);
            canvas.addMouseMotionListener(hearing);
            canvas.setCursor(Cursor.getPredefinedCursor(Cursor.CROSSHAIR_CURSOR));
        } else {
            canvas.removeMouseListener(hearing);
            canvas.removeMouseMotionListener(hearing);
            canvas.addMouseListener(canvas);
            canvas.addMouseMotionListener(canvas);
            canvas.setCursor(Cursor.getDefaultCursor());
            canvas = null;
        }
    }

    private final class Hearing extends MouseAdapter {

        private final List<Point> way = new ArrayList<>();

        @Override
        public void mousePressed(MouseEvent event) {
            way.clear();
            add(event);
        }

        @Override
        public void mouseDragged(MouseEvent event) {
            add(event);
        }

        @Override
        public void mouseReleased(MouseEvent event) {
            if (!way.isEmpty() && taker != null) taker.take(List.copyOf(way), event);
            way.clear();
        }

        /** ImageJ shows the values there; it also sets the cursor of its tool. */
        @Override
        public void mouseMoved(MouseEvent event) {
            picture.mouseMoved(canvas.offScreenX(event.getX()), canvas.offScreenY(event.getY()));
        }

        private void add(MouseEvent event) {
            Point pixel = new Point(canvas.offScreenX(event.getX()), canvas.offScreenY(event.getY()));
            boolean isInside =
                    pixel.x >= 0 && pixel.y >= 0 && pixel.x < picture.getWidth() && pixel.y < picture.getHeight();
            if (isInside && (way.isEmpty() || !way.get(way.size() - 1).equals(pixel))) way.add(pixel);
        }
    }
}
