package sc.fiji.imagetomask.packaged;

import ij.IJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.plugin.frame.Recorder;
import java.awt.Dialog;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JTextField;

/**
 * A user of the dialog beyond its levels: selections that limit the mask or not, a mask as the picture, a second dialog,
 * help, and what is on disk afterwards. Prints what came of it, as lines {@code name: value}.
 */
public final class DialogSession {

    private final PictureAtWork work;
    private final Hands hands;
    private final ImagePlus picture;

    private DialogSession(PictureAtWork work) {
        this.work = work;
        hands = work.hands;
        picture = work.picture;
    }

    /** Arguments: ImageJ's folder, the picture, the folder for screenshots. */
    public static void main(String[] args) throws Exception {
        PictureAtWork work = new PictureAtWork(args);
        DialogSession session = new DialogSession(work);
        work.run(() -> {
            session.liftTheLimit();
            session.ownSelection();
            session.lineSelection();
            session.maskAsPicture();
            session.helpAndPreview();
        });
    }

    private void liftTheLimit() throws Exception {
        picture.setRoi(new OvalRoi(40, 30, 60, 50));
        Window dialog = work.open();
        System.out.println("limited at first: " + PictureAtWork.isTicked(dialog, "limited"));
        work.click(dialog, "limited");
        work.photograph("dialog-limited.png");
        IJ.doCommand(PictureAtWork.COMMAND);
        hands.rest();
        System.out.println("dialogs: " + dialogs());
        work.accept(dialog);
        ImagePlus mask = work.mask();
        work.recorded();
        System.out.println("mask outside: " + (mask.getProcessor().get(2, 2) > 0));
        System.out.println("covers the picture: "
                + !Hands.happens(() -> !mask.getWindow()
                        .getBounds()
                        .intersects(picture.getWindow().getBounds())));
        System.out.println("recorded: " + Recorder.getInstance().getText().contains("limited=false"));
        System.out.println("on disk: "
                + Files.readString(Path.of(Prefs.getPrefsDir(), Prefs.PREFS_NAME))
                        .contains("imagetomask.options"));
    }

    private void ownSelection() throws Exception {
        picture.deleteRoi();
        IJ.run(picture, PictureAtWork.COMMAND, "output=selection engine=java");
        Window dialog = work.open();
        System.out.println("limited to its own: " + PictureAtWork.isTicked(dialog, "limited"));
        close(dialog);
    }

    private void lineSelection() throws Exception {
        picture.setRoi(new Line(1, 1, 50, 50));
        Window dialog = work.open();
        JCheckBox limited = Hands.part(JCheckBox.class, dialog, "limited");
        System.out.println("line limits: " + (limited.isEnabled() || limited.isSelected()));
        Hands.onEventThread(() -> picture.setRoi(new OvalRoi(5, 5, 30, 30)));
        System.out.println("area limits: " + Hands.happens(() -> limited.isEnabled() && limited.isSelected()));
        close(dialog);
    }

    private void maskAsPicture() throws Exception {
        Window dialog = work.open(WindowManager.getImage("Mask of " + picture.getTitle()));
        System.out.println(
                "hint: " + Hands.part(JComponent.class, dialog, "picture hint").isVisible());
        work.choose(dialog, "picture", picture.getTitle());
        System.out.println("hint left: "
                + Hands.part(JComponent.class, dialog, "picture hint").isVisible());
        System.out.println("chosen: " + ((Dialog) dialog).getTitle().endsWith("- " + picture.getTitle()));
        close(dialog);
    }

    private void helpAndPreview() throws Exception {
        Window dialog = work.open();
        JCheckBox preview = Hands.part(JCheckBox.class, dialog, "preview");
        if (!preview.isSelected()) hands.click(preview);
        System.out.println("view with preview: "
                + Hands.happens(
                        () -> Hands.part(JComponent.class, dialog, "view").isEnabled()));
        hands.click(preview);
        System.out.println("view without: "
                + !Hands.happens(
                        () -> !Hands.part(JComponent.class, dialog, "view").isEnabled()));
        work.click(dialog, "Help");
        Window help = Hands.window("help");
        work.photograph("dialog-help.png");
        System.out.println(
                "address: " + Hands.part(JTextField.class, help, "address").getText());
        Hands.onEventThread(help::dispose);
        close(dialog);
    }

    /** By Esc, which first closes the list that is open. */
    private void close(Window dialog) throws Exception {
        hands.click(Hands.part(JComponent.class, dialog, "channel"));
        hands.key(KeyEvent.VK_ESCAPE);
        hands.rest();
        hands.key(KeyEvent.VK_ESCAPE);
        Hands.waitFor("end", () -> dialog.isShowing() ? null : true);
    }

    private static long dialogs() {
        return Stream.of(Window.getWindows())
                .filter(window -> window.isShowing() && "imagetomask".equals(window.getName()))
                .count();
    }
}
