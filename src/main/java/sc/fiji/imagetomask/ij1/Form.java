package sc.fiji.imagetomask.ij1;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.Scrollable;
import javax.swing.plaf.basic.BasicComboBoxEditor;
import sc.fiji.imagetomask.options.Option;
import sc.fiji.imagetomask.ui.CheckedField;
import sc.fiji.imagetomask.ui.Message;
import sc.fiji.imagetomask.value.Choice;
import sc.fiji.imagetomask.value.FreeText;

/**
 * Labelled fields in rows of two, each with the key of an option. An error of a field is shown below its row at once.
 */
abstract class Form extends JPanel implements Scrollable {

    private static final long serialVersionUID = 1;
    private static final int COLUMNS = 4;

    private final Map<String, JComponent> fields = new LinkedHashMap<>();
    private final Map<String, Message> beside = new HashMap<>();
    private final Map<String, String> said = new HashMap<>();
    private final Map<String, String> taken = new HashMap<>();
    private final transient List<Option> settings = new ArrayList<>();
    private Message message;
    private int row;
    private int column;
    private boolean showing;

    Form() {
        super(new GridBagLayout());
    }

    /** Throws an IllegalArgumentException with one sentence if an option cannot have that value. */
    abstract void check(String key, String value);

    /** Called after every change that the user makes. */
    abstract void changed();

    /** The value of an option, with numbers in the place of what the text stands for. */
    String numbers(String key, String text) {
        return text;
    }

    /** Adds a field to choose one of the option's words. */
    final JComboBox<String> choice(Option option) {
        return choice(option, ((Choice) option.kind()).words().get().toArray(String[]::new));
    }

    /** Adds a field to choose one of these values. */
    final JComboBox<String> choice(Option option, String... values) {
        JComboBox<String> box = list(values);
        box.addActionListener(event -> tell());
        add(option, box);
        return box;
    }

    /** Adds a field to type in, which offers the option's usual values, if there are any. */
    final void text(Option option, int width) {
        Typed typed = new Typed(option, width);
        List<String> offered = option.kind() instanceof FreeText text ? text.offered() : List.of();
        showing = true; // a list puts its first value into the field
        add(option, offered.isEmpty() ? typed : offering(typed, offered));
        showing = false;
        fields.put(option.key(), typed);
    }

    /** All its choices are seen when it opens. */
    private static JComboBox<String> list(String... values) {
        JComboBox<String> box = new JComboBox<>(values);
        box.setMaximumRowCount(Math.max(8, values.length));
        return box;
    }

    private static JComboBox<String> offering(Typed typed, List<String> offered) {
        JComboBox<String> box = list(offered.toArray(String[]::new));
        box.setEditor(new BasicComboBoxEditor() {
            @Override
            protected JTextField createEditorComponent() {
                return typed;
            }
        });
        box.setEditable(true);
        box.addActionListener(event -> typed.checkAgain()); // the same choice once more changes no text
        box.setPrototypeDisplayValue("0".repeat(typed.getColumns()));
        return box;
    }

    /** Adds a field to tick. */
    final JCheckBox flag(Option option) {
        JCheckBox box = new JCheckBox(option.label());
        box.addActionListener(event -> tell());
        name(option, box);
        add(box, at(column + 1, 1, GridBagConstraints.NONE));
        advance();
        return box;
    }

    /** Adds something to the end of the row. */
    final void part(JComponent part) {
        add(part, at(column, COLUMNS - column, GridBagConstraints.HORIZONTAL));
        endRow();
    }

    /** Starts a new row. */
    final void endRow() {
        if (message != null) {
            GridBagConstraints place = at(0, COLUMNS, GridBagConstraints.HORIZONTAL);
            place.gridy = row + 1;
            add(message, place);
        }
        message = null;
        row += 2;
        column = 0;
    }

    /** The field that was added first. */
    final JComponent firstField() {
        return fields.values().iterator().next();
    }

    /** The values of all enabled fields; for a field with an error, its last correct value. */
    final Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach((key, field) -> {
            if (field.isEnabled()) values.put(key, value(key));
        });
        return values;
    }

    final String value(String key) {
        JComponent field = fields.get(key);
        if (field instanceof JCheckBox box) return String.valueOf(box.isSelected());
        if (field instanceof JComboBox<?> box) return (String) box.getSelectedItem();
        return taken.get(key);
    }

    /** Shows a value that the user did not choose; does nothing if there is no such field. */
    final void show(String key, String value) {
        JComponent field = fields.get(key);
        showing = true;
        if (field instanceof JCheckBox box) box.setSelected(Boolean.parseBoolean(value));
        if (field instanceof JComboBox<?> box) box.setSelectedItem(value);
        if (field instanceof CheckedField typed) {
            typed.showText(value);
            typed.setCaretPosition(0); // of a text that is too long the beginning is seen
            if (shown(typed) instanceof JComboBox<?> box) box.setSelectedItem(value);
            taken.put(key, value);
        }
        showing = false;
    }

    /** Shows or hides a field with its label. */
    final void setVisible(String key, boolean visible) {
        Component field = shown(fields.get(key));
        field.setVisible(visible);
        for (Component part : getComponents())
            if (part instanceof JLabel label && label.getLabelFor() == field) part.setVisible(visible);
    }

    /** The list that a field to type in belongs to, or the field. */
    private Component shown(JComponent field) {
        for (Component part : getComponents())
            if (part instanceof JComboBox<?> box && box.getEditor().getEditorComponent() == field) return part;
        return field;
    }

    final void setEnabled(String key, boolean enabled) {
        fields.get(key).setEnabled(enabled);
    }

    /** Shows a sentence beside the field of the option that it starts with; false if there is no such field. */
    final boolean say(String sentence) {
        for (Option setting : settings)
            if (sentence.startsWith(setting.key() + " is ")) {
                said.put(setting.key(), setting.told(sentence, setting.label()));
                showMistakes();
                return true;
            }
        return false;
    }

    /** The fields in which something wrong was typed. */
    List<CheckedField> wrongFields() {
        return fields.values().stream()
                .filter(field -> field instanceof CheckedField typed && typed.mistake() != null)
                .map(CheckedField.class::cast)
                .toList();
    }

    /** The settings for the help page: one for each field. */
    List<Option> settings() {
        return settings;
    }

    final void tell() {
        if (showing) return;
        said.clear();
        showMistakes();
        changed();
    }

    private void showMistakes() {
        Map<Message, List<String>> sentences = new LinkedHashMap<>();
        beside.values().forEach(line -> sentences.put(line, new ArrayList<>()));
        fields.forEach((key, field) -> {
            String sentence =
                    field instanceof CheckedField typed && typed.mistake() != null ? typed.mistake() : said.get(key);
            if (sentence != null) sentences.get(beside.get(key)).add(sentence);
        });
        sentences.forEach(Message::say);
    }

    private void add(Option option, JComponent field) {
        JLabel label = new JLabel(option.label());
        label.setLabelFor(field);
        label.setToolTipText(option.help());
        name(option, field);
        add(label, at(column, 1, GridBagConstraints.NONE));
        add(field, at(column + 1, 1, GridBagConstraints.HORIZONTAL));
        advance();
    }

    private void name(Option option, JComponent field) {
        String key = option.key();
        field.setName(key);
        field.setToolTipText(option.help());
        field.getAccessibleContext().setAccessibleDescription(option.help());
        fields.put(key, field);
        settings.add(option);
        if (message == null) message = new Message("message of " + key, true);
        beside.put(key, message);
    }

    private void advance() {
        column += 2;
        if (column == COLUMNS) endRow();
    }

    private GridBagConstraints at(int x, int width, int fill) {
        GridBagConstraints place = new GridBagConstraints();
        place.gridx = x;
        place.gridy = row;
        place.gridwidth = width;
        place.fill = fill;
        place.anchor = x % 2 == 0 ? GridBagConstraints.LINE_END : GridBagConstraints.LINE_START;
        place.weightx = x % 2 == 0 && width == 1 ? 0 : 1;
        place.insets = new Insets(2, 4, 2, 4);
        return place;
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return getFontMetrics(getFont()).getHeight();
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return visible.height;
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    /** In a window that is higher than needed the rows stay at the top, and do not move when a sentence comes or goes. */
    @Override
    public boolean getScrollableTracksViewportHeight() {
        return false;
    }

    private final class Typed extends CheckedField {

        private static final long serialVersionUID = 1;

        Typed(Option option, int width) {
            super(option, option.label(), width, () -> {
                if (!fields.isEmpty()) showMistakes();
            });
        }

        @Override
        protected void take(String text) {
            String value = numbers(getName(), text);
            check(getName(), value);
            taken.put(getName(), value);
            tell();
            if (!value.equals(text)) EventQueue.invokeLater(() -> Form.this.show(getName(), value));
        }
    }
}
