package sc.fiji.imagetomask.packaged;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.gui.ImageCanvas;
import ij.gui.Toolbar;
import java.awt.EventQueue;
import java.awt.Menu;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.io.File;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JTextField;

/**
 * A user of the macros in the menu: installs the tools, clicks with one of them on a picture, opens its options by a
 * double click, takes the gallery from the menu of the other, repeats a mask, and makes the masks of a folder by
 * dialog. Prints the entries of the submenu.
 */
public final class MacroMenuSession {

    private static Hands hands;

    private MacroMenuSession() {}

    /** Arguments: ImageJ's folder, the picture, a folder of pictures, one for files and screenshots, x and y to click. */
    public static void main(String[] args) throws Exception {
        ImageJ.main(new String[] {"-ijpath", args[0], "-port0"});
        hands = new Hands();
        Menu macros = Menus.getImageJMenu("Plugins>Masks>Macros");
        for (int i = 0; i < macros.getItemCount(); i++)
            System.out.println("entry " + macros.getItem(i).getLabel());
        String files = args[3] + File.separator;
        try {
            tools(args[1], files, Integer.parseInt(args[4]), Integer.parseInt(args[5]));
            batch(args[2], files);
        } catch (Exception e) {
            e.printStackTrace(System.out);
            hands.photograph(Hands.screen(), new File(files, "failed.png"));
        }
        System.exit(0);
    }

    private static void tools(String path, String files, int x, int y) throws Exception {
        ImagePlus picture = IJ.openImage(path);
        picture.setTitle("tissue [1.png");
        picture.show();
        picture.getWindow().setLocation(0, 120);
        IJ.run("Image To Mask Tools");
        Toolbar toolbar = Toolbar.getInstance();
        int tool = toolbar.getToolId("Mask By Sampled Colour Tool");
        hands.photograph(Hands.screen(), new File(files, "tools.png"));
        clickTool(toolbar, tool);
        Hands.waitFor("tool", () -> Toolbar.getToolId() == tool ? tool : null);
        ImageCanvas canvas = picture.getCanvas();
        hands.clickAt(canvas, canvas.screenX(x), canvas.screenY(y));
        ImagePlus mask = Hands.waitFor("Mask", () -> WindowManager.getImage("Mask of " + picture.getTitle()));
        hands.photograph(Hands.screen(), new File(files, "tool.png"));
        System.out.println("selection " + picture.getRoi().getBounds());
        IJ.save(mask, files + "clicked.tif");

        hands.doubleClickAt(toolbar, toolX(tool), toolbar.getHeight() / 2);
        Window options = Hands.window("tool options");
        hands.photograph(Hands.screen(), new File(files, "tool-options.png"));
        press(options);

        WindowManager.setCurrentWindow(picture.getWindow());
        Window gallery = openGallery(toolbar, new File(files, "tool-menu.png"));
        hands.photograph(Hands.screen(), new File(files, "gallery-dialog.png"));
        press(gallery);
        ImagePlus channels =
                Hands.waitFor("Channels", () -> WindowManager.getImage("Channels of " + picture.getTitle()));
        System.out.println("gallery " + channels.getStackSize());
        hands.photograph(Hands.screen(), new File(files, "gallery.png"));

        WindowManager.setCurrentWindow(mask.getWindow());
        mask.setTitle("first");
        IJ.doCommand("Make Mask Again");
        ImagePlus again = Hands.waitFor("Mask", () -> WindowManager.getImage("Mask of " + picture.getTitle()));
        IJ.save(again, files + "repeated.tif");
    }

    /** By the second entry of the tool's menu. Nobody can ask whether that menu is open, so the keys may come too early. */
    private static Window openGallery(Toolbar toolbar, File screenshot) throws Exception {
        for (int tries = 0; tries < 5; tries++) {
            clickTool(toolbar, toolbar.getToolId("Image To Mask Menu Tool"));
            hands.photograph(Hands.screen(), screenshot);
            for (int key : List.of(KeyEvent.VK_DOWN, KeyEvent.VK_DOWN, KeyEvent.VK_ENTER)) hands.key(key);
            for (int looks = 0; looks < 50; looks++) {
                Window gallery = Hands.opened("gallery");
                if (gallery != null) return gallery;
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("The menu of the tool did not open the gallery.");
    }

    private static void batch(String pictures, String files) throws Exception {
        IJ.doCommand("Batch Image To Mask...");
        Window dialog = Hands.window("batch");
        EventQueue.invokeAndWait(() -> {
            text(dialog, "pictures").setText(pictures);
            text(dialog, "masks").setText("nowhere");
            Hands.part(JComboBox.class, dialog, "channel").setSelectedItem("S (HSV)");
            text(dialog, "white").setText("200");
        });
        press(dialog);
        System.out.println("refused " + dialog.isShowing());
        hands.photograph(Hands.screen(), new File(files, "batch-mistake.png"));
        EventQueue.invokeAndWait(() -> text(dialog, "masks").setText(files));
        hands.photograph(Hands.screen(), new File(files, "batch-dialog.png"));
        press(dialog);
        Hands.waitFor("batch", () -> IJ.getLog() != null && IJ.getLog().contains(" masks in ") ? IJ.getLog() : null);
    }

    private static JTextField text(Window dialog, String field) {
        return Hands.part(JTextField.class, dialog, field);
    }

    /** ImageJ leaves out the places of two line tools, and a gap before the tools that were added. */
    private static int toolX(int tool) {
        int width = Toolbar.getButtonSize();
        return (tool - 3) * width + width / 2 + 8;
    }

    private static void clickTool(Toolbar toolbar, int tool) {
        hands.clickAt(toolbar, toolX(tool), toolbar.getHeight() / 2);
    }

    private static void press(Window dialog) throws Exception {
        EventQueue.invokeAndWait(Hands.part(JButton.class, dialog, "OK")::doClick);
    }
}
