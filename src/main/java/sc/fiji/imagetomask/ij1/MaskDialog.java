package sc.fiji.imagetomask.ij1;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.gui.RoiListener;
import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.Point;
import java.awt.Window;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import sc.fiji.imagetomask.find.FoundMask;
import sc.fiji.imagetomask.imagej.FoundMasks;
import sc.fiji.imagetomask.imagej.ImagePlusPictures;
import sc.fiji.imagetomask.imagej.MaskInfo;
import sc.fiji.imagetomask.imagej.OpenImages;
import sc.fiji.imagetomask.imagej.PickedColour;
import sc.fiji.imagetomask.imagej.RoiWeightMap;
import sc.fiji.imagetomask.options.CommandNames;
import sc.fiji.imagetomask.options.MaskOption;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.reading.Reading;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.ui.EngineLine;
import sc.fiji.imagetomask.ui.Message;
import sc.fiji.imagetomask.ui.pick.FindButtons;
import sc.fiji.imagetomask.ui.pick.PickSwitches;
import sc.fiji.imagetomask.ui.pick.PickedValue;
import sc.fiji.imagetomask.ui.preview.LastDialog;
import sc.fiji.imagetomask.ui.preview.MaskPreview;
import sc.fiji.imagetomask.ui.preview.OpenWindows;
import sc.fiji.imagetomask.ui.preview.PreviewBar;
import sc.fiji.imagetomask.ui.preview.PreviewListener;

/**
 * The dialog: the picture, all options, the levels on the channel's histogram, and a live preview. It does not block
 * other windows, so that users can zoom, scroll and select on the picture at the same time. A picture has at most one
 * dialog.
 */
final class MaskDialog extends FormDialog<Asked> {

    private static final long serialVersionUID = 1;

    private final JComboBox<String> pictures = new JComboBox<>();
    private final transient FreshChoices choices = new FreshChoices(pictures, MaskDialog::names);
    private final Message pictureHint = new Message("picture hint", false);
    private final transient PickSwitches switches = new PickSwitches();
    private final FindButtons finder = new FindButtons(new Finding());
    private final JButton more = button("More", this::showMore);
    private final EngineLine engine = new EngineLine(more);
    private final PreviewBar view;
    private final transient RoiListener selections = (image, event) -> EventQueue.invokeLater(this::lookAtSelection);
    private transient ImagePlus picture;
    private transient Roi selection;
    private transient MaskPreview preview;
    private transient FoundMasks found;
    private OptionForm form;
    private boolean showsMore;

    /**
     * Asks the user, starting with what was chosen last. If the picture has a dialog already, that dialog comes to the
     * front, and the result is empty. It is also empty if the user canceled or closed the picture.
     *
     * @throws IllegalArgumentException if the picture is empty, in one sentence
     */
    static Optional<Asked> ask(ImagePlus picture) {
        ImagePlusPictures.requirePixels(picture);
        Optional<MaskDialog> open = of(picture);
        if (open.isPresent()) {
            EventQueue.invokeLater(open.get()::toFront);
            return Optional.empty();
        }
        return ask(() -> new MaskDialog(picture, LastDialog.load()));
    }

    private static Optional<MaskDialog> of(ImagePlus picture) {
        return Stream.of(Window.getWindows())
                .filter(window ->
                        window instanceof MaskDialog dialog && dialog.isShowing() && dialog.picture == picture)
                .map(MaskDialog.class::cast)
                .findFirst();
    }

    private MaskDialog(ImagePlus first, LastDialog last) {
        super("imagetomask", CommandNames.MASK);
        view = new PreviewBar(last);
        setHead(pictureLine());
        setFoot(engine, view);
        work(first, last.options(), last.logScale());
        fit();
        OpenWindows.placeDialog(this, first);
        Roi.addRoiListener(selections);
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                preview.makeWay(MaskDialog.this);
            }
        });
    }

    private JComponent pictureLine() {
        JLabel label = new JLabel(MaskOption.IMAGE.label());
        label.setLabelFor(pictures);
        label.setToolTipText(MaskOption.IMAGE.help());
        pictures.setName("picture");
        pictures.setToolTipText(MaskOption.IMAGE.help());
        pictures.addPopupMenuListener(choices);
        pictures.addActionListener(event -> choosePicture());
        JPanel line = new JPanel(new BorderLayout(6, 2));
        line.add(label, BorderLayout.WEST);
        line.add(pictures, BorderLayout.CENTER);
        JButton presetButton = button("Presets", () -> {});
        presetButton.setToolTipText("Settings that were used last, or that you saved with a name");
        PresetMenu presets = new PresetMenu(presetButton, () -> form.options(), this::use, this::say);
        presetButton.addActionListener(event -> presets.open());
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 0, 0));
        buttons.add(presetButton);
        buttons.add(finder);
        finder.addTo(switches);
        line.add(buttons, BorderLayout.EAST);
        line.add(pictureHint, BorderLayout.SOUTH);
        return line;
    }

    private static String[] names() {
        return OpenImages.names().toArray(String[]::new);
    }

    /** Another picture starts with the same options, except how its values are read. */
    private void choosePicture() {
        String name = (String) pictures.getSelectedItem();
        if (name == null || name.equals(OpenImages.name(picture))) return;
        ImagePlus chosen = OpenImages.named("image", name);
        Optional<MaskDialog> other = of(chosen);
        other.ifPresent(MaskDialog::toFront);
        if (other.isPresent()) pictures.setSelectedItem(OpenImages.name(picture));
        else startAgain(chosen, form.options().with(Reading.DEFAULT));
    }

    private void startAgain(ImagePlus chosen, MaskOptions options) {
        preview.close();
        work(chosen, options, form.levels().isLogScale());
        fit();
    }

    /** Takes the settings of a preset; what limits the mask, the slices and the engine stay. */
    private void use(MaskOptions preset) {
        form.start(form.options().withPreset(preset));
        if (selection == null) form.setSelection(null);
        changed();
    }

    /** While there is a search, Esc stops it. */
    @Override
    void escape() {
        if (!finder.stop()) super.escape();
    }

    private void work(ImagePlus newPicture, MaskOptions start, boolean logScale) {
        picture = newPicture;
        setTitle(CommandNames.MASK + " - " + picture.getTitle());
        choices.refresh(OpenImages.name(picture));
        pictureHint.say(hint());
        form = new OptionForm(new Subject(picture), start, this::changed);
        found = null;
        switches.setPicture(picture);
        switches.add(form.chips().picker(), this::pickColour);
        form.levels().pickers().forEach(picker -> switches.add(picker, this::pickLevel));
        form.levels().setLogScale(logScale);
        form.showMore(showsMore);
        selection = RoiWeightMap.limiting(picture);
        form.setSelection(selection);
        setForm(form);
        preview = new MaskPreview(picture, new Answers());
        view.setPreview(preview);
        preview.show(form.previewed(), form.edited());
    }

    private void changed() {
        grow();
        showClasses();
        preview.show(form.previewed(), form.edited());
    }

    /** The histogram has two colours as long as it is that of a channel that was searched. */
    private void showClasses() {
        Optional<FoundMask> same = Optional.ofNullable(found)
                .flatMap(masks -> masks.ofChannel(form.shown().settings()));
        form.levels()
                .setClasses(
                        same.map(FoundMask::object).orElse(null),
                        same.map(FoundMask::rest).orElse(null));
    }

    private String hint() {
        return MaskInfo.isIn(picture)
                ? "This image is a mask that was made from '"
                        + MaskInfo.of(picture).options().image()
                        + "'. To make another mask from that image, choose it here."
                : null;
    }

    private void pickLevel(List<Point> pixels, MouseEvent mouse) {
        ClipRange range = form.levels().range();
        if (range != null) form.levels().pick(PickedValue.at(picture, pixels.get(0), form.shown(), range));
    }

    private void pickColour(List<Point> pixels, MouseEvent click) {
        int rgb = new PickedColour(picture, form.shown().reading()).at(pixels.get(0).x, pixels.get(0).y);
        if (click.isShiftDown()) form.chips().add(rgb);
        else if (click.isAltDown()) form.chips().removeNearest(rgb);
        else form.chips().pick(rgb);
    }

    private void lookAtSelection() {
        Roi now = RoiWeightMap.limiting(picture);
        if (now == selection) return;
        selection = now;
        form.setSelection(selection);
        preview.show(form.previewed(), form.edited());
    }

    private void showMore() {
        showsMore = !showsMore;
        more.setText(showsMore ? "Less" : "More");
        form.showMore(showsMore);
        fit();
    }

    @Override
    public void toFront() {
        super.toFront();
        requestFocus();
    }

    @Override
    Asked result() {
        MaskOptions options = form.options().complete();
        new Subject(picture).requireReadable(options.reading());
        new LastDialog(options, view.isOn(), view.view(), form.levels().isLogScale()).save();
        return new Asked(picture, options);
    }

    @Override
    void finish(Optional<Asked> result) {
        Roi.removeRoiListener(selections);
        finder.stop();
        preview.close();
        switches.turnOff();
        super.finish(result);
    }

    private final class Finding implements FindButtons.Asker {

        @Override
        public ImagePlus picture() {
            return picture;
        }

        @Override
        public MaskOptions options() {
            return form.options();
        }

        @Override
        public void begun() {
            say(null);
        }

        /** What was selected is a sample, and does not limit the mask. */
        @Override
        public void found(FoundMasks masks) {
            if (!isShowing()) return;
            found = masks;
            form.start(masks.best());
            changed();
            IJ.showStatus(String.format(
                    Locale.ROOT,
                    "%s: score %.2f (1 is best)",
                    masks.all().get(0).channels(),
                    masks.all().get(0).score()));
        }

        @Override
        public void failed(String sentence) {
            if (isShowing()) say(sentence);
        }
    }

    private final class Answers implements PreviewListener {

        @Override
        public void counted(Histogram histogram, ClipRange range) {
            form.levels().setHistogram(histogram, range);
        }

        @Override
        public void failed(String sentence) {
            say(form.waitsForColour() ? null : sentence);
            if (sentence != null) form.levels().setUncounted();
        }

        @Override
        public void computed(String how) {
            engine.say(how);
        }

        @Override
        public void windowClosed() {
            view.setOff();
        }

        @Override
        public void pictureClosed() {
            finish(Optional.empty());
        }
    }
}
