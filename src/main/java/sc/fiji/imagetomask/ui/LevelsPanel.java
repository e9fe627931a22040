package sc.fiji.imagetomask.ui;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.AbstractButton;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.tone.Clip;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Levels;

/**
 * Black, white and gray point and the two points of a band, set on the histogram of a channel: handles to drag under
 * it, numbers to type, Reset and Auto; and a line that says how much becomes white and black. Used on the event thread only.
 *
 * <pre>{@code
 * LevelsPanel panel = new LevelsPanel(levels -> preview.show(options.with(settings.withLevels(levels))));
 * panel.setSource(channel, hue, invert);
 * panel.setHistogram(histogram, range);
 * }</pre>
 */
public final class LevelsPanel extends JPanel {

    private static final long serialVersionUID = 1;

    private final transient Consumer<Levels> listener;
    private final HistogramView view = new HistogramView();
    private final LevelTrack track = new LevelTrack(this::change);
    private transient Consumer<Clip> clipped = range -> {};
    private final ClipTrack clip = new ClipTrack(this::takeClip);
    private final LevelPickers pickers = new LevelPickers();
    private final List<LevelField> fields = new ArrayList<>();
    private final AutoBox auto = new AutoBox(this::automatic);
    private final JCheckBox log = new JCheckBox("Log scale");
    private final JLabel caption = new JLabel("Counting...");
    private final JLabel shares = new JLabel(" ");
    private final Message message = new Message("message", true);
    private final Message hint = new Message("hint", false);
    private final transient LevelHistory history = new LevelHistory(this::levels);
    private final transient Map<Channel, Levels> levelsOf = new EnumMap<>(Channel.class);
    private transient LevelsState state = LevelsState.FIRST;
    private boolean sourceKnown;

    /** @param listener hears every change that the user makes, not those made by {@link #setLevels} */
    public LevelsPanel(Consumer<Levels> listener) {
        this.listener = listener;
        setLayout(new BorderLayout(0, 2));
        add(top(), BorderLayout.NORTH);
        JPanel middle = new JPanel(new BorderLayout());
        middle.add(clip, BorderLayout.NORTH);
        middle.add(view, BorderLayout.CENTER);
        add(middle, BorderLayout.CENTER);
        JPanel below = new JPanel();
        below.setLayout(new BoxLayout(below, BoxLayout.Y_AXIS));
        below.add(track);
        below.add(automatic());
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

    /** The current levels. */
    public Levels levels() {
        return state.levels();
    }

    /** Shows other levels, and clears the undo history. */
    public void setLevels(Levels newLevels) {
        history.clear();
        showAll(newLevels);
    }

    private void showAll(Levels newLevels) {
        fields.forEach(field -> field.setLevels(newLevels));
        show(state.withLevels(newLevels));
    }

    /**
     * Shows the channel that is measured. Every channel has its own levels: if a channel is chosen again, it has its
     * earlier levels. A new channel starts without levels, because levels that fit one channel can make another one all
     * black or white.
     *
     * @param channel whose colours the axis shows
     * @param hue how far the circle of hues is shifted; 0 for other channels
     * @param invert whether bright becomes dark
     */
    public void setSource(Channel channel, int hue, boolean invert) {
        boolean changed = sourceKnown && channel != state.channel();
        sourceKnown = true;
        if (changed) levelsOf.put(state.channel(), levels());
        LevelsState next = state.withSource(channel, hue, invert);
        show(changed ? next.withoutHistogram() : next);
        if (changed) setLevels(levelsOf.getOrDefault(channel, Levels.NONE));
    }

    /**
     * Shows how the channel's values are distributed.
     *
     * @param histogram of its raw values
     * @param range of them that becomes 0..255
     */
    public void setHistogram(Histogram histogram, ClipRange range) {
        caption.setText("Clip range " + range.low() + ".." + range.high() + " becomes 0..255");
        show(state.withHistogram(histogram, range));
    }

    /** Shows that there is no histogram of the channel. */
    public void setUncounted() {
        caption.setText("No histogram");
    }

    /** Leaves out what needs the values of a picture: the pipettes, the handles of the clip range, the scale of the histogram and Auto. */
    public void leaveOutPicture() {
        pickers().forEach(picker -> picker.setVisible(false));
        for (JComponent part : List.of(clip, log, auto)) part.setVisible(false);
        setUncounted();
    }

    /** Says who takes the clip range that the user drags. */
    public void onClip(Consumer<Clip> newClipped) {
        clipped = newClipped;
    }

    private void takeClip(ClipRange range) {
        clipped.accept(Clip.of(range.low(), range.high()));
    }

    /** The range of the channel that becomes 0..255; null until it is counted. */
    public ClipRange range() {
        return state.bins() == null ? null : state.bins().range();
    }

    /** The switches of the points that are picked in the picture. */
    public List<AbstractButton> pickers() {
        return pickers.buttons();
    }

    /**
     * Sets the point whose switch is on.
     *
     * @param value that was picked, 0..255, before the levels
     */
    public void pick(double value) {
        if (pickers.point() == null) return;
        history.mark();
        change(pickers.point().moved(levels(), value));
    }

    /**
     * Draws the histogram in two colours; null for both draws it in one.
     *
     * @param object of what a user has marked
     * @param rest of the other pixels
     */
    public void setClasses(Histogram object, Histogram rest) {
        show(state.withClasses(object == null ? null : new LevelsState.Classes(object, rest)));
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
        log.setToolTipText("Logarithmic scale: makes rare values visible beside frequent ones");
        log.addActionListener(event -> view.setLogarithmic(log.isSelected()));
        caption.setName("range");
        caption.setToolTipText("The clip range is stretched to 0 to 255; then the levels apply. If it is auto, values"
                + " of fewer than 1 in 2000 pixels are ignored at both ends");
        JPanel top = new JPanel(new BorderLayout());
        top.add(caption, BorderLayout.WEST);
        JPanel right = new JPanel(new FlowLayout(FlowLayout.TRAILING, 4, 0));
        right.add(pickers);
        right.add(log);
        top.add(right, BorderLayout.EAST);
        return top;
    }

    private JComponent numbers() {
        JPanel numbers = new JPanel(new FlowLayout(FlowLayout.LEFT, 4, 4));
        for (LevelPoint point : LevelPoint.values()) {
            LevelField field = new LevelField(point, this::typed, this::showMistake);
            JLabel label = new JLabel(point.word);
            label.setLabelFor(field);
            label.setToolTipText(point.option.help());
            fields.add(field);
            numbers.add(label);
            numbers.add(field);
            numbers.add(Box.createHorizontalStrut(2));
        }
        return numbers;
    }

    private JComponent automatic() {
        shares.setName("shares");
        shares.setToolTipText("How many pixels of the channel become 255 and 0, before mask image, selection and alpha"
                + " limit the mask");
        JPanel line = new JPanel(new BorderLayout());
        line.add(shares, BorderLayout.WEST);
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT, 0, 0));
        buttons.add(auto);
        buttons.add(button(
                "Reset",
                "Sets black to 0, white to 255 and gray to 1, without a band. Ctrl+Z undoes the last change of the levels",
                () -> change(Levels.NONE)));
        line.add(buttons, BorderLayout.EAST);
        return line;
    }

    private void automatic(String method) {
        HistogramBins bins = state.bins();
        if (bins == null) return;
        history.mark();
        AutoMethod.levels(method, bins.histogram(), bins.range(), levels().gray())
                .ifPresentOrElse(this::change, () -> shares.setText("Auto needs more than one value"));
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

    /** Takes levels that the user typed. All fields keep their texts, also those with an error. */
    private void typed(Levels newLevels) {
        fields.forEach(field -> field.keepText(newLevels));
        show(state.withLevels(newLevels));
        listener.accept(newLevels);
    }

    private void show(LevelsState newState) {
        state = newState;
        view.show(state);
        track.show(state);
        clip.show(range());
        Shares counted = state.shares();
        shares.setText(counted == null ? " " : counted.text());
        hint.say(hint(levels()));
    }

    /** A hint about levels that are allowed but unusual; null if there is none. */
    private static String hint(Levels levels) {
        if (levels.black() > levels.white())
            return "Black is above white: the two are swapped, which does not invert the mask.";
        if (levels.white2() > levels.black2()) return "White2 is above black2: the two are swapped.";
        if (levels.isBand() && levels.black2() <= levels.black())
            return "The band ends before it begins, so the mask is 0 everywhere.";
        return levels.black() == levels.white() && !levels.isBand()
                ? "Black equals white: every value becomes 128."
                : null;
    }

    private void showMistake() {
        message.say(wrongFields().stream().map(CheckedField::mistake).toList());
    }
}
