package sc.fiji.imagetomask.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.macro.Interpreter;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.imagej.MaskSelections;
import sc.fiji.imagetomask.imagej.SelectionValues;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.ui.CheckedField;
import sc.fiji.imagetomask.ui.Message;

/** What the fields of the dialog ask for, offer, and say of what is wrong. */
class OptionFormTest {

    private final List<MaskOptions> heard = new ArrayList<>();

    /** There is nothing to click in, to count or to preview where pictures are files. */
    private static final List<String> OF_A_PICTURE = List.of(
            "pick black",
            "pick gray",
            "pick white",
            "clip low handle",
            "clip high handle",
            "log",
            "Auto",
            "only this term");

    @Test
    void everyWrongFieldSaysItsOwnAtOnceInItsWords() {
        OptionForm form = form(deepColours(), "channel=[H (HSV)] hue=7");
        field(form, "range").setText("abc");
        field(form, "rgb").setText("1,2,9");
        field(form, "hue").setText("400");
        assertThat(said(form))
                .contains("Hue shift is 400, but must be a whole number from 0 to 254.")
                .anySatisfy(sentence -> assertThat(sentence).startsWith("Range is 'abc', but must be display, type,"))
                .anySatisfy(sentence ->
                        assertThat(sentence).startsWith("RGB channels is 1,2,9, but must be numbers from 1 to 3"));
        assertThat(form.wrongFields()).extracting(Component::getName).containsExactly("hue", "range", "rgb");
        assertThat(form.options().settings().hue()).isEqualTo(7);
        field(form, "hue").setText("");
        assertThat(said(form)).contains("Hue shift is empty, but must be a whole number from 0 to 254.");
        field(form, "hue").setText("30");
        field(form, "range").setText("0,99");
        field(form, "rgb").setText("3,2,1");
        assertThat(said(form)).isEmpty();
        assertThat(form.wrongFields()).isEmpty();
        assertThat(heard.get(heard.size() - 1))
                .isEqualTo(MaskOptions.parse("channel=[H (HSV)] hue=30 range=0,99 rgb=3,2,1"));
    }

    /** A dialog that hears of the value looks for room: a sentence that is gone must not make it larger. */
    @Test
    void aCorrectedMistakeIsGoneWhenTheNewValueIsHeard() {
        List<String> seen = new ArrayList<>();
        OptionForm[] form = new OptionForm[1];
        form[0] = new OptionForm(
                new Subject(IJ.createImage("p", "RGB ramp", 9, 7, 1)), MaskOptions.parse("channel=[Stain 1]"), () -> {
                    if (form[0] != null) seen.addAll(said(form[0]));
                });
        field(form[0], "stains").setText("H DUB");
        assertThat(said(form[0])).hasSize(1);
        field(form[0], "stains").setText("H DAB");
        assertThat(said(form[0])).isEmpty();
        assertThat(seen).isEmpty();
    }

    /** That there is none is said beside the button, and is no mistake before OK. */
    @Test
    void aDistanceWaitsForItsColour() {
        OptionForm form = form(IJ.createImage("p", "RGB ramp", 9, 7, 1), "");
        assertThat(form.waitsForColour()).isFalse();
        part(form, JComboBox.class, "channel").setSelectedItem("Distance");
        assertThat(form.waitsForColour()).isTrue();
        form.chips().pick(0xb5651d);
        assertThat(form.waitsForColour()).isFalse();
        assertThat(field(form, "colour").getText()).isEqualTo("#b5651d");
    }

    @Test
    void listsShowAllThatTheyOffer() {
        OptionForm form = form(IJ.createImage("p", "RGB ramp", 9, 7, 1), "channel=[Stain 1]");
        assertThat(parts(form).filter(JComboBox.class::isInstance).map(JComboBox.class::cast))
                .allSatisfy(list -> assertThat(list.getMaximumRowCount()).isGreaterThanOrEqualTo(list.getItemCount()));
    }

    @Test
    void rowsStayWhereTheyAreWhenASentenceHasGoneAndTheWindowIsStillHigher() throws Exception {
        OptionForm form = form(IJ.createImage("p", "RGB ramp", 9, 7, 1), "channel=[Stain 1]");
        JScrollPane pane = new JScrollPane(form);
        Component row = part(form, JComboBox.class, "channel");
        int[] y = new int[2];
        for (int i = 0; i < 2; i++) {
            int spare = 90 * i;
            EventQueue.invokeAndWait(() -> {
                pane.setSize(600, form.getPreferredSize().height + spare);
                for (Container part : List.of(pane, pane.getViewport(), form)) part.doLayout();
            });
            y[i] = row.getY();
        }
        assertThat(y[1]).isEqualTo(y[0]);
    }

    @Test
    void hueCountsForItsChannelOnly() {
        OptionForm form = form(IJ.createImage("p", "RGB ramp", 9, 7, 1), "channel=[H (HSV)] hue=30");
        assertThat(field(form, "hue").isEnabled()).isTrue();
        field(form, "hue").setText("xx");
        assertThat(form.wrongFields()).hasSize(1);
        part(form, JComboBox.class, "channel").setSelectedItem("L (LAB)");
        assertThat(field(form, "hue").isEnabled()).isFalse();
        assertThat(form.wrongFields()).isEmpty();
        assertThat(form.options()).isEqualTo(MaskOptions.DEFAULT);
    }

    @Test
    void theListOfTerms() {
        OptionForm form = form(IJ.createImage("p", "RGB ramp", 9, 7, 1), "channel=[H (HSV)] hue=30 black=20");
        JTable table = part(form, JTable.class, "term table");
        assertThat(part(form, JCheckBox.class, "only this term").isVisible()).isFalse();
        click(form, "Adds a channel that is joined with the mask");
        assertThat(table.getRowCount()).isEqualTo(2);
        part(form, JComboBox.class, "channel").setSelectedItem("S (HSV)");
        field(form, "clip").setText("20,200");
        assertThat(form.options())
                .isEqualTo(MaskOptions.parse("channel=[H (HSV)] hue=30 black=20 terms=[or S (HSV) clip=20,200]"));

        table.setValueAt("without", 1, 1);
        table.setRowSelectionInterval(0, 0);
        assertThat(part(form, JComboBox.class, "channel").getSelectedItem()).isEqualTo("H (HSV)");
        assertThat(field(form, "hue").getText()).isEqualTo("30");
        field(form, "hue").setText("40");
        String both = "channel=[H (HSV)] hue=40 black=20 terms=[without S (HSV) clip=20,200]";
        assertThat(form.options()).isEqualTo(MaskOptions.parse(both));
        assertThat(form.previewed()).isEqualTo(form.options());
        part(form, JCheckBox.class, "only this term").doClick();
        assertThat(form.previewed()).isEqualTo(MaskOptions.parse("channel=[H (HSV)] hue=40 black=20"));
        assertThat(form.options()).isEqualTo(MaskOptions.parse(both));

        table.setValueAt(false, 0, 0);
        assertThat(form.options()).isEqualTo(MaskOptions.parse("channel=[S (HSV)] clip=20,200 invert"));
        assertThat(table.isCellEditable(1, 0)).as("the last one that is on").isFalse();
        table.setValueAt(true, 0, 0);
        click(form, "Moves the term that is selected down");
        assertThat(form.options())
                .isEqualTo(
                        MaskOptions.parse("channel=[S (HSV)] clip=20,200 invert terms=[and H (HSV) hue=40 black=20]"));
        click(form, "Removes the term that is selected");
        assertThat(form.options()).isEqualTo(MaskOptions.parse("channel=[S (HSV)] clip=20,200 invert"));
        assertThat(part(form, JComboBox.class, "channel").getSelectedItem()).isEqualTo("S (HSV)");
        assertThat(heard).isNotEmpty();
    }

    @Test
    void termsOfTheStart() {
        String text = "channel=[U (YUV)] black=178 terms=[or B (LAB) black=170 without Distance colour=#b5651d]";
        OptionForm form = form(IJ.createImage("p", "RGB ramp", 9, 7, 1), text);
        assertThat(form.options()).isEqualTo(MaskOptions.parse(text));
        assertThat(part(form, JTable.class, "term table").getValueAt(2, 2)).isEqualTo("Distance colour=#b5651d");
    }

    private static void click(OptionForm form, String button) {
        part(form, AbstractButton.class, button).doClick();
    }

    @Test
    void aSelectionLimitsTheMaskIfTheUserMadeIt() {
        ImagePlus picture = IJ.createImage("p", "RGB ramp", 9, 7, 1);
        OptionForm form = form(picture, "");
        JCheckBox limited = part(form, JCheckBox.class, "limited");
        assertThat(limited.getText()).isEqualTo("Limited to the selection");
        form.setSelection(null);
        assertThat(limited.isEnabled()).isFalse();
        assertThat(limited.isSelected()).isFalse();
        assertThat(form.options().limited()).isTrue();
        form.setSelection(new Roi(1, 1, 3, 3));
        assertThat(limited.isSelected()).isTrue();
        limited.doClick();
        assertThat(form.options().limited()).isFalse();
        MaskSelections.select(picture, IJ.createImage("m", "8-bit white", 9, 7, 1));
        form.setSelection(picture.getRoi());
        assertThat(limited.isEnabled()).isTrue();
        assertThat(limited.isSelected()).isFalse();
        assertThat(part(form, Message.class, "limits").getText()).contains("made this selection");
        assertThat(form.options().limited()).isFalse();
    }

    private static JComboBox<?> chooseLast(OptionForm form, String key) throws Exception {
        JComboBox<?> list = parts(form)
                .filter(part ->
                        part instanceof JComboBox<?> box && box.getEditor().getEditorComponent() == field(form, key))
                .map(part -> (JComboBox<?>) part)
                .findFirst()
                .orElseThrow();
        EventQueue.invokeAndWait(() -> list.setSelectedIndex(list.getItemCount() - 1));
        EventQueue.invokeAndWait(() -> {}); // the form answers later
        return list;
    }

    private static ImagePlus twoStains() {
        ImagePlus picture = IJ.createImage("p", "RGB white", 9, 7, 1);
        picture.getProcessor().set(1, 1, 0x404080);
        picture.getProcessor().set(2, 1, 0xa05020);
        return picture;
    }

    /** Who reads that selections are missing makes them, and chooses the same again. */
    @Test
    void theSameChoiceOnceMoreTakesWhatWasSelectedSince() throws Exception {
        ImagePlus picture = twoStains();
        OptionForm form = form(picture, "channel=[Stain 2]");
        chooseLast(form, "stains");
        assertThat(said(form)).hasSize(1);
        picture.setOverlay(new Overlay(new Roi(1, 1, 1, 1)));
        picture.getOverlay().add(new Roi(2, 1, 1, 1));
        chooseLast(form, "stains");
        assertThat(said(form)).isEmpty();
        assertThat(field(form, "stains").getText()).matches("([-0-9.,]+;){2}[-0-9.,]+");
    }

    /** A list that offers it, and a name that can be typed. */
    @Test
    void stainsAndBackgroundAreTakenFromSelections() throws Exception {
        ImagePlus picture = twoStains();
        OptionForm form = form(picture, "channel=[Stain 2]");
        field(form, "stains").setText("From selections");
        assertThat(said(form))
                .containsExactly(
                        "Stains is 'From selections', but the ROI Manager or the overlay must have two or three"
                                + " selections, one on each pure stain, and not 0.");
        field(form, "stains").setText("H DAB");
        assertThat(said(form)).isEmpty();
        picture.setOverlay(new Overlay(new Roi(1, 1, 1, 1)));
        picture.getOverlay().add(new Roi(2, 1, 1, 1));
        picture.setRoi(new Roi(4, 4, 2, 2));
        form.setSelection(picture.getRoi());
        for (String key : List.of("background", "stains"))
            assertThat(chooseLast(form, key).getSelectedItem())
                    .isEqualTo(field(form, key).getText());
        assertThat(said(form)).isEmpty();
        assertThat(form.options().limited()).isFalse();
        assertThat(form.options().settings().stains())
                .isEqualTo(MaskOptions.parse(
                                "channel=[Stain 2] stains=[From selections]",
                                text -> text,
                                (options, key, value) -> SelectionValues.with(options, key, value, () -> picture))
                        .settings()
                        .stains());
        assertThat(field(form, "stains").getText())
                .isEqualTo(form.options().settings().stains().text());
        assertThat(field(form, "background").getText()).isEqualTo("255,255,255");
        assertThat(heard.get(heard.size() - 1)).isEqualTo(form.options());
    }

    @Test
    void channelsAreNamedByWhatTheyMeasureAndMarkedIfTheyShowNothing() {
        String[] grey = channels(form(IJ.createImage("grey", "16-bit ramp", 9, 7, 1), ""));
        assertThat(grey)
                .contains("L (LAB), lightness", "A (LAB), green to red: the same everywhere")
                .contains("Alpha, opacity: the same everywhere");
        String[] colour = channels(form(IJ.createImage("colours", "RGB ramp", 9, 7, 1), ""));
        assertThat(colour[Channel.LAB_L.ordinal()]).isEqualTo("L (LAB), lightness");
        ImagePlus stained = IJ.createImage("colours", "RGB white", 9, 7, 1);
        stained.getProcessor().set(3, 3, 0xff0000);
        assertThat(channels(form(stained, "")))
                .contains("A (LAB), green to red", "Alpha, opacity: the same everywhere");
    }

    @Test
    void masksAreOpenImagesOfTheSameSizeAndOfAnyTitle() {
        ImagePlus picture = IJ.createImage("picture", "RGB ramp", 9, 7, 1);
        ImagePlus one = IJ.createImage("mask", "8-bit ramp", 9, 7, 1);
        ImagePlus two = IJ.createImage("mask", "8-bit ramp", 9, 7, 1);
        ImagePlus large = IJ.createImage("large", "8-bit ramp", 9, 8, 1);
        Interpreter.batchMode = true; // images are open, and need no windows
        try {
            for (ImagePlus image : List.of(picture, one, two, large)) Interpreter.addBatchModeImage(image);
            assertThat(new Subject(picture).maskChoices())
                    .containsExactly("None", "#" + one.getID() + " (mask)", "#" + two.getID() + " (mask)");
        } finally {
            for (ImagePlus image : List.of(picture, one, two, large)) Interpreter.removeBatchModeImage(image);
            Interpreter.batchMode = false;
        }
    }

    @Test
    void everyFieldHasALetterOfItsOwn() {
        OptionForm form = form(deepColours(), "");
        Mnemonics.assign(form);
        List<Integer> letters = parts(form)
                .map(part -> part instanceof JLabel label
                        ? label.getDisplayedMnemonic()
                        : part instanceof AbstractButton button ? button.getMnemonic() : 0)
                .filter(letter -> letter != 0)
                .toList();
        assertThat(letters).doesNotHaveDuplicates().hasSizeGreaterThan(12);
    }

    @Test
    void filesAreAskedForAllSettings() {
        OptionForm form =
                new OptionForm(Subject.FILES, MaskOptions.parse("channel=s terms=[or L (LAB) black=3]"), () -> {});
        for (String name : OF_A_PICTURE) assertThat(isSeen(form, name)).as(name).isFalse();
        OptionForm ofPicture = form(deepColours(), form.options().text());
        for (String name : OF_A_PICTURE)
            assertThat(isSeen(ofPicture, name)).as(name).isTrue();
        List<String> names = parts(form).map(Component::getName).toList();
        for (String key : MaskOptions.KEYS)
            if (!key.equals("image")) assertThat(names).contains(key);
        JComboBox<?> output = part(form, JComboBox.class, "output");
        for (int i = 0; i < output.getItemCount(); i++)
            assertThat(output.getItemAt(i)).isNotEqualTo("selection");
    }

    private OptionForm form(ImagePlus picture, String start) {
        OptionForm[] form = new OptionForm[1];
        form[0] = new OptionForm(new Subject(picture), MaskOptions.parse(start), () -> heard.add(form[0].options()));
        return form[0];
    }

    private static ImagePlus deepColours() {
        return new CompositeImage(IJ.createHyperStack("deep", 9, 7, 3, 2, 1, 16));
    }

    /** Whether it and all that it is in are visible. */
    private static boolean isSeen(OptionForm form, String name) {
        for (Component part = part(form, JComponent.class, name); part != form; part = part.getParent())
            if (!part.isVisible()) return false;
        return true;
    }

    private static JTextField field(OptionForm form, String name) {
        return part(form, CheckedField.class, name);
    }

    private static List<String> said(OptionForm form) {
        return parts(form)
                .filter(part -> part instanceof Message && part.isVisible())
                .flatMap(part -> ((Message) part).getText().lines())
                .toList();
    }

    private static String[] channels(OptionForm form) {
        @SuppressWarnings("unchecked")
        JComboBox<String> box = part(form, JComboBox.class, "channel");
        return Stream.of(Channel.labels())
                .map(label -> ((JLabel) box.getRenderer()
                                .getListCellRendererComponent(new JList<String>(), label, 0, false, false))
                        .getText())
                .toArray(String[]::new);
    }

    private static <T extends JComponent> T part(Container form, Class<T> type, String name) {
        return parts(form)
                .filter(part -> type.isInstance(part) && name.equals(part.getName()))
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> parts(Container container) {
        return Stream.of(container.getComponents())
                .flatMap(part -> Stream.concat(
                        Stream.of(part), part instanceof Container inner ? parts(inner) : Stream.empty()));
    }
}
