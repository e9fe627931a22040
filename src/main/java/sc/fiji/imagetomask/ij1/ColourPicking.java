package sc.fiji.imagetomask.ij1;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import java.awt.Cursor;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.BiConsumer;
import sc.fiji.imagetomask.imagej.PickedColour;

/**
 * Takes clicks in a picture's window as colours, while it is on. ImageJ's own tool does not get these clicks, so that the
 * selection stays.
 */
final class ColourPicking extends MouseAdapter {

    private final ImagePlus picture;
    private final BiConsumer<Integer, MouseEvent> picked;
    private ImageCanvas canvas;

    /** @param picked takes the colour {@code 0xRRGGBB} at each click, and the click */
    ColourPicking(ImagePlus picture, BiConsumer<Integer, MouseEvent> picked) {
        this.picture = picture;
        this.picked = picked;
    }

    /** Begins or ends. Does nothing if the picture has no window. */
    void setOn(boolean on) {
        if (on == (canvas != null)) return;
        if (on) {
            canvas = picture.getCanvas();
            if (canvas == null) return;
            canvas.removeMouseListener(canvas);
            canvas.addMouseListener(this);
            canvas.setCursor(Cursor.getPredefinedCursor(Cursor.CROSSHAIR_CURSOR));
        } else {
            canvas.removeMouseListener(this);
            canvas.addMouseListener(canvas);
            canvas.setCursor(Cursor.getDefaultCursor());
            canvas = null;
        }
    }

    @Override
    public void mousePressed(MouseEvent event) {
        int x = canvas.offScreenX(event.getX());
        int y = canvas.offScreenY(event.getY());
        picked.accept(PickedColour.at(picture, x, y), event);
    }
}
