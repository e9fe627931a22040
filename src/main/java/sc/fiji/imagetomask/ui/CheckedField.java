package sc.fiji.imagetomask.ui;

import java.awt.Color;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import javax.swing.JTextField;
import javax.swing.UIManager;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import sc.fiji.imagetomask.options.Option;

/**
 * A text field that checks its text while the user types. A value that is not allowed makes the field red; the sentence
 * that explains it is in {@link #mistake}, in the tip, and in the description for screen readers. The Tab key selects
 * the text.
 */
public abstract class CheckedField extends JTextField {

    private static final long serialVersionUID = 1;
    private static final Color WRONG = new Color(0xffd0c8);

    private final transient Option option;
    private final String label;
    private final transient Runnable checked;
    private String mistake;
    private boolean showing;

    /**
     * @param option that is typed; sentences about it start with its key
     * @param label the words beside the field, which take the key's place
     * @param checked is called whenever {@link #mistake} may have changed
     */
    protected CheckedField(Option option, String label, int columns, Runnable checked) {
        super(columns);
        this.option = option;
        this.label = label;
        this.checked = checked;
        setName(option.key());
        getAccessibleContext().setAccessibleName(label);
        getDocument().addDocumentListener(new Typing());
        addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent event) {
                if (event.getCause() != FocusEvent.Cause.MOUSE_EVENT) selectAll();
            }
        });
        markAs(null);
    }

    /**
     * Takes what was typed.
     *
     * @throws IllegalArgumentException with the sentence that says what is wrong
     */
    protected abstract void take(String text);

    /** What is wrong with what was typed, in one sentence; null if nothing is. */
    public String mistake() {
        return isEnabled() ? mistake : null;
    }

    /** Marks the text as wrong with this sentence, or, with null, as correct. */
    public void setMistake(String sentence) {
        mistake = sentence == null ? null : option.told(sentence, label);
        markAs(mistake);
        checked.run();
    }

    /** Shows a correct text that the user did not type. */
    public void showText(String text) {
        showing = true;
        setText(text);
        showing = false;
        setMistake(null);
    }

    /** A mistake in a disabled field is not shown. */
    @Override
    public void setEnabled(boolean enabled) {
        super.setEnabled(enabled);
        if (checked != null) markAs(mistake());
    }

    private void markAs(String sentence) {
        setBackground(sentence == null ? UIManager.getColor("TextField.background") : WRONG);
        setForeground(sentence == null ? UIManager.getColor("TextField.foreground") : Color.BLACK);
        setToolTipText(sentence == null ? option.help() : sentence);
        getAccessibleContext().setAccessibleDescription(sentence == null ? option.help() : sentence);
    }

    /** Checks a text that was wrong once more: what it depends on, such as selections, may have changed. */
    public void checkAgain() {
        if (mistake() != null) check();
    }

    private void check() {
        if (showing) return;
        mistake = null; // that of the text before; who hears of the new value must not see it
        try {
            take(getText().strip());
            setMistake(null);
        } catch (IllegalArgumentException e) {
            setMistake(e.getMessage());
        }
    }

    private final class Typing implements DocumentListener {

        @Override
        public void insertUpdate(DocumentEvent event) {
            check();
        }

        @Override
        public void removeUpdate(DocumentEvent event) {
            check();
        }

        @Override
        public void changedUpdate(DocumentEvent event) {
            check();
        }
    }
}
