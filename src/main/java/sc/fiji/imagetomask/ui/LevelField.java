package sc.fiji.imagetomask.ui;

import java.awt.event.ActionEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.KeyStroke;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.tone.Levels;

/**
 * A text field for the number of one point; a comma counts as a decimal point. A text that is not allowed does not
 * change the levels. The keys Up and Down step by 1, for gray by 0.01; with Shift ten times as far.
 */
public final class LevelField extends CheckedField {

    private static final long serialVersionUID = 1;

    private final LevelPoint point;
    private final transient Consumer<Levels> typed;
    private transient Levels levels = Levels.NONE;

    /**
     * @param typed takes the levels that the user typed
     * @param checked is called whenever {@link #mistake} may have changed
     */
    LevelField(LevelPoint point, Consumer<Levels> typed, Runnable checked) {
        super(point.option, point.word, 4, checked);
        this.point = point;
        this.typed = typed;
        setHorizontalAlignment(CENTER);
        int up = point == LevelPoint.GRAY ? -1 : 1;
        bind("UP", up);
        bind("DOWN", -up);
        bind("shift UP", 10 * up);
        bind("shift DOWN", -10 * up);
        addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent event) {
                if (mistake() == null) setLevels(levels);
            }
        });
        setLevels(levels);
    }

    /** Shows the number of other levels. */
    void setLevels(Levels newLevels) {
        levels = newLevels;
        showText(text());
    }

    /** Takes levels that were just typed here, without touching the text. */
    void keepText(Levels newLevels) {
        levels = newLevels;
    }

    private String text() {
        if (point != LevelPoint.GRAY) return String.valueOf((int) point.position(levels));
        BigDecimal gray = BigDecimal.valueOf(levels.gray());
        return (gray.scale() > 2 ? gray : gray.setScale(2, RoundingMode.UNNECESSARY)).toPlainString();
    }

    @Override
    protected void take(String text) {
        MaskOptions now = MaskOptions.DEFAULT.with(MaskSettings.DEFAULT.withLevels(levels));
        String number = point == LevelPoint.GRAY ? text.replace(',', '.') : text;
        levels = now.with(point.option.key(), number).settings().levels();
        typed.accept(levels);
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
