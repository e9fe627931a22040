package sc.fiji.imagetomask.ui;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.FlowLayout;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
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
    private static final Color MISTAKE = new Color(0xb00020);

    private final transient Consumer<Levels> listener;
    private final HistogramView view = new HistogramView();
    private final LevelTrack track = new LevelTrack(this::change);
    private final List<LevelField> fields = new ArrayList<>();
    private final JCheckBox log = new JCheckBox("Log scale");
    private final JLabel caption = new JLabel("Counting...");
    private final JLabel message = new JLabel(" ");
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
        below.add(left(message));
        add(below, BorderLayout.SOUTH);
    }

    /** The levels as they stand. */
    public Levels levels() {
        return levels;
    }

    /** Shows other levels. */
    public void setLevels(Levels newLevels) {
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

    /** The sentence that says what is wrong with a number that was typed; null if all are right. */
    public String mistake() {
        return fields.stream()
                .map(LevelField::mistake)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
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
            JLabel label = new JLabel(point.key.substring(0, 1).toUpperCase() + point.key.substring(1));
            label.setLabelFor(field);
            label.setToolTipText(point.tip);
            fields.add(field);
            numbers.add(label);
            numbers.add(field);
            numbers.add(Box.createHorizontalStrut(2));
        }
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT, 4, 4));
        buttons.add(button("Reset", "Black 0, white 255, gray 1", () -> change(Levels.NONE)));
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

    private static JButton button(String text, String tip, Runnable action) {
        JButton button = new JButton(text);
        button.setName(text);
        button.setToolTipText(tip);
        button.addActionListener(event -> action.run());
        return button;
    }

    private static JComponent left(JLabel label) {
        label.setForeground(MISTAKE);
        label.setName("message");
        label.setFont(label.getFont().deriveFont(Font.PLAIN));
        JPanel line = new JPanel(new BorderLayout());
        line.add(label, BorderLayout.WEST);
        return line;
    }

    private void change(Levels newLevels) {
        setLevels(newLevels);
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
    }

    private void showMistake() {
        String mistake = mistake();
        message.setText(mistake == null ? " " : mistake);
    }
}
