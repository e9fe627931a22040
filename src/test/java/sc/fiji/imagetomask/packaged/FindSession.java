package sc.fiji.imagetomask.packaged;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.OvalRoi;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;
import java.awt.Frame;
import java.awt.Window;
import java.nio.file.Path;
import java.util.Arrays;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;

/** A user who selects something brown, and lets the plugin find its settings: in the dialog, and by the menu. */
public final class FindSession {

    private static final int BROWN_X = 325;
    private static final int BROWN_Y = 350;

    private final Hands hands = new Hands();
    private final Path out;
    private final ImagePlus picture;

    private FindSession(String file, Path out) throws Exception {
        this.out = out;
        picture = IJ.openImage(file);
        picture.show();
        picture.getWindow().setLocation(20, 100);
    }

    /** Arguments: ImageJ's folder, the picture, the folder for screenshots. */
    public static void main(String[] args) throws Exception {
        ImageJ.main(new String[] {"-ijpath", args[0], "-port0"});
        Prefs.set("imagetomask.options", (String) null); // of an earlier session
        new Recorder();
        FindSession session = new FindSession(args[1], Path.of(args[2]));
        session.nothingSelected();
        session.inTheDialog();
        session.byMenu();
        System.exit(0);
    }

    private void nothingSelected() throws Exception {
        Window dialog = open();
        hands.rest();
        hands.click(Hands.part(JButton.class, dialog, "Find"));
        JComponent problem = Hands.part(JComponent.class, dialog, "problem");
        Hands.waitFor("problem", () -> problem.isVisible() ? true : null);
        Hands.onEventThread(Hands.part(JButton.class, dialog, "Cancel")::doClick);
        System.out.println("told: true");
    }

    private void inTheDialog() throws Exception {
        picture.setRoi(new OvalRoi(BROWN_X - 3, BROWN_Y - 3, 7, 7));
        Window dialog = open();
        hands.rest();
        hands.click(Hands.part(JButton.class, dialog, "Find"));
        String channel = Hands.waitFor("channel", () -> {
            String now = String.valueOf(
                    Hands.part(JComboBox.class, dialog, "channel").getSelectedItem());
            return now.equals("L (LAB)") ? null : now;
        });
        hands.rest();
        hands.photograph(Hands.screen(), out.resolve("find-dialog.png").toFile());
        hands.click(Hands.part(JButton.class, dialog, "OK"));
        ImagePlus mask = Hands.waitFor("mask", () -> WindowManager.getImage("Mask of " + picture.getTitle()));
        System.out.println("dialog channel: " + channel);
        System.out.println("dialog mask: " + isBrown(mask));
        mask.changes = false;
        mask.close();
    }

    private void byMenu() throws Exception {
        WindowManager.setCurrentWindow(picture.getWindow());
        Recorder.getInstance();
        IJ.doCommand("Find Mask Settings");
        ImagePlus mask = Hands.waitFor("mask", () -> WindowManager.getImage("Mask of " + picture.getTitle()));
        Frame table = Hands.waitFor("table", () -> WindowManager.getFrame("Mask Settings of " + picture.getTitle()));
        hands.rest();
        hands.photograph(Hands.screen(), out.resolve("find-table.png").toFile());
        ResultsTable found = ResultsTable.getResultsTable(table.getTitle());
        System.out.println("menu mask: " + isBrown(mask));
        System.out.println("rows: " + (found.size() > 10));
        System.out.println("best first: " + (found.getValue("Score", 0) >= found.getValue("Score", 9)));
        String recorded = Recorder.getInstance().getText();
        System.out.println("recorded: "
                + Arrays.stream(recorded.split("\n"))
                        .filter(line -> line.startsWith("run(\"Image To Mask...\"") && line.contains("clip=none"))
                        .count());
    }

    /** The selected cell is white, an empty place is black, and many more pixels than the selected ones are white. */
    private static boolean isBrown(ImagePlus mask) {
        int[] counts = mask.getProcessor().getHistogram();
        int white = Arrays.stream(counts).skip(128).sum();
        return mask.getProcessor().get(BROWN_X, BROWN_Y) >= 128
                && mask.getProcessor().get(560, 250) < 128
                && white > 5000
                && white < 50000;
    }

    private Window open() throws Exception {
        WindowManager.setCurrentWindow(picture.getWindow());
        IJ.doCommand("Image To Mask...");
        Window dialog = Hands.window("imagetomask");
        Hands.waitFor(
                "histogram",
                () -> Hands.part(JLabel.class, dialog, "range").getText().contains("..") ? true : null);
        return dialog;
    }
}
