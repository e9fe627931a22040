package sc.fiji.imagetomask.ij1;

import ij.ImagePlus;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import sc.fiji.imagetomask.Labelled;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.Statistics;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.image.ImagePlusPictures;
import sc.fiji.imagetomask.image.MaskOptions;
import sc.fiji.imagetomask.image.OptionLabels;
import sc.fiji.imagetomask.image.Slices;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.ui.LevelsPanel;

/** All options of a mask as fields, the levels on a histogram. What concerns stacks only is shown for stacks only. */
final class OptionForm extends JPanel {

    private static final long serialVersionUID = 1;

    private final JComboBox<String> channel = choice("channel", Channel.labels());
    private final JSpinner hue = new JSpinner(new SpinnerNumberModel(0, 0, 254, 1));
    private final LevelsPanel levels = new LevelsPanel(changed -> tell());
    private final JCheckBox invert = flag("invert", OptionLabels.INVERT, OptionLabels.INVERT_TIP);
    private final JComboBox<String> mask =
            choice("mask", MaskOptions.maskChoices().toArray(String[]::new));
    private final JCheckBox inside = flag("inside", OptionLabels.INSIDE, OptionLabels.INSIDE_TIP);
    private final JComboBox<String> slices = choice("slices", Labelled.labels(Slices.values()));
    private final JComboBox<String> statistics = choice("statistics", Labelled.labels(Statistics.values()));
    private final JComboBox<String> output = choice("output", Labelled.labels(Output.values()));
    private final JComboBox<String> engine =
            choice("engine", EngineChoice.names().toArray(String[]::new));
    private final transient Runnable listener;
    private final transient ReadingFields reading;
    private boolean showing;

    /**
     * @param picture what a mask is to be made of
     * @param start what it shows first
     * @param listener hears every change that the user makes
     */
    OptionForm(ImagePlus picture, MaskOptions start, Runnable listener) {
        super(new GridBagLayout());
        this.listener = listener;
        reading = new ReadingFields(picture, this::tell);
        hue.setName("hue");
        hue.addChangeListener(event -> tell());
        int row = 0;
        row(row, OptionLabels.CHANNEL, OptionLabels.CHANNEL_TIP, channel, 0);
        row(row++, OptionLabels.HUE, OptionLabels.HUE_TIP, hue, 2);
        add(levels, at(0, row++, 4, GridBagConstraints.BOTH, 1));
        add(invert, at(1, row, 1, GridBagConstraints.HORIZONTAL, 0));
        add(inside, at(3, row++, 1, GridBagConstraints.HORIZONTAL, 0));
        row(row, OptionLabels.MASK, OptionLabels.MASK_TIP, mask, 0);
        row(row++, OptionLabels.OUTPUT, OptionLabels.OUTPUT_TIP, output, 2);
        if (reading.range() != null) row(row, OptionLabels.RANGE, OptionLabels.RANGE_TIP, reading.range(), 0);
        if (reading.rgb() != null) row(row, OptionLabels.RGB, OptionLabels.RGB_TIP, reading.rgb(), 2);
        row++;
        if (ImagePlusPictures.count(picture) > 1) {
            row(row, OptionLabels.SLICES, OptionLabels.SLICES_TIP, slices, 0);
            row(row++, OptionLabels.STATISTICS, OptionLabels.STATISTICS_TIP, statistics, 2);
        }
        row(row, OptionLabels.ENGINE, OptionLabels.ENGINE_TIP, engine, 0);
        show(start);
    }

    /** What the user asks for. */
    MaskOptions options() {
        MaskOptions options = MaskOptions.DEFAULT;
        for (JComboBox<?> box : new JComboBox<?>[] {channel, mask, slices, statistics, output, engine})
            options = options.with(box.getName(), (String) box.getSelectedItem());
        if (hue.isEnabled()) options = options.with("hue", hue.getValue().toString());
        options = options.with("invert", String.valueOf(invert.isSelected()))
                .with("inside", String.valueOf(inside.isSelected()));
        return options.with(options.settings().withLevels(levels.levels())).with(reading.reading());
    }

    /** What is wrong with what was typed; null if nothing is. */
    String mistake() {
        return levels.wrongFields().isEmpty()
                ? reading.mistake()
                : levels.wrongFields().get(0).mistake();
    }

    /** Shows the channel's histogram. */
    void setHistogram(Histogram histogram, ClipRange range) {
        levels.setHistogram(histogram, range);
    }

    /** The panel in it. */
    LevelsPanel levels() {
        return levels;
    }

    private void show(MaskOptions options) {
        showing = true;
        channel.setSelectedItem(options.settings().channel().label());
        hue.setValue(options.settings().hue());
        levels.setLevels(options.settings().levels());
        invert.setSelected(options.settings().invert());
        inside.setSelected(options.settings().inside());
        mask.setSelectedItem(options.mask());
        slices.setSelectedItem(options.slices().label());
        statistics.setSelectedItem(options.settings().statistics().label());
        reading.show(options.reading());
        output.setSelectedItem(options.settings().output().label());
        engine.setSelectedItem(options.engine());
        showing = false;
        enableHue();
        showSource();
    }

    private void showSource() {
        Channel measured = Channel.of((String) channel.getSelectedItem());
        levels.setSource(measured, hue.isEnabled() ? (Integer) hue.getValue() : 0, invert.isSelected());
    }

    private void tell() {
        enableHue();
        showSource();
        if (!showing) listener.run();
    }

    private void enableHue() {
        hue.setEnabled(Channel.HSV_H.label().equals(channel.getSelectedItem()));
    }

    private JComboBox<String> choice(String key, String[] values) {
        JComboBox<String> box = new JComboBox<>(values);
        box.setName(key);
        box.setMaximumRowCount(values.length);
        box.addActionListener(event -> tell());
        return box;
    }

    private JCheckBox flag(String key, String text, String tip) {
        JCheckBox box = new JCheckBox(text);
        box.setName(key);
        box.setToolTipText(tip);
        box.addActionListener(event -> tell());
        return box;
    }

    private void row(int row, String text, String tip, JComponent field, int column) {
        JLabel label = new JLabel(text);
        label.setLabelFor(field);
        label.setToolTipText(tip);
        field.setToolTipText(tip);
        add(label, at(column, row, 1, GridBagConstraints.NONE, 0));
        add(field, at(column + 1, row, 1, GridBagConstraints.HORIZONTAL, 0));
    }

    private static GridBagConstraints at(int column, int row, int width, int fill, double weight) {
        GridBagConstraints place = new GridBagConstraints();
        place.gridx = column;
        place.gridy = row;
        place.gridwidth = width;
        place.fill = fill;
        place.anchor = column % 2 == 0 ? GridBagConstraints.LINE_END : GridBagConstraints.LINE_START;
        place.weightx = column % 2;
        place.weighty = weight;
        place.insets = new Insets(3, 4, 3, 4);
        return place;
    }
}
