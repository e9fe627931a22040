package sc.fiji.imagetomask.ui.preview;

import ij.IJ;
import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.Roi;
import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.util.concurrent.TimeUnit;
import javax.swing.Timer;
import sc.fiji.imagetomask.Term;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.imagej.RoiWeightMap;
import sc.fiji.imagetomask.options.MaskOptions;

/**
 * A live preview of the mask in its own window. It shows the part of the picture that the picture's window shows, or a
 * part that the user zooms to. It follows slice, zoom, selection and changes of the pixels. All methods may be called
 * on any thread.
 *
 * <pre>{@code
 * try (MaskPreview preview = new MaskPreview(picture, listener)) {
 *     preview.setVisible(true);
 *     preview.show(MaskOptions.parse("channel=[S (HSV)] black=20"));
 * }
 * }</pre>
 *
 * <p>Design decision: the picture is only read. A preview inside the picture's window would have to use its pixels, its
 * overlay or the canvas's list of ROIs. ImageJ would save these with the picture if the user saves it during the
 * preview.
 *
 * <p>The work is done in the background, the latest request first; only the pixels on the screen are computed, so that
 * the view follows the handle for a picture of any size. The command makes the complete mask again.
 */
public final class MaskPreview implements AutoCloseable {

    private static final int LOOK_EVERY_MS = 80;

    private final ImagePlus picture;
    private final PreviewListener listener;
    private final PreviewWork work;
    private final LatestOnly<PreviewRequest> requests;
    private final ImageListener changes;
    private final Timer timer = new Timer(LOOK_EVERY_MS, event -> lookAround());
    private final PreviewDisplay display;
    private MaskOptions options;
    private Term edited;
    private PreviewView view = PreviewView.MASK;
    private TintColor color = TintColor.RED;
    private boolean comparing;
    private MaskView shown;
    private boolean visible;
    private boolean closed;
    private long edition;
    private PreviewState last;
    private Roi selection;

    /** Of that picture; opens no window yet. */
    public MaskPreview(ImagePlus picture, PreviewListener listener) {
        this.picture = picture;
        this.listener = listener;
        work = new PreviewWork(picture, () -> onEventThread(this::request));
        requests = new LatestOnly<>(this::answer, work::close);
        changes = new Changes();
        display = new PreviewDisplay(picture, this::request, this::windowClosed, this::compare, this::tellValue);
        ImagePlus.addImageListener(changes);
        timer.start();
    }

    /**
     * Computes the histogram of the channel and shows the mask of these options. It returns at once; only the latest
     * call counts.
     */
    public void show(MaskOptions newOptions) {
        show(newOptions, newOptions.settings().first());
    }

    /**
     * The same with the histogram of another term.
     *
     * @param newEdited need not be one of the mask's
     */
    public void show(MaskOptions newOptions, Term newEdited) {
        onEventThread(() -> {
            options = newOptions;
            edited = newEdited;
            request();
        });
    }

    /** Sets what to show, and the colour of the tint or outline. */
    void setView(PreviewView newView, TintColor newColor) {
        onEventThread(() -> {
            view = newView;
            color = newColor;
            if (visible && shown != null) paint();
        });
    }

    /** Shows or hides the window; the histogram is computed in any case. */
    public void setVisible(boolean newVisible) {
        onEventThread(() -> {
            visible = newVisible;
            if (!visible) display.hide();
            request();
        });
    }

    /** Moves the window if it covers that one, which has become larger. */
    public void makeWay(Window grown) {
        onEventThread(() -> display.makeWay(grown));
    }

    /** Closes the window and frees all memory. */
    @Override
    public void close() {
        onEventThread(() -> {
            if (closed) return;
            closed = true;
            timer.stop();
            ImagePlus.removeImageListener(changes);
            requests.close();
            display.dispose();
        });
    }

    private void request() {
        if (closed || options == null) return;
        if (last == null) look();
        requests.hand(new PreviewRequest(
                options, edited, last, selection, visible ? display.viewport(last.viewport()) : null));
    }

    /** The picture where the mask is shown, without selection and overlay. */
    private BufferedImage background(Viewport viewport) {
        BufferedImage image = new BufferedImage(viewport.width(), viewport.height(), BufferedImage.TYPE_INT_RGB);
        Rectangle source = viewport.source();
        Graphics2D g = image.createGraphics();
        g.drawImage(
                picture.getImage(),
                0,
                0,
                viewport.width(),
                viewport.height(),
                source.x,
                source.y,
                source.x + source.width,
                source.y + source.height,
                null);
        g.dispose();
        return image;
    }

    /**
     * Whether the state has changed since the last check.
     *
     * <p>Design decision: ImageJ does not report changes of a selection, and to compare a selection of a million pieces
     * takes a fifth of a second. So there are fewer checks then, and changes in the dialog use the result of the last
     * check.
     */
    private boolean look() {
        long start = System.nanoTime();
        PreviewState now = PreviewState.of(picture, edition);
        boolean changed = !now.equals(last);
        if (changed) {
            Roi roi = RoiWeightMap.limiting(picture);
            selection = roi == null ? null : (Roi) roi.clone();
            last = now;
        }
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        timer.setDelay((int) Math.max(LOOK_EVERY_MS, 10 * took));
        return changed;
    }

    private void lookAround() {
        if (last != null && look()) request();
    }

    /** Works in the background; a picture that is being closed may cause any exception. */
    private void answer(PreviewRequest request) {
        try {
            PreviewResult result = work.result(request);
            EventQueue.invokeLater(() -> show(result));
        } catch (IllegalArgumentException | EngineException e) {
            EventQueue.invokeLater(() -> fail(e.getMessage()));
        } catch (OutOfMemoryError e) {
            EventQueue.invokeLater(() -> fail("Java has not enough memory for a preview of this picture."));
        } catch (RuntimeException | Error e) {
            EventQueue.invokeLater(() -> {
                if (!closed) throw e;
            });
        }
    }

    private void show(PreviewResult result) {
        if (closed) return;
        listener.failed(null);
        listener.counted(result.histogram(), result.range());
        listener.computed(result.engine());
        if (!visible || result.mask() == null) return;
        shown = result.mask();
        paint();
    }

    private void paint() {
        boolean mask = view == PreviewView.MASK && !comparing;
        BufferedImage background = mask ? null : background(shown.viewport());
        display.show(comparing ? background : shown.draw(view, background, color.rgb()));
    }

    /** Shows the picture instead of the mask for a while. */
    private void compare(boolean newComparing) {
        if (comparing == newComparing || shown == null || !visible) return;
        comparing = newComparing;
        paint();
    }

    private void tellValue(Point pixel) {
        boolean inside = shown != null
                && pixel.x < shown.viewport().width()
                && pixel.y < shown.viewport().height();
        if (inside)
            IJ.showStatus(
                    PointedValue.text(picture, shown, pixel, options.settings().output()));
    }

    private void fail(String sentence) {
        if (closed) return;
        display.hide();
        listener.failed(sentence);
    }

    private void windowClosed() {
        visible = false;
        comparing = false;
        listener.windowClosed();
    }

    private static void onEventThread(Runnable action) {
        if (EventQueue.isDispatchThread()) action.run();
        else EventQueue.invokeLater(action);
    }

    private final class Changes implements ImageListener {

        private int slice = picture.getCurrentSlice();

        @Override
        public void imageOpened(ImagePlus image) {}

        @Override
        public void imageClosed(ImagePlus image) {
            if (image == picture)
                onEventThread(() -> {
                    close();
                    listener.pictureClosed();
                });
        }

        /** Also called when another slice is shown, which does not change the pixels. */
        @Override
        public void imageUpdated(ImagePlus image) {
            onEventThread(() -> {
                boolean turned = image == picture && slice != picture.getCurrentSlice();
                slice = picture.getCurrentSlice();
                boolean used =
                        image == picture || options != null && image.getTitle().equals(options.mask());
                if (!used || turned) return;
                edition++;
                if (last != null && look()) request();
            });
        }
    }
}
