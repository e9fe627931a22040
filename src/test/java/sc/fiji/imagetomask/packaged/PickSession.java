package sc.fiji.imagetomask.packaged;

import static sc.fiji.imagetomask.packaged.PictureAtWork.BROWN_X;
import static sc.fiji.imagetomask.packaged.PictureAtWork.BROWN_Y;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.gui.Toolbar;
import java.awt.Component;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/**
 * A user who points at things in the picture: at the object, with further clicks that add and remove; at its black and white;
 * who drags the clip range, and saves and loads a preset. Prints what came of it, as lines {@code name: value}.
 */
public final class PickSession {

    private final PictureAtWork work;
    private final Hands hands;
    private final ImagePlus picture;

    private PickSession(PictureAtWork work) {
        this.work = work;
        hands = work.hands;
        picture = work.picture;
    }

    /** Arguments: ImageJ's folder, the sample picture, the folder for screenshots; one more: the clip range and presets instead. */
    public static void main(String[] args) throws Exception {
        PictureAtWork work = new PictureAtWork(args);
        PickSession session = new PickSession(work);
        work.run(() -> {
            if (args.length > 3) {
                session.dragClipRange();
                session.presets();
            } else {
                session.sample();
                session.drawFindOk();
                session.pickLevels();
                session.stopSearching();
            }
        });
    }

    private void sample() throws Exception {
        Window dialog = work.open();
        work.click(dialog, "sample");
        work.point(BROWN_X, BROWN_Y, 0);
        Hands.happens(
                () -> points() == 1 && !PictureAtWork.chosen(dialog, "channel").equals("L (LAB)"));
        System.out.println("found: " + found(dialog));
        int one = points();
        work.point(48, 313, KeyEvent.VK_SHIFT);
        Hands.happens(() -> points() == 2);
        found(dialog);
        work.photograph("pick-sample.png");
        System.out.println("points: " + one + " " + points());
        work.point(50, 315, KeyEvent.VK_ALT);
        Hands.happens(() -> points() == 1);
        found(dialog);
        System.out.println("removed: " + points());
        hands.press(KeyEvent.VK_SHIFT);
        hands.drag(picture.getCanvas(), 8);
        hands.release(KeyEvent.VK_SHIFT);
        System.out.println("stroke: " + Hands.happens(() -> points() > 3));
        work.point(300, 200, KeyEvent.VK_ALT);
        work.point(BROWN_X, BROWN_Y, 0);
        Hands.happens(() -> points() == 1);
        found(dialog);
        System.out.println("limited: " + PictureAtWork.isTicked(dialog, "limited"));
        work.click(dialog, "sample");
        work.accept(dialog);
        ImagePlus mask = work.mask();
        System.out.println("sample mask: " + PictureAtWork.isBrown(mask));
        work.discard(mask);
        picture.deleteRoi();
    }

    /** ImageJ's oval tool is chosen; counts clicks, and seconds without the time that the hands rest. */
    private void drawFindOk() throws Exception {
        IJ.setTool(Toolbar.OVAL);
        Window dialog = work.open();
        long start = System.nanoTime();
        ImageCanvas canvas = picture.getCanvas();
        hands.dragAt(canvas, canvas.screenX(BROWN_X - 3), canvas.screenY(BROWN_Y - 3), 7, 7);
        work.click(dialog, "Find");
        found(dialog);
        work.accept(dialog);
        ImagePlus mask = work.mask();
        System.out.printf("path: 3 clicks, %.1f s%n", (System.nanoTime() - start) / 1e9);
        System.out.println("drawn mask: " + PictureAtWork.isBrown(mask));
        work.discard(mask);
        picture.deleteRoi();
    }

    private void pickLevels() throws Exception {
        Window dialog = work.open();
        work.choose(dialog, "channel", "U (YUV)");
        work.choose(dialog, "clip", "auto");
        work.click(dialog, "Reset");
        work.counted(dialog);
        work.click(dialog, "pick black");
        work.point(100, 100, 0); // an empty place
        String empty = changed(dialog, "black", "0");
        work.click(dialog, "pick white");
        work.point(163, 349, 0); // haematoxylin
        String stained = changed(dialog, "white", "255");
        work.click(dialog, "pick gray");
        work.point(560, 250, 0);
        String gray = changed(dialog, "gray", "1.00");
        System.out.println("black: " + empty + " white: " + stained + " gray: " + gray);
        work.photograph("pick-levels.png");
        System.out.println("one is on: "
                + Stream.of("pick black", "pick gray", "pick white", "sample")
                        .filter(name -> PictureAtWork.isTicked(dialog, name))
                        .toList());
        work.click(dialog, "pick gray");
        work.point(200, 200, 0);
        System.out.println("off: " + gray.equals(PictureAtWork.text(dialog, "gray")));
        work.cancel(dialog);
        hands.rest();
        picture.deleteRoi();
    }

    /** Esc comes at once, so that the search has not ended. */
    private void stopSearching() throws Exception {
        picture.setRoi(new PointRoi(BROWN_X, BROWN_Y));
        Window dialog = work.open();
        String before = PictureAtWork.chosen(dialog, "channel");
        JButton find = Hands.part(JButton.class, dialog, "Find");
        String[] meanwhile = new String[1];
        Hands.onEventThread(() -> {
            find.doClick(0);
            meanwhile[0] = find.getText();
            ((JDialog) dialog)
                    .getRootPane()
                    .getActionForKeyStroke(KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0))
                    .actionPerformed(new ActionEvent(dialog, ActionEvent.ACTION_PERFORMED, ""));
        });
        System.out.println(
                "stopped: " + meanwhile[0] + ", " + before.equals(found(dialog)) + ", " + dialog.isShowing());
        work.cancel(dialog);
        picture.deleteRoi();
    }

    private void dragClipRange() throws Exception {
        Window dialog = work.open();
        work.choose(dialog, "channel", "L (LAB)");
        work.choose(dialog, "clip", "auto");
        work.counted(dialog);
        String before = Hands.part(JLabel.class, dialog, "range").getText();
        hands.drag(Hands.part(JComponent.class, dialog, "clip low handle"), 60);
        hands.drag(Hands.part(JComponent.class, dialog, "clip high handle"), -40);
        hands.key(KeyEvent.VK_LEFT);
        work.counted(dialog);
        String clip = PictureAtWork.text(dialog, "clip");
        String after = Hands.part(JLabel.class, dialog, "range").getText();
        work.photograph("pick-clip.png");
        System.out.println("clip: " + clip);
        System.out.println("caption: " + (!after.equals(before) && after.contains(clip.replace(",", ".."))));
        work.accept(dialog);
        ImagePlus mask = work.mask();
        String line = work.recorded();
        System.out.println("recorded: " + line.contains(" clip=" + clip + " ") + " " + line);
        ImagePlus first = mask.duplicate();
        work.discard(mask);
        IJ.runMacro(line);
        ImagePlus again = work.mask();
        System.out.println("replayed: " + PictureAtWork.isSame(first, again));
        work.discard(again);
    }

    private void presets() throws Exception {
        Window dialog = work.open();
        work.choose(dialog, "channel", "S (HSV)");
        work.choose(dialog, "clip", "auto");
        hands.type(Hands.part(JTextField.class, dialog, "black"), "33");
        entry(dialog, "Save as...");
        for (char c : "MINE".toCharArray()) hands.key(c);
        work.photograph("pick-preset-name.png");
        hands.key(KeyEvent.VK_ENTER);
        Path file = Path.of(System.getProperty("imagetomask.presets")).resolve("mine.txt");
        Hands.happens(() -> Files.exists(file));
        System.out.println("file: " + Files.readString(file).replace("\n", "; "));
        entry(dialog, "Defaults");
        changed(dialog, "black", "33");
        System.out.println(
                "defaults: " + PictureAtWork.text(dialog, "black") + " " + PictureAtWork.chosen(dialog, "channel"));
        work.click(dialog, "Presets");
        work.photograph("pick-presets.png");
        hands.key(KeyEvent.VK_ESCAPE);
        entry(dialog, "mine");
        changed(dialog, "black", "0");
        System.out.println(
                "loaded: " + PictureAtWork.text(dialog, "black") + " " + PictureAtWork.chosen(dialog, "channel"));
        Files.writeString(file, "blakc=3");
        entry(dialog, "mine");
        JComponent problem = Hands.part(JComponent.class, dialog, "problem");
        System.out.println("told: " + Hands.happens(problem::isVisible));
        work.photograph("pick-preset-mistake.png");
        severalTerms(dialog, file.resolveSibling("two.txt"));
        entry(dialog, "Delete...");
        hands.key(KeyEvent.VK_ENTER); // of the first one, mine
        System.out.println("deleted: " + Hands.happens(() -> !Files.exists(file)));
        entry(dialog, "Last used");
        Hands.happens(() -> PictureAtWork.chosen(dialog, "channel").equals("L (LAB)"));
        System.out.println(
                "last used: " + PictureAtWork.chosen(dialog, "channel") + " " + PictureAtWork.text(dialog, "clip"));
        work.cancel(dialog);
    }

    private void severalTerms(Window dialog, Path file) throws Exception {
        Files.writeString(
                file, "channel=[S (HSV)] black=21 terms=[or U (YUV) black=12 white=200 invert without V (HSV) gray=2]");
        entry(dialog, "two");
        changed(dialog, "black", "33");
        JTable terms = Hands.part(JTable.class, dialog, "term table");
        System.out.println("terms shown: " + Hands.happens(() -> terms.isShowing() && terms.getRowCount() == 3));
        for (int row = 0; row < terms.getRowCount(); row++)
            System.out.println("term: " + terms.getValueAt(row, 1) + " " + terms.getValueAt(row, 2));
        work.photograph("pick-terms.png");
        Rectangle second = terms.getCellRect(1, 2, true);
        hands.clickAt(terms, second.x + 20, second.y + second.height / 2);
        System.out.println("second: " + changed(dialog, "black", "21") + " " + PictureAtWork.chosen(dialog, "channel"));
    }

    /** Chooses an entry of the menu of presets. */
    private void entry(Window dialog, String name) throws Exception {
        work.click(dialog, "Presets");
        hands.click(Hands.waitFor(name, () -> menuItem(name)));
        hands.rest();
    }

    private static AbstractButton menuItem(String name) {
        return Stream.of(Window.getWindows())
                .filter(Component::isShowing)
                .flatMap(Hands::all)
                .filter(part -> part instanceof AbstractButton && name.equals(part.getName()) && part.isShowing())
                .map(AbstractButton.class::cast)
                .findFirst()
                .orElse(null);
    }

    /** What a field says, once that is something else. */
    private static String changed(Window dialog, String field, String before) throws Exception {
        Hands.happens(() -> !PictureAtWork.text(dialog, field).equals(before));
        return PictureAtWork.text(dialog, field);
    }

    private int points() {
        Roi roi = picture.getRoi();
        return roi == null ? 0 : roi.getFloatPolygon().npoints;
    }

    /** The channel that was found, once the search has ended. */
    private String found(Window dialog) throws Exception {
        hands.rest();
        Hands.waitFor(
                "end of the search",
                () -> Hands.part(JButton.class, dialog, "Find").getText().equals("Find") ? true : null);
        hands.rest();
        return PictureAtWork.chosen(dialog, "channel");
    }
}
