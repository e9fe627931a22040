package sc.fiji.imagetomask.ui.preview;

import java.awt.Component;
import java.awt.Dialog;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.util.function.Consumer;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.text.JTextComponent;
import sc.fiji.imagetomask.ui.LevelField;

/**
 * The space bar: while it is held in a dialog, the picture is shown instead of its mask. It keeps its usual meaning on
 * buttons, in lists and in text fields, except fields for numbers.
 */
final class CompareKey implements KeyEventDispatcher {

    /** Some systems report a held key as released and pressed again and again. */
    private static final int REPEATS_MS = 60;

    private final Consumer<Boolean> held;
    private final Timer release;

    /** @param held receives whether the key is held */
    CompareKey(Consumer<Boolean> held) {
        this.held = held;
        release = new Timer(REPEATS_MS, event -> held.accept(false));
        release.setRepeats(false);
    }

    void listen() {
        rest();
        KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(this);
    }

    void rest() {
        KeyboardFocusManager.getCurrentKeyboardFocusManager().removeKeyEventDispatcher(this);
    }

    @Override
    public boolean dispatchKeyEvent(KeyEvent event) {
        boolean space = event.getKeyCode() == KeyEvent.VK_SPACE || event.getKeyChar() == ' ';
        if (!space || event.getModifiersEx() != 0 || !isFree(event.getComponent())) return false;
        if (event.getID() == KeyEvent.KEY_PRESSED) {
            release.stop();
            held.accept(true);
        } else if (event.getID() == KeyEvent.KEY_RELEASED) {
            release.restart();
        }
        return true;
    }

    private static boolean isFree(Component focused) {
        if (!(SwingUtilities.getWindowAncestor(focused) instanceof Dialog)) return false;
        boolean text = focused instanceof JTextComponent && !(focused instanceof LevelField);
        return !text && !(focused instanceof AbstractButton) && !(focused instanceof JComboBox<?>);
    }
}
