package sc.fiji.imagetomask.command;

import ij.ImagePlus;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.Window;
import java.util.function.Consumer;
import javax.swing.JDialog;
import javax.swing.JOptionPane;
import sc.fiji.imagetomask.image.MaskOptions;
import sc.fiji.imagetomask.image.OptionLabels;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.ui.LevelsPanel;
import sc.fiji.imagetomask.ui.MaskPreview;
import sc.fiji.imagetomask.ui.Placement;
import sc.fiji.imagetomask.ui.PreviewListener;
import sc.fiji.imagetomask.ui.PreviewView;

/** The preview of the command's dialog, and the levels panel that the dialog opens; nothing is there until needed. */
final class LivePreview implements PreviewListener, AutoCloseable {

    private final Consumer<String> status;
    private final Runnable switchedOff;
    private ImagePlus picture;
    private MaskPreview preview;
    private LevelsPanel panel;

    /**
     * @param status takes the sentence that says why there is no preview; empty once there is one again
     * @param switchedOff is run when the user closes the preview's window
     */
    LivePreview(Consumer<String> status, Runnable switchedOff) {
        this.status = status;
        this.switchedOff = switchedOff;
    }

    /** Shows the mask of that picture in a window, or renews it. */
    synchronized void show(ImagePlus newPicture, MaskOptions options, PreviewView view) {
        MaskPreview shown = of(newPicture);
        shown.setView(view);
        shown.setVisible(true);
        shown.show(options);
    }

    /** Closes the window. */
    synchronized void hide() {
        if (preview != null) preview.setVisible(false);
    }

    /**
     * Lets the user set the levels on the histogram of the picture's channel. Call on the event thread; returns when
     * the user is done.
     *
     * @param changed hears of every change, and of the levels to go back to if the user cancels
     */
    void askLevels(ImagePlus newPicture, MaskOptions options, Consumer<Levels> changed) {
        Levels before = options.settings().levels();
        panel = new LevelsPanel(changed);
        panel.setLevels(before);
        of(newPicture).show(options);
        Window dialog = KeyboardFocusManager.getCurrentKeyboardFocusManager().getActiveWindow();
        if (!isAccepted(newPicture.getWindow(), dialog)) changed.accept(before);
        panel = null;
    }

    private boolean isAccepted(Window pictureWindow, Window parent) {
        while (true) {
            JOptionPane pane = new JOptionPane(panel, JOptionPane.PLAIN_MESSAGE, JOptionPane.OK_CANCEL_OPTION);
            JDialog dialog = pane.createDialog(parent, OptionLabels.LEVELS);
            dialog.setLocation(Placement.beside(
                    pictureWindow == null ? new Rectangle() : pictureWindow.getBounds(), dialog.getSize()));
            dialog.setVisible(true);
            dialog.dispose();
            if (!Integer.valueOf(JOptionPane.OK_OPTION).equals(pane.getValue())) return false;
            if (panel.wrongFields().isEmpty()) return true;
            JOptionPane.showMessageDialog(
                    parent, panel.wrongFields().get(0).mistake(), OptionLabels.TITLE, JOptionPane.ERROR_MESSAGE);
        }
    }

    private synchronized MaskPreview of(ImagePlus newPicture) {
        if (picture != newPicture) close();
        if (preview == null) preview = new MaskPreview(newPicture, this);
        picture = newPicture;
        return preview;
    }

    @Override
    public void counted(Histogram counted, ClipRange range) {
        if (panel != null) panel.setHistogram(counted, range);
    }

    @Override
    public void failed(String sentence) {
        status.accept(sentence == null ? "" : sentence);
    }

    @Override
    public void windowClosed() {
        switchedOff.run();
    }

    @Override
    public void pictureClosed() {
        close();
    }

    @Override
    public synchronized void close() {
        if (preview != null) preview.close();
        preview = null;
        picture = null;
    }
}
