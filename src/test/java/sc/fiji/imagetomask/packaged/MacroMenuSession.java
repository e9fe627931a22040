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
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JTextField;

/**
 * A user of the macros in the menu: installs the tools, clicks with one of them on a picture, opens its options by a
 * double click, takes the gallery from the menu of the other, repeats a mask, and makes the masks of a folder by
 * dialog. Prints the entries of the submenu.
 */
public final class MacroMenuSession {

    private static ToolHands hands;

    private MacroMenuSession() {}

    /** Arguments: ImageJ's folder, the picture, a folder of pictures, one for files and screenshots, x and y to click. */
    public static void main(String[] args) throws Exception {
        ImageJ.main(new String[] {"-ijpath", args[0], "-port0"});
        hands = new ToolHands();
        Menu macros = Menus.getImageJMenu("Plugins>Masks>Macros");
        for (int i = 0; i < macros.getItemCount(); i++)
            System.out.println("entry " + macros.getItem(i).getLabel());
        String files = args[3] + File.separator;
        tools(args[1], files, Integer.parseInt(args[4]), Integer.parseInt(args[5]));
        batch(args[2], files);
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
        hands.screenshot(files + "tools.png");
        for (int tries = 0; tries < 5 && Toolbar.getToolId() != tool; tries++) { // a window may come in between
            clickTool(toolbar, tool);
            Thread.sleep(2000);
        }
        ToolHands.waitFor(() -> Toolbar.getToolId() == tool ? tool : null);
        ImageCanvas canvas = picture.getCanvas();
        hands.click(canvas, canvas.screenX(x), canvas.screenY(y));
        ImagePlus mask = ToolHands.waitFor(() -> WindowManager.getImage("Mask of " + picture.getTitle()));
        hands.screenshot(files + "tool.png");
        System.out.println("selection " + picture.getRoi().getBounds());
        IJ.save(mask, files + "clicked.tif");

        clickTool(toolbar, tool);
        clickTool(toolbar, tool);
        Window options = Hands.window("tool options");
        hands.screenshot(files + "tool-options.png");
        press(options);

        WindowManager.setCurrentWindow(picture.getWindow());
        clickTool(toolbar, toolbar.getToolId("Image To Mask Menu Tool"));
        hands.screenshot(files + "tool-menu.png");
        hands.type(KeyEvent.VK_DOWN, KeyEvent.VK_DOWN, KeyEvent.VK_ENTER);
        Window gallery = Hands.window("gallery");
        hands.screenshot(files + "gallery-dialog.png");
        press(gallery);
        ImagePlus channels = ToolHands.waitFor(() -> WindowManager.getImage("Channels of " + picture.getTitle()));
        System.out.println("gallery " + channels.getStackSize());
        hands.screenshot(files + "gallery.png");

        WindowManager.setCurrentWindow(mask.getWindow());
        mask.setTitle("first");
        IJ.doCommand("Make Mask Again");
        ImagePlus again = ToolHands.waitFor(() -> WindowManager.getImage("Mask of " + picture.getTitle()));
        IJ.save(again, files + "repeated.tif");
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
        hands.screenshot(files + "batch-mistake.png");
        EventQueue.invokeAndWait(() -> text(dialog, "masks").setText(files));
        hands.screenshot(files + "batch-dialog.png");
        press(dialog);
        ToolHands.waitFor(() -> IJ.getLog() != null && IJ.getLog().contains(" masks in ") ? IJ.getLog() : null);
    }

    private static JTextField text(Window dialog, String field) {
        return Hands.part(JTextField.class, dialog, field);
    }

    /** ImageJ leaves out the places of two line tools, and a gap before the tools that were added. */
    private static void clickTool(Toolbar toolbar, int tool) {
        int width = Toolbar.getButtonSize();
        hands.click(toolbar, (tool - 3) * width + width / 2 + 8, toolbar.getHeight() / 2);
    }

    private static void press(Window dialog) throws Exception {
        EventQueue.invokeAndWait(Hands.part(JButton.class, dialog, "OK")::doClick);
    }
}
