package sc.fiji.imagetomask.packaged;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.frame.Recorder;
import ij.process.ColorProcessor;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextField;

/**
 * A user at work in an ImageJ that is set to invert the lookup tables of new images: opens a picture, sets the levels in
 * the dialog with mouse and keys while watching the preview, saves the mask; opens the dialog once more, and cancels.
 * Prints what came of it, as lines {@code name: value}.
 */
public final class LevelsSession {

    private static final String COMMAND = "Image To Mask...";
    private static final int TINTED = 1;

    private final Hands hands = new Hands();
    private final Path out;
    private final ImagePlus picture;

    private LevelsSession(String file, Path out) throws Exception {
        this.out = out;
        picture = IJ.openImage(file);
    }

    /** Arguments: ImageJ's folder, the picture, the folder for masks and screenshots. */
    public static void main(String[] args) throws Exception {
        ImageJ.main(new String[] {"-ijpath", args[0], "-port0"});
        Prefs.useInvertingLut = true;
        new Recorder();
        IJ.log("Without OpenCL a notice follows."); // else its window would open over the dialog
        WindowManager.getWindow("Log").setLocation(1100, 900);
        LevelsSession session = new LevelsSession(args[1], Path.of(args[2]));
        session.picture.show();
        session.picture.getWindow().setLocation(20, 100);
        try {
            session.acceptLevels();
            session.cancelLevels();
            session.closePictureMeanwhile();
            session.macroWithoutKeys();
            session.escape();
        } catch (Exception e) {
            e.printStackTrace(System.out);
            session.hands.photograph(Hands.screen(), session.file("failed.png"));
        }
        System.exit(0);
    }

    private void acceptLevels() throws Exception {
        Window dialog = openDialog();
        choose(dialog, "channel", "S (HSV)");
        BufferedImage before = resting();
        hands.drag(Hands.part(JComponent.class, dialog, "white handle"), -70);
        System.out.println("preview follows: " + Hands.happens(() -> !same(before, preview())));
        hands.key(KeyEvent.VK_LEFT);
        hands.type(Hands.part(JTextField.class, dialog, "black"), "300");
        hands.photograph(Hands.screen(), file("levels-mistake.png"));
        hands.click(Hands.part(JButton.class, dialog, "OK"));
        System.out.println("refused: " + dialog.isShowing());
        hands.type(Hands.part(JTextField.class, dialog, "black"), "10");
        hands.type(Hands.part(JTextField.class, dialog, "gray"), "1.2");
        hands.click(Hands.part(JComponent.class, dialog, "invert"));
        hands.photograph(Hands.screen(), file("levels-dialog.png"));
        System.out.println(
                "white: " + Hands.part(JTextField.class, dialog, "white").getText());
        BufferedImage seen = resting();
        hands.click(Hands.part(JButton.class, dialog, "OK"));
        ImagePlus mask = Hands.waitFor("mask", () -> WindowManager.getImage("Mask of " + picture.getTitle()));
        System.out.println("preview is mask: " + shows(seen, mask));
        hands.photograph(Hands.screen(), file("levels-mask.png"));
        IJ.save(mask, file("dialog.tif").getPath());
        Hands.waitFor("record", () -> Recorder.getInstance().getText().contains(COMMAND) ? true : null);
        System.out.println(Recorder.getInstance().getText());
        mask.close();
    }

    private void cancelLevels() throws Exception {
        int[] pixels = ((int[]) picture.getProcessor().getPixels()).clone();
        Overlay overlay = new Overlay(new OvalRoi(5, 5, 40, 30));
        overlay.drawLabels(true);
        picture.setOverlay(overlay);
        picture.setRoi(new OvalRoi(40, 30, 200, 150));
        Roi roi = picture.getRoi();
        Window dialog = openDialog();
        for (String field : new String[] {"black", "gray", "white"})
            System.out.println("next " + field + ": "
                    + Hands.part(JTextField.class, dialog, field).getText());
        Hands.onEventThread(() -> Hands.part(JComboBox.class, dialog, "view").setSelectedIndex(TINTED));
        hands.drag(Hands.part(JComponent.class, dialog, "black handle"), 60);
        hands.photograph(Hands.screen(), file("levels-tinted.png"));
        hands.click(Hands.part(JButton.class, dialog, "Cancel"));
        System.out.println("closed: " + Hands.happens(() -> !dialog.isShowing()));
        System.out.println("pixels kept: "
                + Arrays.equals(pixels, (int[]) picture.getProcessor().getPixels()));
        System.out.println(
                "overlay kept: " + (picture.getOverlay() == overlay && overlay.size() == 1 && overlay.getDrawLabels()));
        System.out.println("selection kept: " + (picture.getRoi() == roi));
        System.out.println("images: " + WindowManager.getImageCount());
        System.out.println("windows left: " + openPreviews());
    }

    private void closePictureMeanwhile() throws Exception {
        ImagePlus copy = new ImagePlus("copy", picture.getProcessor().duplicate());
        copy.show();
        Window dialog = openDialog();
        copy.close();
        System.out.println(
                "closed with the picture: " + Hands.happens(() -> !dialog.isShowing() && openPreviews() == 0));
    }

    private void macroWithoutKeys() {
        IJ.runMacro("selectImage('" + picture.getTitle() + "'); run('Select None'); run('" + COMMAND
                + "', 'engine=java'); saveAs('Tiff', '" + file("defaults.tif") + "'); close();");
    }

    private void escape() throws Exception {
        ImageStack slices = new ImageStack(512, 512);
        for (int i = 0; i < 400; i++) slices.addSlice(new ColorProcessor(512, 512));
        ImagePlus stack = new ImagePlus("stack", slices);
        Thread work = new Thread(() -> IJ.run(stack, COMMAND, "engine=java statistics=stack"));
        work.start();
        Hands.waitFor("progress", () -> IJ.getInstance().getProgressBar().isShowing() ? true : null);
        Thread.sleep(300);
        boolean running = work.isAlive();
        IJ.setKeyDown(KeyEvent.VK_ESCAPE);
        work.join(20_000);
        System.out.println("stopped by Esc: " + (running && !work.isAlive()));
        System.out.println("images after Esc: " + WindowManager.getImageCount());
    }

    private static long openPreviews() {
        return Arrays.stream(Window.getWindows())
                .filter(window -> window.isShowing() && "preview".equals(window.getName()))
                .count();
    }

    /** With the picture, the dialog and the preview side by side: without a window manager they may lie elsewhere. */
    private Window openDialog() throws Exception {
        IJ.doCommand(COMMAND);
        Window dialog = Hands.window("imagetomask");
        Hands.waitFor("histogram", () -> clipRange(dialog).contains("..") ? true : null);
        Rectangle beside = picture.getWindow().getBounds();
        Hands.place(dialog, beside.x + beside.width + 10, beside.y);
        Hands.place(Hands.window("preview"), beside.x, beside.y + beside.height + 10);
        return dialog;
    }

    private static String clipRange(Window dialog) {
        return Hands.part(JLabel.class, dialog, "range").getText();
    }

    private static void choose(Window dialog, String box, String item) throws Exception {
        Hands.onEventThread(() -> Hands.part(JComboBox.class, dialog, box).setSelectedItem(item));
    }

    /** What the preview shows once it did not change for some looks. */
    private BufferedImage resting() {
        BufferedImage seen = preview();
        for (int same = 0, looks = 0; same < 3 && looks < 60; looks++) {
            BufferedImage now = preview();
            same = same(seen, now) ? same + 1 : 0;
            seen = now;
        }
        return seen;
    }

    private BufferedImage preview() {
        Window window = Hands.opened("preview");
        var place = window.getBounds();
        var insets = window.getInsets();
        place.x += insets.left;
        place.y += insets.top;
        place.width = picture.getWidth();
        place.height = picture.getHeight();
        return hands.see(place);
    }

    private File file(String name) {
        return out.resolve(name).toFile();
    }

    private static boolean same(BufferedImage a, BufferedImage b) {
        return Arrays.equals(rgb(a), rgb(b));
    }

    private static boolean shows(BufferedImage seen, ImagePlus mask) {
        int[] pixels = rgb(seen);
        byte[] values = (byte[]) mask.getProcessor().getPixels();
        for (int i = 0; i < pixels.length; i++) if ((pixels[i] & 0xffffff) != (values[i] & 255) * 0x10101) return false;
        return true;
    }

    private static int[] rgb(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
