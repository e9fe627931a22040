package sc.fiji.imagetomask.packaged;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JTextField;

/** Sets the levels of the README's nuclei on a part of the sample, and photographs the windows: once with each view. */
public final class ReadmeSession {

    private static final int GAP = 10;
    private static final int BROWN_X = 329;
    private static final int BROWN_Y = 173;

    private final Hands hands = new Hands();
    private final Path folder;

    private ReadmeSession(Path folder) throws Exception {
        this.folder = folder;
    }

    /** Arguments: ImageJ's folder, the picture, the folder for the screenshots. */
    public static void main(String[] args) throws Exception {
        ImageJ.main(new String[] {"-ijpath", args[0], "-port0"});
        ImagePlus picture = IJ.openImage(args[1]);
        picture.setRoi(180, 0, 400, 222);
        ImagePlus part = picture.crop();
        part.setTitle(picture.getTitle());
        part.show();
        part.getWindow().setLocation(20, 100);
        new ReadmeSession(Path.of(args[2])).photograph(part.getWindow(), part.getCanvas());
        System.exit(0);
    }

    private void photograph(Window picture, ImageCanvas canvas) throws Exception {
        IJ.doCommand("Image To Mask...");
        Window dialog = Hands.window("imagetomask");
        Window preview = Hands.window("preview");
        Hands.onEventThread(() -> Hands.part(JComboBox.class, dialog, "channel").setSelectedItem("U (YUV)"));
        Hands.waitFor(
                "histogram",
                () -> Hands.part(JLabel.class, dialog, "range").getText().contains("..") ? true : null);
        Hands.place(dialog, 500, 100);
        Hands.place(preview, 20, 500);
        hands.type(Hands.part(JTextField.class, dialog, "black"), "178");
        hands.type(Hands.part(JTextField.class, dialog, "white"), "210");
        view(dialog, 0);
        save("dialog.png", picture, preview, dialog);
        hands.photograph(levels(dialog), folder.resolve("levels.png").toFile());
        System.out.println("levels.png");
        view(dialog, 1);
        save("dialog-tinted.png", picture, preview, dialog);
        view(dialog, 0);
        hands.click(Hands.part(AbstractButton.class, dialog, "sample"));
        hands.clickAt(canvas, canvas.screenX(BROWN_X), canvas.screenY(BROWN_Y));
        Hands.waitFor(
                "found",
                () -> !"U (YUV)"
                                .equals(Hands.part(JComboBox.class, dialog, "channel")
                                        .getSelectedItem())
                        ? true
                        : null);
        save("dialog-found.png", picture, preview, dialog);
    }

    /** Where the panel with the histogram is on the screen. Its class is the plugin's, which this one does not see. */
    private static Rectangle levels(Window dialog) {
        Component panel = Hands.part(JLabel.class, dialog, "range");
        while (!panel.getClass().getSimpleName().equals("LevelsPanel")) panel = panel.getParent();
        return new Rectangle(panel.getLocationOnScreen(), panel.getSize());
    }

    private static void view(Window dialog, int view) throws Exception {
        Hands.onEventThread(() -> Hands.part(JComboBox.class, dialog, "view").setSelectedIndex(view));
    }

    /** Picture above preview, and the dialog beside them. */
    private void save(String name, Window picture, Window preview, Window dialog) throws Exception {
        hands.leave();
        BufferedImage upper = hands.see(picture.getBounds());
        BufferedImage lower = hands.see(preview.getBounds());
        BufferedImage right = hands.see(dialog.getBounds());
        int left = Math.max(upper.getWidth(), lower.getWidth());
        int height = Math.max(upper.getHeight() + GAP + lower.getHeight(), right.getHeight());
        BufferedImage all = new BufferedImage(left + GAP + right.getWidth(), height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = all.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, all.getWidth(), all.getHeight());
        g.drawImage(upper, 0, 0, null);
        g.drawImage(lower, (left - lower.getWidth()) / 2, upper.getHeight() + GAP, null);
        g.drawImage(right, left + GAP, (height - right.getHeight()) / 2, null);
        g.dispose();
        ImageIO.write(all, "png", folder.resolve(name).toFile());
        System.out.println(name);
    }
}
