package sc.fiji.imagetomask.packaged;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.plugin.frame.Recorder;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextField;

/**
 * A user of the dialog beyond its levels: selections that limit the mask or not, a mask as the picture, a second dialog,
 * help, and what is on disk afterwards. Prints what came of it, as lines {@code name: value}.
 */
public final class DialogSession {

    private static final String COMMAND = "Image To Mask...";

    private final Hands hands = new Hands();
    private final Path out;
    private final ImagePlus picture;

    private DialogSession(String file, Path out) throws Exception {
        this.out = out;
        picture = IJ.openImage(file);
        picture.show();
        picture.getWindow().setLocation(20, 100);
    }

    /** Arguments: ImageJ's folder, the picture, the folder for screenshots. */
    public static void main(String[] args) throws Exception {
        ImageJ.main(new String[] {"-ijpath", args[0], "-port0"});
        new Recorder();
        DialogSession session = new DialogSession(args[1], Path.of(args[2]));
        session.liftTheLimit();
        session.ownSelection();
        session.lineSelection();
        session.maskAsPicture();
        session.helpAndPreview();
        System.exit(0);
    }

    private void liftTheLimit() throws Exception {
        picture.setRoi(new OvalRoi(40, 30, 60, 50));
        Window dialog = open(picture);
        System.out.println("limited at first: " + isTicked(dialog, "limited"));
        hands.click(Hands.part(JComponent.class, dialog, "limited"));
        hands.photograph(Hands.screen(), out.resolve("dialog-limited.png").toFile());
        IJ.doCommand(COMMAND);
        hands.rest();
        System.out.println("dialogs: " + dialogs());
        hands.click(Hands.part(JButton.class, dialog, "OK"));
        ImagePlus mask = Hands.waitFor("mask", () -> WindowManager.getImage("Mask of " + picture.getTitle()));
        hands.rest();
        System.out.println("mask outside: " + (mask.getProcessor().get(2, 2) > 0));
        System.out.println("covers the picture: "
                + mask.getWindow().getBounds().intersects(picture.getWindow().getBounds()));
        System.out.println("recorded: " + Recorder.getInstance().getText().contains("limited=false"));
        System.out.println("on disk: "
                + Files.readString(Path.of(Prefs.getPrefsDir(), Prefs.PREFS_NAME))
                        .contains("imagetomask.options"));
    }

    private void ownSelection() throws Exception {
        picture.deleteRoi();
        IJ.run(picture, COMMAND, "output=selection engine=java");
        Window dialog = open(picture);
        System.out.println("limited to its own: " + isTicked(dialog, "limited"));
        cancel(dialog);
    }

    private void lineSelection() throws Exception {
        picture.setRoi(new Line(1, 1, 50, 50));
        Window dialog = open(picture);
        JCheckBox limited = Hands.part(JCheckBox.class, dialog, "limited");
        System.out.println("line limits: " + (limited.isEnabled() || limited.isSelected()));
        Hands.onEventThread(() -> picture.setRoi(new OvalRoi(5, 5, 30, 30)));
        hands.rest();
        System.out.println("area limits: " + (limited.isEnabled() && limited.isSelected()));
        cancel(dialog);
    }

    private void maskAsPicture() throws Exception {
        Window dialog = open(WindowManager.getImage("Mask of " + picture.getTitle()));
        System.out.println(
                "hint: " + Hands.part(JComponent.class, dialog, "picture hint").isVisible());
        Hands.onEventThread(() -> Hands.part(JComboBox.class, dialog, "picture").setSelectedItem(picture.getTitle()));
        hands.rest();
        System.out.println("hint left: "
                + Hands.part(JComponent.class, dialog, "picture hint").isVisible());
        System.out.println("chosen: " + ((java.awt.Dialog) dialog).getTitle().endsWith("- " + picture.getTitle()));
        cancel(dialog);
    }

    private void helpAndPreview() throws Exception {
        Window dialog = open(picture);
        JCheckBox preview = Hands.part(JCheckBox.class, dialog, "preview");
        if (!preview.isSelected()) hands.click(preview);
        System.out.println("view with preview: "
                + Hands.part(JComponent.class, dialog, "view").isEnabled());
        hands.click(preview);
        System.out.println(
                "view without: " + Hands.part(JComponent.class, dialog, "view").isEnabled());
        hands.click(Hands.part(JButton.class, dialog, "Help"));
        Window help = Hands.window("help");
        hands.photograph(Hands.screen(), out.resolve("dialog-help.png").toFile());
        System.out.println(
                "address: " + Hands.part(JTextField.class, help, "address").getText());
        Hands.onEventThread(help::dispose);
        cancel(dialog);
    }

    private Window open(ImagePlus image) throws Exception {
        WindowManager.setCurrentWindow(image.getWindow());
        IJ.doCommand(COMMAND);
        Window dialog = Hands.window("imagetomask");
        Hands.waitFor(
                "histogram",
                () -> Hands.part(JLabel.class, dialog, "range").getText().contains("..") ? true : null);
        hands.rest();
        return dialog;
    }

    private void cancel(Window dialog) throws Exception {
        hands.click(Hands.part(JComponent.class, dialog, "channel"));
        hands.key(KeyEvent.VK_ESCAPE);
        hands.key(KeyEvent.VK_ESCAPE);
        hands.rest();
        if (dialog.isShowing()) Hands.onEventThread(Hands.part(JButton.class, dialog, "Cancel")::doClick);
        Hands.waitFor("end", () -> dialog.isShowing() ? null : true);
    }

    private static boolean isTicked(Window dialog, String box) {
        return Hands.part(JCheckBox.class, dialog, box).isSelected();
    }

    private static long dialogs() {
        return Stream.of(Window.getWindows())
                .filter(window -> window.isShowing() && "imagetomask".equals(window.getName()))
                .count();
    }
}
