package sc.fiji.imagetomask.packaged;

import static sc.fiji.imagetomask.packaged.PictureAtWork.BROWN_X;
import static sc.fiji.imagetomask.packaged.PictureAtWork.BROWN_Y;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.OvalRoi;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;
import java.awt.Frame;
import java.awt.Window;
import javax.swing.JComponent;

/** A user who selects something brown, and lets the plugin find its settings: in the dialog, and by the menu. */
public final class FindSession {

    private final PictureAtWork work;

    private FindSession(PictureAtWork work) {
        this.work = work;
    }

    /** Arguments: ImageJ's folder, the picture, the folder for screenshots. */
    public static void main(String[] args) throws Exception {
        PictureAtWork work = new PictureAtWork(args);
        FindSession session = new FindSession(work);
        work.run(() -> {
            session.nothingSelected();
            session.inTheDialog();
            session.byMenu();
            session.gallery();
        });
    }

    private void nothingSelected() throws Exception {
        Window dialog = work.open();
        work.click(dialog, "Find");
        JComponent problem = Hands.part(JComponent.class, dialog, "problem");
        System.out.println("told: " + Hands.happens(problem::isVisible));
        work.cancel(dialog);
    }

    private void inTheDialog() throws Exception {
        work.picture.setRoi(new OvalRoi(BROWN_X - 3, BROWN_Y - 3, 7, 7));
        Window dialog = work.open();
        work.click(dialog, "Find");
        System.out.println("another channel: "
                + Hands.happens(() -> !PictureAtWork.chosen(dialog, "channel").equals("L (LAB)")));
        work.hands.rest();
        work.photograph("find-dialog.png");
        work.accept(dialog);
        ImagePlus mask = work.mask();
        System.out.println("dialog mask: " + PictureAtWork.isBrown(mask));
        work.recorded();
        work.discard(mask);
    }

    private void byMenu() throws Exception {
        IJ.doCommand("Find Mask Settings");
        ImagePlus mask = work.mask();
        Frame table =
                Hands.waitFor("table", () -> WindowManager.getFrame("Mask Settings of " + work.picture.getTitle()));
        work.photograph("find-table.png");
        ResultsTable found = ResultsTable.getResultsTable(table.getTitle());
        System.out.println("menu mask: " + PictureAtWork.isBrown(mask));
        System.out.println("rows: " + (found.size() > 10));
        System.out.println("best first: " + (found.getValue("Score", 0) >= found.getValue("Score", 9)));
        System.out.println("recorded: " + Hands.happens(() -> rangesRecorded() == 2));
    }

    private void gallery() throws Exception {
        WindowManager.setCurrentWindow(work.picture.getWindow());
        IJ.doCommand("Channel Gallery");
        Window dialog = Hands.window("gallery");
        work.choose(dialog, "as", "montage");
        work.click(dialog, "sorted");
        work.click(dialog, "OK");
        Hands.waitFor("gallery", () -> WindowManager.getImage("Channels of " + work.picture.getTitle()));
        Hands.happens(() -> galleries().contains("as"));
        System.out.println("gallery: " + galleries());
    }

    private static String galleries() {
        return Recorder.getInstance()
                .getText()
                .lines()
                .filter(line -> line.contains("Gallery"))
                .toList()
                .toString();
    }

    private static long rangesRecorded() {
        return PictureAtWork.recordedLines().stream()
                .filter(line -> line.contains("clip=none"))
                .count();
    }
}
