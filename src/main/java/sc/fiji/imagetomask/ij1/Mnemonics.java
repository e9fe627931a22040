package sc.fiji.imagetomask.ij1;

import java.awt.Component;
import java.awt.Container;
import java.util.HashSet;
import java.util.Set;
import javax.swing.AbstractButton;
import javax.swing.JLabel;

/** Gives every label of a field and every button its own letter, which works together with the Alt key. */
final class Mnemonics {

    private final Set<Integer> used = new HashSet<>();

    private Mnemonics() {}

    /** For a whole window; OK and Cancel have the keys Enter and Esc. */
    static void assign(Container container) {
        new Mnemonics().assignIn(container);
    }

    private void assignIn(Container container) {
        for (Component part : container.getComponents()) {
            if (part instanceof JLabel label && label.getLabelFor() != null)
                label.setDisplayedMnemonic(letter(label.getText()));
            if (part instanceof AbstractButton button && isWorthALetter(button.getText()))
                button.setMnemonic(letter(button.getText()));
            if (part instanceof Container inner) assignIn(inner);
        }
    }

    private static boolean isWorthALetter(String text) {
        return text != null && !text.isEmpty() && !text.equals("OK") && !text.equals("Cancel");
    }

    /** The first letter that is free; 0 if none is. */
    private int letter(String text) {
        return text.toUpperCase()
                .chars()
                .filter(c -> c >= 'A' && c <= 'Z' && used.add(c))
                .findFirst()
                .orElse(0);
    }
}
