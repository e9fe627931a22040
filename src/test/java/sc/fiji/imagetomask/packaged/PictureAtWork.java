package sc.fiji.imagetomask.packaged;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.frame.Recorder;
import java.awt.Window;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JTextField;

/** An ImageJ with the recorder and an open picture, and a user who works on it with the plugin's dialog. */
final class PictureAtWork {

    static final String COMMAND = "Image To Mask...";

    /** A brown cell of the sample picture. */
    static final int BROWN_X = 325;

    static final int BROWN_Y = 350;

    final Hands hands = new Hands();
    final ImagePlus picture;
    private final Path out;
    private int before;

    /** Arguments of the program: ImageJ's folder, the picture, the folder for screenshots. */
    PictureAtWork(String[] args) throws Exception {
        ImageJ.main(new String[] {"-ijpath", args[0], "-port0"});
        out = Path.of(args[2]);
        new Recorder();
        IJ.log("Notices follow."); // else its window would open over the dialog
        Hands.place(Hands.waitFor("log", () -> WindowManager.getWindow("Log")), 1100, 900);
        picture = IJ.openImage(args[1]);
        picture.show();
        Hands.place(picture.getWindow(), 20, 150);
    }

    /** Runs a session; a screenshot is kept of one that fails. Ends the program. */
    void run(Work work) throws Exception {
        try {
            work.run();
        } catch (Exception e) {
            e.printStackTrace(System.out);
            photograph(e.getStackTrace()[0].getClassName() + "-failed.png");
        }
        System.exit(0);
    }

    /** What a user does. */
    interface Work {
        void run() throws Exception;
    }

    void photograph(String name) throws Exception {
        hands.photograph(Hands.screen(), out.resolve(name).toFile());
    }

    void photograph(Window window, String name) throws Exception {
        hands.photograph(window.getBounds(), out.resolve(name).toFile());
    }

    /** The dialog, once it has a histogram. */
    Window open() throws Exception {
        return open(picture);
    }

    Window open(ImagePlus image) throws Exception {
        WindowManager.setCurrentWindow(image.getWindow());
        IJ.doCommand(COMMAND);
        Window dialog = Hands.window("imagetomask");
        counted(dialog);
        return dialog;
    }

    /** Waits until the dialog has the histogram. */
    void counted(Window dialog) throws Exception {
        hands.rest();
        Hands.waitFor(
                "histogram",
                () -> Hands.part(JLabel.class, dialog, "range").getText().contains("..") ? true : null);
        hands.rest();
    }

    void choose(Window dialog, String list, String value) throws Exception {
        Hands.onEventThread(() -> Hands.part(JComboBox.class, dialog, list).setSelectedItem(value));
        hands.rest();
    }

    static String text(Window dialog, String field) {
        return Hands.part(JTextField.class, dialog, field).getText();
    }

    static String chosen(Window dialog, String list) {
        return String.valueOf(Hands.part(JComboBox.class, dialog, list).getSelectedItem());
    }

    static boolean isTicked(Window dialog, String box) {
        return Hands.part(AbstractButton.class, dialog, box).isSelected();
    }

    void click(Window dialog, String button) {
        hands.click(Hands.part(AbstractButton.class, dialog, button));
    }

    /** Clicks a pixel of the picture, with a key that is held; 0 for none. */
    void point(int x, int y, int key) throws Exception {
        if (key != 0) hands.press(key);
        hands.clickAt(
                picture.getCanvas(),
                picture.getCanvas().screenX(x),
                picture.getCanvas().screenY(y));
        if (key != 0) hands.release(key);
        hands.rest();
    }

    void accept(Window dialog) throws Exception {
        before = recordedLines().size();
        click(dialog, "OK");
        Hands.waitFor("end", () -> dialog.isShowing() ? null : true);
    }

    void cancel(Window dialog) throws Exception {
        click(dialog, "Cancel");
        Hands.waitFor("end", () -> dialog.isShowing() ? null : true);
    }

    /** The mask of the picture, once it is shown. */
    ImagePlus mask() throws Exception {
        return Hands.waitFor("mask", () -> WindowManager.getImage("Mask of " + picture.getTitle()));
    }

    /** Closes a mask, and has the picture as the current one again. */
    void discard(ImagePlus mask) throws Exception {
        hands.rest();
        mask.changes = false;
        mask.close();
        WindowManager.setCurrentWindow(picture.getWindow());
        hands.rest();
    }

    /** The line of the mask that was accepted last, once the recorder has written it. */
    String recorded() throws Exception {
        Hands.waitFor("record", () -> recordedLines().size() > before ? true : null);
        return recordedLines().get(recordedLines().size() - 1);
    }

    /** All lines of masks that the recorder wrote. */
    static List<String> recordedLines() {
        return Recorder.getInstance()
                .getText()
                .lines()
                .filter(text -> text.startsWith("run(\"" + COMMAND))
                .toList();
    }

    static boolean isSame(ImagePlus one, ImagePlus other) {
        return one != other
                && Arrays.equals((byte[]) one.getProcessor().getPixels(), (byte[])
                        other.getProcessor().getPixels());
    }

    /** The brown cell is white, an empty place is black, and many more pixels than one cell has are white. */
    static boolean isBrown(ImagePlus mask) {
        int[] counts = mask.getProcessor().getHistogram();
        int white = Arrays.stream(counts).skip(128).sum();
        return mask.getProcessor().get(BROWN_X, BROWN_Y) >= 128
                && mask.getProcessor().get(560, 250) < 128
                && white > 5000
                && white < 50000;
    }
}
