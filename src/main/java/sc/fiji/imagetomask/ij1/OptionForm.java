package sc.fiji.imagetomask.ij1;

import ij.gui.Roi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.swing.JComboBox;
import javax.swing.JSeparator;
import sc.fiji.imagetomask.Labelled;
import sc.fiji.imagetomask.MaskValues;
import sc.fiji.imagetomask.Statistics;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.imagej.MaskSelections;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.options.OptionLabels;
import sc.fiji.imagetomask.options.Slices;
import sc.fiji.imagetomask.ui.CheckedField;
import sc.fiji.imagetomask.ui.HelpPage;
import sc.fiji.imagetomask.ui.LevelsPanel;
import sc.fiji.imagetomask.ui.Message;

/**
 * All options of a mask as fields, the levels on a histogram: first what is measured and made, then what limits it, then
 * how the picture is read, and what computes. What a picture does not have is not asked for.
 */
final class OptionForm extends Form {

    private static final long serialVersionUID = 1;

    private final transient Subject subject;
    private final transient Runnable listener;
    private final LevelsPanel levels = new LevelsPanel(changed -> tell());
    private final Message note = new Message("limits", false);

    /**
     * @param subject what masks are made of
     * @param start what it shows first
     * @param listener hears every change that the user makes
     */
    OptionForm(Subject subject, MaskOptions start, Runnable listener) {
        this.subject = subject;
        this.listener = listener;
        JComboBox<String> channel = choice("channel", OptionLabels.CHANNEL, OptionLabels.CHANNEL_TIP, Channel.labels());
        channel.setRenderer(new ChannelRenderer(subject.sameChannels(), subject.thumbnails()));
        channel.setMaximumRowCount(Channel.values().length);
        text("hue", OptionLabels.HUE, OptionLabels.HUE_TIP, 4);
        part(levels);
        flag("invert", OptionLabels.INVERT, OptionLabels.INVERT_TIP);
        choice("output", OptionLabels.OUTPUT, OptionLabels.OUTPUT_TIP, subject.outputs());
        part(new JSeparator());
        flag("limited", OptionLabels.LIMITED, OptionLabels.LIMITED_TIP);
        JComboBox<String> mask = choice("mask", OptionLabels.MASK, OptionLabels.MASK_TIP, subject.maskChoices());
        mask.addPopupMenuListener(new FreshChoices(mask, subject::maskChoices));
        String[] howMasksCount = Labelled.labels(MaskValues.values());
        choice("maskvalues", OptionLabels.MASK_VALUES, OptionLabels.MASK_VALUES_TIP, howMasksCount);
        flag("inside", OptionLabels.INSIDE, OptionLabels.INSIDE_TIP);
        endRow();
        part(note);
        part(new JSeparator());
        if (subject.isHighBitDepth()) text("range", OptionLabels.RANGE, OptionLabels.RANGE_TIP, 9, "display", "type");
        if (subject.hasChannels()) text("rgb", OptionLabels.RGB, OptionLabels.RGB_TIP, 7);
        endRow();
        if (subject.hasSlices()) {
            String[] ofWhat = Labelled.labels(Statistics.values());
            choice("slices", OptionLabels.SLICES, OptionLabels.SLICES_TIP, Labelled.labels(Slices.values()));
            choice("statistics", OptionLabels.STATISTICS, OptionLabels.STATISTICS_TIP, ofWhat);
        }
        choice(
                "engine",
                OptionLabels.ENGINE,
                OptionLabels.ENGINE_TIP,
                EngineChoice.names().toArray(String[]::new));
        endRow();
        showMore(false);
        start(start);
    }

    private void start(MaskOptions options) {
        Map<String, String> values = options.values();
        show("rgb", "");
        values.forEach(this::show);
        show("mask", options.mask());
        show("limited", String.valueOf(options.limited()));
        levels.setLevels(options.settings().levels());
        settle();
    }

    /** What the user asks for. */
    MaskOptions options() {
        MaskOptions options = MaskOptions.DEFAULT;
        for (Map.Entry<String, String> value : values().entrySet())
            options = options.with(value.getKey(), value.getValue());
        return options.with(options.settings().withLevels(levels.levels()));
    }

    /** Says which area is selected on the picture, or null; it limits the mask if the user has made it. */
    void setSelection(Roi selection) {
        boolean isMade = selection != null && MaskSelections.isMade(selection);
        show("limited", String.valueOf(selection != null && !isMade));
        setEnabled("limited", selection != null);
        note.say(isMade ? "Image To Mask made this selection: tick the box if it is to limit the mask." : null);
    }

    /** Shows what few users need: what computes. */
    void showMore(boolean more) {
        setVisible("engine", more);
    }

    LevelsPanel levels() {
        return levels;
    }

    @Override
    List<CheckedField> wrongFields() {
        List<CheckedField> wrong = new ArrayList<>(levels.wrongFields());
        wrong.addAll(super.wrongFields());
        return wrong;
    }

    @Override
    List<HelpPage.Setting> settings() {
        List<HelpPage.Setting> all = new ArrayList<>(super.settings());
        all.addAll(
                2,
                List.of(
                        new HelpPage.Setting("black", OptionLabels.BLACK, OptionLabels.BLACK_TIP),
                        new HelpPage.Setting("white", OptionLabels.WHITE, OptionLabels.WHITE_TIP),
                        new HelpPage.Setting("gray", OptionLabels.GRAY, OptionLabels.GRAY_TIP)));
        return all;
    }

    @Override
    void check(String key, String value) {
        MaskOptions options = options().with(key, value);
        if (key.equals("range") || key.equals("rgb")) subject.requireReadable(options.reading());
    }

    @Override
    void changed() {
        settle();
        listener.run();
    }

    private void settle() {
        Channel channel = Channel.of(value("channel"));
        setEnabled("hue", channel == Channel.HSV_H);
        levels.setSource(
                channel, options().settings().hue(), options().settings().invert());
    }
}
