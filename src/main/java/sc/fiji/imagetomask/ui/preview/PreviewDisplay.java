package sc.fiji.imagetomask.ui.preview;

import ij.IJ;
import ij.ImagePlus;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.swing.Timer;
import sc.fiji.imagetomask.ui.FirstPlace;

/**
 * The window of a preview: its place among the other windows, and the part of the picture in it. This is the part that
 * the picture's window shows, until the user zooms with the wheel. It is that part again when the picture's window is
 * zoomed or scrolled.
 */
final class PreviewDisplay implements PreviewHands {

    private static final double ZOOM_STEP = 1.25;

    /** A window manager moves a window that was just placed for its frame; only later moves are the user's. */
    private static final int SETTLES_MS = 1000;

    private final ImagePlus picture;
    private final Runnable changed;
    private final Runnable closed;
    private final Consumer<Boolean> compared;
    private final Consumer<Point> pointed;
    private final Timer settling = new Timer(SETTLES_MS / 3, event -> arrange());
    private final CompareKey compareKey = new CompareKey(this::compares);
    private PreviewWindow window;
    private Rectangle kept = KeptPlace.load();
    private Viewport seen;
    private Rectangle own;
    private long placedAt;

    /**
     * @param changed is called when another viewport is wanted
     * @param closed is called when the user closes the window
     * @param compared hears whether the picture itself is wanted
     * @param pointed hears at which pixel of the viewport the mouse is
     */
    PreviewDisplay(
            ImagePlus picture, Runnable changed, Runnable closed, Consumer<Boolean> compared, Consumer<Point> pointed) {
        this.picture = picture;
        this.changed = changed;
        this.closed = closed;
        this.compared = compared;
        this.pointed = pointed;
        settling.setRepeats(false);
    }

    /** What to show while the picture's window shows that. */
    Viewport viewport(Viewport newSeen) {
        if (!newSeen.equals(seen)) {
            boolean resized = seen == null || newSeen.width() != seen.width() || newSeen.height() != seen.height();
            seen = newSeen;
            own = null;
            if (resized && isOpen()) arrange();
        }
        return isOpen() ? Viewport.fitted(own == null ? seen.source() : own, window.pixels()) : seen;
    }

    /** Shows an image; opens the window if it is not open. */
    void show(BufferedImage image) {
        if (window != null && window.getOwner() != picture.getWindow()) dispose(); // the picture has another window now
        if (window == null) window = new PreviewWindow(picture.getWindow(), "Preview of " + picture.getTitle(), this);
        boolean opens = !window.isVisible();
        if (opens) arrange();
        Window active = KeyboardFocusManager.getCurrentKeyboardFocusManager().getActiveWindow();
        window.show(image);
        if (!opens) return;
        if (active instanceof Dialog) active.toFront(); // some window managers raise the picture's window, too
        compareKey.listen();
        settling.restart();
        changed.run();
    }

    /** Closes the window, which may be opened again. */
    void hide() {
        compareKey.rest();
        if (window != null) window.setVisible(false);
    }

    void dispose() {
        compareKey.rest();
        settling.stop();
        if (window != null) window.dispose();
        window = null;
    }

    /** Goes where it does not cover that window, which has become larger. */
    void makeWay(Window grown) {
        if (isOpen() && window.getBounds().intersects(grown.getBounds())) arrange();
    }

    private boolean isOpen() {
        return window != null && window.isVisible();
    }

    private void arrange() {
        if (window == null || seen == null) return;
        Dimension wanted = new Dimension(seen.width(), seen.height());
        Rectangle place = OpenWindows.ofPreview(window, picture.getWindow(), wanted, kept);
        placedAt = System.nanoTime();
        if (place.equals(window.getBounds())) return;
        FirstPlace.prepare(window);
        window.setBounds(place);
        window.validate();
    }

    @Override
    public void moved() {
        if (!isOpen()) return;
        changed.run();
        if (TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - placedAt) < SETTLES_MS) return;
        kept = window.getBounds();
        KeptPlace.save(kept);
    }

    @Override
    public void zooms(double across, double down, double notches) {
        Dimension all = new Dimension(picture.getWidth(), picture.getHeight());
        Viewport now = viewport(seen);
        own = now.zoomed(across, down, Math.pow(ZOOM_STEP, notches), all, window.pixels());
        changed.run();
    }

    @Override
    public void follows() {
        own = null;
        changed.run();
    }

    @Override
    public void closed() {
        compareKey.rest();
        closed.run();
        IJ.showStatus("");
    }

    @Override
    public void compares(boolean picture) {
        compared.accept(picture);
    }

    @Override
    public void points(Point pixel) {
        pointed.accept(pixel);
    }
}
