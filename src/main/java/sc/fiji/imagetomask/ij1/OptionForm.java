package sc.fiji.imagetomask.ij1;

import ij.gui.Roi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.swing.JComboBox;
import javax.swing.JSeparator;
import sc.fiji.imagetomask.Join;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Term;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ReferenceColours;
import sc.fiji.imagetomask.channel.Stains;
import sc.fiji.imagetomask.channel.White;
import sc.fiji.imagetomask.imagej.MaskSelections;
import sc.fiji.imagetomask.options.MaskOption;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.options.Option;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.ui.CheckedField;
import sc.fiji.imagetomask.ui.ColourChips;
import sc.fiji.imagetomask.ui.LevelsPanel;
import sc.fiji.imagetomask.ui.Message;
import sc.fiji.imagetomask.ui.TermList;

/**
 * All options of a mask as fields, and the levels on a histogram: first the channel and the levels, then what limits
 * the mask, then how the picture is read, and the engine. Options that the picture cannot use are not shown.
 */
final class OptionForm extends Form {

    private static final long serialVersionUID = 1;

    private static final List<MaskOption> OF_TERMS = List.of(
            MaskOption.CHANNEL,
            MaskOption.STAINS,
            MaskOption.BACKGROUND,
            MaskOption.COLOUR,
            MaskOption.HUE,
            MaskOption.CLIP,
            MaskOption.INVERT);

    private final transient Subject subject;
    private final transient Runnable listener;
    private final LevelsPanel levels = new LevelsPanel(changed -> tell());
    private final TermList terms = new TermList(this::showEdited, this::tell);
    private final Message note = new Message("limits", false);
    private final ColourChips chips;
    private final ChannelRenderer channels;

    /**
     * @param subject what masks are made from
     * @param start what it shows first
     * @param listener hears every change that the user makes
     */
    OptionForm(Subject subject, MaskOptions start, Runnable listener) {
        this.subject = subject;
        this.listener = listener;
        if (subject.picture() == null) {
            levels.leaveOutPicture();
            terms.leaveOutPreview();
        }
        chips = new ColourChips(colours -> set("colour", colours.text()));
        levels.onClip(clip -> set("clip", clip.text()));
        part(terms);
        part(terms.table());
        JComboBox<String> channel = choice(MaskOption.CHANNEL);
        channels = new ChannelRenderer(subject.sameChannels(), subject.thumbnails());
        channel.setRenderer(channels);
        channel.setMaximumRowCount(Channel.values().length);
        text(MaskOption.CLIP, 7);
        text(MaskOption.HUE, 4);
        endRow();
        text(MaskOption.STAINS, 16);
        text(MaskOption.BACKGROUND, 8);
        endRow();
        text(MaskOption.COLOUR, 16);
        endRow();
        part(chips);
        part(levels);
        flag(MaskOption.INVERT);
        choice(MaskOption.OUTPUT, subject.outputs());
        part(new JSeparator());
        flag(MaskOption.LIMITED);
        JComboBox<String> mask = choice(MaskOption.MASK, subject.maskChoices());
        mask.addPopupMenuListener(new FreshChoices(mask, subject::maskChoices));
        choice(MaskOption.MASKVALUES);
        flag(MaskOption.INSIDE);
        endRow();
        part(note);
        part(new JSeparator());
        if (subject.isHighBitDepth()) text(MaskOption.RANGE, 9);
        if (subject.hasChannels()) text(MaskOption.RGB, 7);
        endRow();
        if (subject.hasSlices()) {
            choice(MaskOption.SLICES);
            choice(MaskOption.STATISTICS);
        }
        choice(MaskOption.ENGINE);
        endRow();
        showMore(false);
        start(start);
    }

    /** The colours that distances are measured from. */
    ColourChips chips() {
        return chips;
    }

    /** Whether the next thing to do is to pick a colour, as the line of the chips says; that none is there is no mistake yet. */
    boolean waitsForColour() {
        return chips.isVisible() && shown().settings().colours().rgb().isEmpty();
    }

    /** Puts a value that the user chose elsewhere into a field. */
    private void set(String key, String value) {
        show(key, value);
        tell();
    }

    /** The selection that gives the background does not limit the mask. */
    @Override
    String numbers(String key, String text) {
        MaskOptions now = shown();
        String value = subject.numbers(
                key, text, now.reading(), now.settings().stains().background());
        if (key.equals("background") && !value.equals(text)) show("limited", "false");
        return value;
    }

    /** Shows these options. */
    void start(MaskOptions options) {
        for (MaskOption option : MaskOption.values()) show(option.key(), option.text(options));
        terms.start(options.settings().terms());
        settle(options.settings().levels());
    }

    /** Shows the term that was chosen in the list. */
    private void showEdited() {
        Term term = terms.edited().withJoin(Join.AND);
        MaskOptions options = MaskOptions.DEFAULT.with(MaskSettings.DEFAULT.withTerms(List.of(term)));
        for (MaskOption option : OF_TERMS) show(option.key(), option.text(options));
        settle(term.levels());
    }

    /** Another channel brings its own levels, which these replace. */
    private void settle(Levels newLevels) {
        settle();
        levels.setLevels(newLevels);
        terms.setEdited(shown().settings().first());
    }

    /** What the user chose. */
    MaskOptions options() {
        return with(terms.terms());
    }

    /** What the preview shows. */
    MaskOptions previewed() {
        return with(terms.previewed());
    }

    /** The term whose fields are shown. */
    Term edited() {
        return terms.edited();
    }

    private MaskOptions with(List<Term> chosen) {
        MaskOptions options = shown();
        return options.with(options.settings().withTerms(chosen));
    }

    /** What the fields show: with the edited term alone. */
    MaskOptions shown() {
        MaskOptions options = MaskOptions.DEFAULT;
        for (Map.Entry<String, String> value : values().entrySet())
            options = options.with(value.getKey(), value.getValue());
        return options.with(options.settings().withLevels(levels.levels()));
    }

    /** Sets the selection on the picture, or null; it limits the mask if the user made it. */
    void setSelection(Roi selection) {
        boolean isMade = selection != null && MaskSelections.isMade(selection);
        show("limited", String.valueOf(selection != null && !isMade));
        setEnabled("limited", selection != null);
        note.say(isMade ? "Image To Mask made this selection: tick the box if it should limit the mask." : null);
    }

    /** Shows or hides the option that few users need: the engine. */
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
    List<Option> settings() {
        List<Option> all = new ArrayList<>(super.settings());
        all.addAll(
                3, List.of(MaskOption.BLACK, MaskOption.WHITE, MaskOption.WHITE2, MaskOption.BLACK2, MaskOption.GRAY));
        return all;
    }

    @Override
    void check(String key, String value) {
        MaskOptions options = shown().with(key, value);
        if (key.equals("range") || key.equals("rgb")) subject.requireReadable(options.reading());
    }

    @Override
    void changed() {
        settle();
        listener.run();
    }

    private void settle() {
        Channel channel = Channel.of(value("channel"));
        channels.show(
                Stains.parse(value("stains")).with(White.parse(value("background"))),
                ReferenceColours.parse(value("colour")));
        setEnabled("hue", channel.isHue());
        setVisible("hue", channel.isHue());
        for (String key : List.of("stains", "background")) {
            setEnabled(key, channel.isStain());
            setVisible(key, channel.isStain());
        }
        setEnabled("colour", channel.isDistance());
        setVisible("colour", channel.isDistance());
        boolean picks = channel.isDistance() && subject.picture() != null;
        boolean begins = picks && !chips.isVisible();
        chips.setVisible(picks);
        chips.setColours(shown().settings().colours());
        if (begins && shown().settings().colours().rgb().isEmpty()) chips.setPicking(true);
        if (!picks) chips.setPicking(false);
        levels.setSource(channel, shown().settings().hue(), shown().settings().invert());
        terms.setEdited(shown().settings().first());
    }
}
