package sc.fiji.imagetomask.packaged;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.io.File;
import java.util.Arrays;
import java.util.function.Supplier;
import javax.imageio.ImageIO;

/**
 * A user at work in an ImageJ that is set to invert the lookup tables of new images: opens a picture, fills in the dialog of Image To Mask with the recorder open, saves the mask,
 * and prints what was recorded.
 */
public final class DialogSession {

    private DialogSession() {}

    /** Arguments: ImageJ's folder, the picture, the mask to save, a screenshot of the dialog, one of the mask. */
    public static void main(String[] args) throws Exception {
        ImageJ.main(new String[] {"-ijpath", args[0], "-port0"});
        Prefs.useInvertingLut = true;
        new Recorder();
        ImagePlus picture = IJ.openImage(args[1]);
        picture.show();
        picture.getWindow().setLocation(100, 400);
        IJ.doCommand("Image To Mask...");
        GenericDialog dialog = waitFor(DialogSession::openDialog);
        EventQueue.invokeAndWait(() -> fillIn(dialog));
        screenshot(args[3]);
        EventQueue.invokeAndWait(() ->
                dialog.actionPerformed(new ActionEvent(dialog.getButtons()[0], ActionEvent.ACTION_PERFORMED, "")));
        ImagePlus mask = waitFor(() -> WindowManager.getImage("Mask of " + picture.getTitle()));
        mask.getWindow().setLocation(500, 400);
        screenshot(args[4]);
        IJ.save(mask, args[2]);
        System.out.println(Recorder.getInstance().getText());
        System.exit(0);
    }

    private static void fillIn(GenericDialog dialog) {
        ((Choice) dialog.getChoices().get(0)).select("S (HSV)");
        setNumber(dialog, 0, "10");
        setNumber(dialog, 1, "200");
        setNumber(dialog, 2, "1.20");
        ((Checkbox) dialog.getCheckboxes().get(0)).setState(true);
    }

    private static void setNumber(GenericDialog dialog, int field, String text) {
        ((TextField) dialog.getNumericFields().get(field)).setText(text);
    }

    private static GenericDialog openDialog() {
        return Arrays.stream(Window.getWindows())
                .filter(window -> window instanceof GenericDialog && window.isShowing())
                .map(GenericDialog.class::cast)
                .filter(dialog -> dialog.getTitle().equals("Image To Mask"))
                .findFirst()
                .orElse(null);
    }

    private static void screenshot(String file) throws Exception {
        Robot robot = new Robot();
        robot.delay(1000);
        Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
        ImageIO.write(robot.createScreenCapture(screen), "png", new File(file));
    }

    private static <T> T waitFor(Supplier<T> sought) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            T found = sought.get();
            if (found != null) return found;
            Thread.sleep(100);
        }
        throw new IllegalStateException("Waited for 30 s in vain.");
    }
}
