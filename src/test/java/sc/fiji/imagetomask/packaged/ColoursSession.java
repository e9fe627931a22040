package sc.fiji.imagetomask.packaged;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.frame.Recorder;
import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;

/**
 * A user picks colours in the picture, and takes stains and the background from selections. What the recorder wrote, and the
 * info of the mask, give the same mask again. Prints what came of it, as lines {@code name: value}.
 */
public final class ColoursSession {

    private static final String COMMAND = "Image To Mask...";

    private final Hands hands = new Hands();
    private final Path out;
    private final ImagePlus picture;

    private ColoursSession(String file, Path out) throws Exception {
        this.out = out;
        picture = IJ.openImage(file);
        picture.show();
        picture.getWindow().setLocation(20, 150);
    }

    /** Arguments: ImageJ's folder, the sample picture, the folder for screenshots. */
    public static void main(String[] args) throws Exception {
        ImageJ.main(new String[] {"-ijpath", args[0], "-port0"});
        new Recorder();
        ColoursSession session = new ColoursSession(args[1], Path.of(args[2]));
        session.pickColours();
        session.takeStains();
        System.exit(0);
    }

    /** Haematoxylin, and with Shift DAB and an empty place, which a click with Alt removes again. */
    private void pickColours() throws Exception {
        Roi selection = new Roi(5, 5, 700, 400);
        picture.setRoi(selection);
        Window dialog = open();
        choose(dialog, "channel", "Distance");
        System.out.println("no colour: " + said(dialog));
        pick(163, 349, 0);
        System.out.println("picked: " + text(dialog, "colour"));
        pick(51, 313, KeyEvent.VK_SHIFT);
        pick(120, 115, KeyEvent.VK_SHIFT);
        System.out.println("added: " + text(dialog, "colour") + " as " + chips(dialog));
        hands.photograph(dialog.getBounds(), out.resolve("dialog-colours.png").toFile());
        hands.click(Hands.part(
                JButton.class, dialog, "chip " + text(dialog, "colour").split(",")[2]));
        System.out.println("removed: " + text(dialog, "colour"));
        System.out.println("selection kept: " + (picture.getRoi() == selection));
        picture.deleteRoi();
        hands.rest();
        accept(dialog);
        replay("colours");
    }

    private void takeStains() throws Exception {
        Overlay overlay = new Overlay(new Roi(160, 346, 6, 6));
        overlay.add(new Roi(48, 310, 6, 6));
        picture.setOverlay(overlay);
        picture.setRoi(100, 100, 40, 30);
        Window dialog = open();
        choose(dialog, "channel", "Stain 2");
        choose(dialog, "background", "From selection");
        choose(dialog, "stains", "From selections");
        hands.photograph(dialog.getBounds(), out.resolve("dialog-stains.png").toFile());
        System.out.println("background: " + text(dialog, "background"));
        System.out.println("stains: " + text(dialog, "stains"));
        accept(dialog);
        picture.setOverlay(null);
        picture.deleteRoi();
        replay("stains");
    }

    /** The recorded line, and Make Mask Again, on the picture as it is now. */
    private void replay(String what) {
        String line = Recorder.getInstance()
                .getText()
                .lines()
                .filter(text -> text.startsWith("run(\"" + COMMAND))
                .reduce((one, next) -> next)
                .orElse("nothing");
        System.out.println(what + " recorded: " + line);
        ImagePlus mask = WindowManager.getImage("Mask of " + picture.getTitle());
        System.out.println(what + " in the info: "
                + mask.getInfoProperty().lines().skip(1).findFirst().orElse(""));
        WindowManager.setCurrentWindow(mask.getWindow());
        IJ.run("Make Mask Again");
        ImagePlus again = newest();
        System.out.println(what + " again: " + isSame(mask, again));
        again.close();
        WindowManager.setCurrentWindow(picture.getWindow());
        mask.setTitle("first");
        IJ.runMacro(line);
        ImagePlus replayed = WindowManager.getImage("Mask of " + picture.getTitle());
        System.out.println(what + " replayed: " + isSame(mask, replayed) + ", "
                + mask.getInfoProperty().equals(replayed.getInfoProperty()));
        System.out.println(what + " has greys: " + (mask.getStatistics().stdDev > 20));
        replayed.close();
        mask.close();
    }

    private static ImagePlus newest() {
        int[] ids = WindowManager.getIDList();
        return WindowManager.getImage(Arrays.stream(ids).min().orElseThrow());
    }

    private static boolean isSame(ImagePlus one, ImagePlus other) {
        return one != other
                && Arrays.equals((byte[]) one.getProcessor().getPixels(), (byte[])
                        other.getProcessor().getPixels());
    }

    private void pick(int x, int y, int key) throws Exception {
        if (key != 0) hands.press(key);
        hands.clickAt(
                picture.getCanvas(),
                picture.getCanvas().screenX(x),
                picture.getCanvas().screenY(y));
        if (key != 0) hands.release(key);
        hands.rest();
    }

    private static String chips(Window dialog) {
        return parts(dialog)
                .filter(part -> part instanceof JButton
                        && String.valueOf(part.getName()).startsWith("chip "))
                .map(part -> part.getName().substring(5))
                .collect(Collectors.joining(","));
    }

    private static Stream<Component> parts(Container container) {
        return Stream.of(container.getComponents())
                .flatMap(part -> Stream.concat(
                        Stream.of(part), part instanceof Container inner ? parts(inner) : Stream.empty()));
    }

    private static String said(Window dialog) {
        return parts(dialog)
                .filter(part -> part instanceof JLabel && part.getParent() instanceof JPanel)
                .map(part -> ((JLabel) part).getText())
                .filter(text -> text != null && text.startsWith("no colour"))
                .findFirst()
                .orElse("nothing");
    }

    private static String text(Window dialog, String field) {
        return Hands.part(JTextField.class, dialog, field).getText();
    }

    private void choose(Window dialog, String list, String value) throws Exception {
        Hands.onEventThread(() -> Hands.part(JComboBox.class, dialog, list).setSelectedItem(value));
        hands.rest();
    }

    private Window open() throws Exception {
        WindowManager.setCurrentWindow(picture.getWindow());
        IJ.doCommand(COMMAND);
        Window dialog = Hands.window("imagetomask");
        Hands.waitFor(
                "histogram",
                () -> Hands.part(JLabel.class, dialog, "range").getText().contains("..") ? true : null);
        return dialog;
    }

    private void accept(Window dialog) throws Exception {
        Hands.onEventThread(Hands.part(JButton.class, dialog, "OK")::doClick);
        Hands.waitFor("mask", () -> WindowManager.getImage("Mask of " + picture.getTitle()));
        hands.rest();
    }
}
