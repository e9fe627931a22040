package sc.fiji.imagetomask.ui;

import ij.ImagePlus;
import sc.fiji.imagetomask.image.MaskOptions;

/**
 * The mask of a picture, live, in a window of its own that shows the part of the picture that the picture's window
 * shows. Nothing of the picture is touched: it is only read.
 *
 * <pre>{@code
 * try (MaskPreview preview = new MaskPreview(picture, listener)) {
 *     preview.setVisible(true);
 *     preview.show(MaskOptions.parse("channel=[S (HSV)] black=20"));
 * }
 * }</pre>
 */
public final class MaskPreview implements AutoCloseable {

    /** Of that picture; opens no window yet. Call on any thread, as all methods. */
    public MaskPreview(ImagePlus picture, PreviewListener listener) {}

    /** Counts the channel and shows the mask of these options; returns at once, and the latest call wins. */
    public void show(MaskOptions options) {}

    /** What to show. */
    public void setView(PreviewView view) {}

    /** Whether the window is open; the channel is counted in any case. */
    public void setVisible(boolean visible) {}

    /** Closes the window and gives all memory back. */
    @Override
    public void close() {}
}
