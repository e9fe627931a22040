package sc.fiji.imagetomask.ui;

import java.util.function.Consumer;
import javax.swing.JPanel;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Levels;

/** Black, white and gray point, set on the histogram of a channel. Used on the event thread only. */
public final class LevelsPanel extends JPanel {

    private static final long serialVersionUID = 1;

    private Levels levels = Levels.NONE;

    /** @param listener hears every change that the user makes, not those made by {@link #setLevels} */
    public LevelsPanel(Consumer<Levels> listener) {}

    /** The levels as they stand. */
    public Levels levels() {
        return levels;
    }

    /** Shows other levels. */
    public void setLevels(Levels newLevels) {
        levels = newLevels;
    }

    /** Shows another channel: its raw histogram, and the range of it that becomes 0..255. */
    public void setHistogram(Histogram histogram, ClipRange range) {}

    /** The sentence that says what is wrong with a number that was typed; null if all are right. */
    public String mistake() {
        return null;
    }
}
