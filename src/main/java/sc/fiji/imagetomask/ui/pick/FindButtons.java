package sc.fiji.imagetomask.ui.pick;

import ij.ImagePlus;
import ij.gui.Roi;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.FontMetrics;
import java.awt.Point;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import sc.fiji.imagetomask.imagej.FoundMasks;
import sc.fiji.imagetomask.options.FindMaskOptions;
import sc.fiji.imagetomask.options.Marks;
import sc.fiji.imagetomask.options.MaskOptions;

/**
 * <i>Sample</i>, for clicks and strokes on an object in the picture, and <i>Find</i>, which looks for the settings of its mask.
 * While it looks, <i>Find</i> is <i>Stop</i>. Used on the event thread only.
 */
public final class FindButtons extends JPanel {

    private static final long serialVersionUID = 1;
    private static final String FIND = "Find";
    private static final String STOP = "Stop";

    /** Whom settings are found for. */
    public interface Asker {

        /** The picture that is searched. */
        ImagePlus picture();

        /** What the search starts from. */
        MaskOptions options();

        /** A search begins. */
        void begun();

        /** What was found in {@link #picture}. */
        void found(FoundMasks masks);

        /** Why nothing was found, in one sentence. */
        void failed(String sentence);
    }

    private final transient Asker asker;
    private final JToggleButton sample = new JToggleButton("Sample");
    private final JButton find = new FindButton();
    private final transient SampleStrokes strokes = new SampleStrokes();
    private transient Search search;

    public FindButtons(Asker asker) {
        super(new FlowLayout(FlowLayout.TRAILING, 0, 0));
        this.asker = asker;
        sample.setName("sample");
        sample.setToolTipText(
                "Click on the object in the picture, or draw over it: the settings for it are found. With Shift"
                        + " you add to the sample, with Alt you remove the nearest click or stroke");
        find.setName("Find");
        find.setToolTipText(
                "Finds the channel and the levels that separate your selection best from the rest of the slice;"
                        + " Esc stops it");
        find.addActionListener(event -> {
            if (!stop()) begin();
        });
        add(sample);
        add(find);
    }

    /** The switch for samples takes part in what is picked in the picture. */
    public void addTo(PickSwitches switches) {
        switches.add(sample, this::mark);
    }

    /** Stops the search; false if there is none. */
    public boolean stop() {
        if (search == null) return false;
        search.stop();
        return true;
    }

    private void mark(List<Point> pixels, MouseEvent mouse) {
        ImagePlus picture = asker.picture();
        Roi roi = strokes.picked(picture.getRoi(), pixels, mouse.isShiftDown(), mouse.isAltDown());
        if (roi == null) {
            stop();
            picture.deleteRoi();
            return;
        }
        picture.setRoi(roi);
        begin();
    }

    private void begin() {
        ImagePlus picture = asker.picture();
        asker.begun();
        show(Search.begin(
                search,
                new FindMaskOptions(Marks.SELECTION, Marks.REST, asker.options()),
                picture,
                (ended, masks) -> {
                    if (ended != search) return;
                    show(null);
                    if (picture == asker.picture()) asker.found(masks);
                },
                (ended, sentence) -> {
                    if (ended != search) return;
                    show(null);
                    if (sentence != null) asker.failed(sentence);
                }));
    }

    private void show(Search now) {
        search = now;
        find.setText(now == null ? FIND : STOP);
    }

    /** It is wide enough for both of its texts, so that nothing moves. */
    private static final class FindButton extends JButton {

        private static final long serialVersionUID = 1;

        FindButton() {
            super(FIND);
        }

        @Override
        public Dimension getPreferredSize() {
            Dimension size = super.getPreferredSize();
            FontMetrics font = getFontMetrics(getFont());
            int most = Math.max(font.stringWidth(FIND), font.stringWidth(STOP));
            return new Dimension(size.width + most - font.stringWidth(getText()), size.height);
        }
    }
}
