package sc.fiji.imagetomask.ui.preview;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.GUI;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.Window;
import java.util.List;
import java.util.stream.Stream;
import sc.fiji.imagetomask.ui.FirstPlace;
import sc.fiji.imagetomask.ui.preview.FreeSpace.Obstacle;

/** Places windows by the rules of {@link PreviewPlacement} among those that are open. Used on the event thread. */
public final class OpenWindows {

    private OpenWindows() {}

    /**
     * Moves the dialog of a picture to a place where it covers neither the picture nor ImageJ's window, and leaves room
     * for a preview.
     */
    public static void placeDialog(Window dialog, ImagePlus picture) {
        Viewport seen = Viewport.of(picture);
        Rectangle other = bounds(picture.getWindow());
        FirstPlace.prepare(dialog);
        dialog.setBounds(PreviewPlacement.ofDialog(
                space(dialog, picture.getWindow()),
                dialog.getSize(),
                new Dimension(seen.width(), seen.height()),
                other));
    }

    /** Moves a window, such as that of a mask, beside that of its picture, which may be null. */
    public static void placeBeside(Window window, Window picture) {
        FirstPlace.prepare(window);
        window.setLocation(PreviewPlacement.ofWindow(space(window, picture), window.getSize(), bounds(picture))
                .getLocation());
    }

    /** The place of a preview. */
    static Rectangle ofPreview(Window preview, Window picture, Dimension content, Rectangle kept) {
        Insets frame = preview.getInsets();
        return PreviewPlacement.ofPreview(space(preview, picture), content, frame, bounds(picture), kept);
    }

    private static FreeSpace space(Window placed, Window picture) {
        List<Obstacle> taken = Stream.of(Window.getWindows())
                .filter(window -> window != placed && window.isShowing() && window.getType() != Window.Type.POPUP)
                .filter(window -> !(window instanceof Frame frame) || (frame.getExtendedState() & Frame.ICONIFIED) == 0)
                .map(window -> new Obstacle(window.getBounds(), cost(window, picture)))
                .toList();
        return new FreeSpace(GUI.getMaxWindowBounds(bounds(picture).getLocation()), taken);
    }

    private static int cost(Window window, Window picture) {
        if (window instanceof PreviewWindow) return PreviewPlacement.OTHER;
        if (window instanceof Dialog) return PreviewPlacement.DIALOG;
        return window == picture || window == IJ.getInstance() ? PreviewPlacement.AT_WORK : PreviewPlacement.OTHER;
    }

    private static Rectangle bounds(Window window) {
        return window == null ? new Rectangle() : window.getBounds();
    }
}
