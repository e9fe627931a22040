package sc.fiji.imagetomask.ui;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import sc.fiji.imagetomask.tone.AutoLevels;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Levels;

/**
 * Black, white and gray point, set on the histogram of a channel: three handles to drag under it, three numbers to
 * type, Reset and Auto. Used on the event thread only.
 *
 * <pre>{@code
 * LevelsPanel panel = new LevelsPanel(levels -> preview.show(options.with(settings.withLevels(levels))));
 * panel.setHistogram(histogram, range);
 * }</pre>
 */
public final class LevelsPanel extends JPanel {

    private static final long serialVersionUID = 1;

    private final transient Consumer<Levels> listener;
    private final HistogramView view = new HistogramView();
    private final LevelTrack track = new LevelTrack(this::change);
    private final List<LevelField> fields = new ArrayList<>();
    private final JCheckBox log = new JCheckBox("Log scale");
    private final JLabel caption = new JLabel("Counting...");
    private final Message message = new Message("message", true);
    private final Message hint = new Message("hint", false);
    private final transient LevelHistory history = new LevelHistory(this::levels);
    private transient Levels levels = Levels.NONE;
    private transient Histogram histogram;
    private transient ClipRange range;

    /** @param listener hears every change that the user makes, not those made by {@link #setLevels} */
    public LevelsPanel(Consumer<Levels> listener) {
        this.listener = listener;
        setLayout(new BorderLayout(0, 2));
        add(top(), BorderLayout.NORTH);
        add(view, BorderLayout.CENTER);
        JPanel below = new JPanel();
        below.setLayout(new BoxLayout(below, BoxLayout.Y_AXIS));
        below.add(track);
        below.add(numbers());
        below.add(message);
        below.add(hint);
        add(below, BorderLayout.SOUTH);
        fields.forEach(history::watch);
        track.handles().forEach(history::watch);
        for (String keys : new String[] {"ctrl Z", "meta Z"})
            registerKeyboardAction(
                    event -> change(history.back()), KeyStroke.getKeyStroke(keys), WHEN_IN_FOCUSED_WINDOW);
    }

    /** The levels as they stand. */
    public Levels levels() {
        return levels;
    }

    /** Shows other levels, as if they had always been there. */
    public void setLevels(Levels newLevels) {
        history.clear();
        showAll(newLevels);
    }

    private void showAll(Levels newLevels) {
        fields.forEach(field -> field.setLevels(newLevels));
        show(newLevels);
    }

    /**
     * Shows another channel.
     *
     * @param newHistogram of its raw values
     * @param newRange of them that becomes 0..255
     */
    public void setHistogram(Histogram newHistogram, ClipRange newRange) {
        histogram = newHistogram;
        range = newRange;
        view.setHistogram(newHistogram, newRange);
        caption.setText("Clip range " + newRange.low() + ".." + newRange.high() + " becomes 0..255");
    }

    /** Shows that a channel cannot be counted. */
    public void setUncounted() {
        caption.setText("Not counted");
    }

    /** The fields in which something wrong was typed. */
    public List<CheckedField> wrongFields() {
        return fields.stream()
                .filter(field -> field.mistake() != null)
                .<CheckedField>map(field -> field)
                .toList();
    }

    /** Whether the histogram's height is logarithmic. */
    public boolean isLogScale() {
        return log.isSelected();
    }

    /** Draws the histogram's height logarithmic or linear. */
    public void setLogScale(boolean logarithmic) {
        log.setSelected(logarithmic);
        view.setLogarithmic(logarithmic);
    }

    private JComponent top() {
        log.setName("log");
        log.setToolTipText("Shows rare values beside frequent ones");
        log.addActionListener(event -> view.setLogarithmic(log.isSelected()));
        caption.setName("range");
        caption.setToolTipText("The first and the last value that more than one pixel in 2000 has; all between is"
                + " stretched, then the levels apply");
        JPanel top = new JPanel(new BorderLayout());
        top.add(caption, BorderLayout.WEST);
        top.add(log, BorderLayout.EAST);
        return top;
    }

    private JComponent numbers() {
        JPanel row = new JPanel(new BorderLayout());
        JPanel numbers = new JPanel(new FlowLayout(FlowLayout.LEFT, 4, 4));
        for (LevelPoint point : LevelPoint.values()) {
            LevelField field = new LevelField(point, this::typed, this::showMistake);
            JLabel label = new JLabel(point.word());
            label.setLabelFor(field);
            label.setToolTipText(point.tip);
            fields.add(field);
            numbers.add(label);
            numbers.add(field);
            numbers.add(Box.createHorizontalStrut(2));
        }
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT, 4, 4));
        buttons.add(button(
                "Reset",
                "Black 0, white 255, gray 1. Ctrl+Z takes back the last change of the levels",
                () -> change(Levels.NONE)));
        buttons.add(button(
                "Auto",
                "Black and white so that half a percent of the pixels is cut off at each end; gray stays",
                () -> {
                    if (histogram != null) change(AutoLevels.of(histogram, range, levels.gray()));
                }));
        row.add(numbers, BorderLayout.WEST);
        row.add(buttons, BorderLayout.EAST);
        return row;
    }

    private JButton button(String text, String tip, Runnable action) {
        JButton button = new JButton(text);
        button.setName(text);
        button.setToolTipText(tip);
        button.addActionListener(event -> {
            history.mark();
            action.run();
        });
        return button;
    }

    private void change(Levels newLevels) {
        showAll(newLevels);
        listener.accept(newLevels);
    }

    /** What is being typed stays as it is; the other numbers keep theirs, right or wrong. */
    private void typed(Levels newLevels) {
        fields.forEach(field -> field.keepText(newLevels));
        show(newLevels);
        listener.accept(newLevels);
    }

    private void show(Levels newLevels) {
        levels = newLevels;
        view.setLevels(newLevels);
        track.setLevels(newLevels);
        boolean areSwapped = newLevels.black() > newLevels.white();
        hint.say(areSwapped ? "Black is above white: the two are swapped, which does not invert the mask." : null);
    }

    private void showMistake() {
        message.say(wrongFields().stream().map(CheckedField::mistake).toList());
    }
}
