package sc.fiji.imagetomask.packaged;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;

/**
 * A user picks colours in the picture, and takes stains and the background from selections. What the recorder wrote, and the
 * info of the mask, give the same mask again. Prints what came of it, as lines {@code name: value}.
 */
public final class ColoursSession {

    private final PictureAtWork work;
    private final ImagePlus picture;

    private ColoursSession(PictureAtWork work) {
        this.work = work;
        picture = work.picture;
    }

    /** Arguments: ImageJ's folder, the sample picture, the folder for screenshots. */
    public static void main(String[] args) throws Exception {
        PictureAtWork work = new PictureAtWork(args);
        ColoursSession session = new ColoursSession(work);
        work.run(() -> {
            session.pickColours();
            session.takeStains();
        });
    }

    /** Haematoxylin, and with Shift DAB and an empty place, which a click with Alt removes again. */
    private void pickColours() throws Exception {
        Roi selection = new Roi(5, 5, 700, 400);
        picture.setRoi(selection);
        Window dialog = work.open();
        work.choose(dialog, "channel", "Distance");
        System.out.println("no colour: " + said(dialog) + "; mistakes: " + mistakes(dialog));
        work.click(dialog, "OK");
        Hands.waitFor("a sentence", () -> mistakes(dialog).isEmpty() ? null : true);
        System.out.println("OK without a colour, open: " + dialog.isShowing() + ", " + mistakes(dialog));
        work.point(163, 349, 0);
        waitForColours(dialog, 1);
        System.out.println("picked: " + PictureAtWork.text(dialog, "colour"));
        work.point(51, 313, KeyEvent.VK_SHIFT);
        waitForColours(dialog, 2);
        work.point(120, 115, KeyEvent.VK_SHIFT);
        waitForColours(dialog, 3);
        System.out.println("added: " + PictureAtWork.text(dialog, "colour") + " as " + chips(dialog));
        work.photograph(dialog, "dialog-colours.png");
        work.click(dialog, "chip " + colours(dialog)[2]);
        waitForColours(dialog, 2);
        System.out.println("removed: " + PictureAtWork.text(dialog, "colour"));
        System.out.println("selection kept: " + (picture.getRoi() == selection));
        Hands.onEventThread(picture::deleteRoi);
        work.hands.rest();
        work.accept(dialog);
        replay("colours", work.recorded());
    }

    private void takeStains() throws Exception {
        Overlay overlay = new Overlay(new Roi(160, 346, 6, 6));
        overlay.add(new Roi(48, 310, 6, 6));
        picture.setOverlay(overlay);
        picture.setRoi(100, 100, 40, 30);
        Window dialog = work.open();
        work.choose(dialog, "channel", "Stain 2");
        work.choose(dialog, "background", "From selection");
        work.choose(dialog, "stains", "From selections");
        work.photograph(dialog, "dialog-stains.png");
        System.out.println("background: " + PictureAtWork.text(dialog, "background"));
        System.out.println("stains: " + PictureAtWork.text(dialog, "stains"));
        work.accept(dialog);
        work.mask();
        picture.setOverlay(null);
        picture.deleteRoi();
        replay("stains", work.recorded());
    }

    /** The recorded line, and Make Mask Again, on the picture as it is now. */
    private void replay(String what, String line) throws Exception {
        System.out.println(what + " recorded: " + line);
        ImagePlus mask = work.mask();
        System.out.println(what + " in the info: "
                + mask.getInfoProperty().lines().skip(1).findFirst().orElse(""));
        WindowManager.setCurrentWindow(mask.getWindow());
        IJ.run("Make Mask Again");
        ImagePlus again = newest();
        System.out.println(what + " again: " + PictureAtWork.isSame(mask, again));
        again.close();
        WindowManager.setCurrentWindow(picture.getWindow());
        mask.setTitle("first");
        IJ.runMacro(line);
        ImagePlus replayed = WindowManager.getImage("Mask of " + picture.getTitle());
        System.out.println(what + " replayed: " + PictureAtWork.isSame(mask, replayed) + ", "
                + mask.getInfoProperty().equals(replayed.getInfoProperty()));
        System.out.println(what + " has greys: " + (mask.getStatistics().stdDev > 20));
        replayed.close();
        mask.close();
    }

    private static ImagePlus newest() {
        int[] ids = WindowManager.getIDList();
        return WindowManager.getImage(Arrays.stream(ids).min().orElseThrow());
    }

    private static void waitForColours(Window dialog, int count) throws Exception {
        Hands.waitFor(count + " colours", () -> colours(dialog).length == count ? true : null);
    }

    private static String[] colours(Window dialog) {
        String text = PictureAtWork.text(dialog, "colour");
        return text.isEmpty() ? new String[0] : text.split(",");
    }

    private static String chips(Window dialog) {
        return Hands.all(dialog)
                .filter(part -> part instanceof JButton
                        && String.valueOf(part.getName()).startsWith("chip "))
                .map(part -> part.getName().substring(5))
                .collect(Collectors.joining(","));
    }

    private static String mistakes(Window dialog) {
        return Hands.all(dialog)
                .filter(part -> part instanceof JTextArea && part.isShowing())
                .map(part -> ((JTextArea) part).getText())
                .filter(text -> text.startsWith("Channel is"))
                .collect(Collectors.joining(" "));
    }

    private static String said(Window dialog) {
        return Hands.all(dialog)
                .filter(part -> part instanceof JLabel && part.getParent() instanceof JPanel)
                .map(part -> ((JLabel) part).getText())
                .filter(text -> text != null && text.startsWith("no colour"))
                .findFirst()
                .orElse("nothing");
    }
}
