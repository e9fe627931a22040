package sc.fiji.imagetomask.ui;

import java.awt.Color;
import java.awt.event.ActionEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.UIManager;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.image.MaskOptions;
import sc.fiji.imagetomask.tone.Levels;

/**
 * The number of one point, to type. What cannot be taken turns red and leaves the levels as they are, until it is
 * mended or the levels change otherwise. Up and Down step by 1, or, of gray, by 0.01; with Shift by ten times that.
 */
final class LevelField extends JTextField {

    private static final long serialVersionUID = 1;
    private static final Color WRONG = new Color(0xffd0c8);

    private final LevelPoint point;
    private final transient Consumer<Levels> typed;
    private final transient Runnable checked;
    private transient Levels levels = Levels.NONE;
    private String mistake;
    private boolean showing;

    /**
     * @param typed takes the levels that the user typed
     * @param checked is called whenever {@link #mistake} may have changed
     */
    LevelField(LevelPoint point, Consumer<Levels> typed, Runnable checked) {
        super(4);
        this.point = point;
        this.typed = typed;
        this.checked = checked;
        setName(point.key);
        setHorizontalAlignment(CENTER);
        setToolTipText(point.tip);
        getAccessibleContext().setAccessibleName(point.label);
        int up = point == LevelPoint.GRAY ? -1 : 1;
        bind("UP", up);
        bind("DOWN", -up);
        bind("shift UP", 10 * up);
        bind("shift DOWN", -10 * up);
        addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent event) {
                if (mistake == null) setLevels(levels);
            }
        });
        getDocument().addDocumentListener(new DocumentListener() {
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
        });
        setLevels(levels);
    }

    /** What is wrong with what was typed; null if nothing is. */
    String mistake() {
        return mistake;
    }

    /** Shows the number of other levels. */
    void setLevels(Levels newLevels) {
        levels = newLevels;
        showing = true;
        setText(text());
        showing = false;
        setMistake(null);
    }

    /** Takes levels that were just typed here, without touching the text. */
    void keepText(Levels newLevels) {
        levels = newLevels;
    }

    private String text() {
        if (point == LevelPoint.BLACK) return String.valueOf(levels.black());
        if (point == LevelPoint.WHITE) return String.valueOf(levels.white());
        BigDecimal gray = BigDecimal.valueOf(levels.gray());
        return (gray.scale() > 2 ? gray : gray.setScale(2, RoundingMode.UNNECESSARY)).toPlainString();
    }

    private void check() {
        if (showing) return;
        try {
            MaskOptions now = MaskOptions.DEFAULT.with(MaskSettings.DEFAULT.withLevels(levels));
            levels = now.with(point.key, getText().strip()).settings().levels();
            setMistake(null);
            typed.accept(levels);
        } catch (IllegalArgumentException e) {
            setMistake(e.getMessage());
        }
    }

    private void setMistake(String sentence) {
        mistake = sentence;
        setBackground(sentence == null ? UIManager.getColor("TextField.background") : WRONG);
        checked.run();
    }

    private void bind(String key, int steps) {
        getInputMap().put(KeyStroke.getKeyStroke(key), key);
        getActionMap().put(key, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent event) {
                setLevels(point.stepped(levels, steps));
                typed.accept(levels);
            }
        });
    }
}
