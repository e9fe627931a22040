package sc.fiji.imagetomask.ij1;

import ij.Prefs;
import java.awt.Component;
import java.awt.Container;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.Icon;
import javax.swing.JCheckBox;
import javax.swing.JRadioButton;
import javax.swing.JToggleButton;
import javax.swing.UIManager;

/** The look of ImageJ's own windows: a plain font in the size that is set by Edit &gt; Options &gt; Appearance. */
final class Appearance {

    private static final int TYPE = 12;

    private Appearance() {}

    /** Sets the font of all parts of a window, and the size of its check boxes and radio buttons. */
    static void dress(Container container) {
        for (Component part : container.getComponents()) {
            Font font = part.getFont();
            if (font != null) part.setFont(font.deriveFont(Font.PLAIN, (float) (TYPE * Prefs.getGuiScale())));
            if (part instanceof JCheckBox box) scale(box, "CheckBox.icon");
            if (part instanceof JRadioButton button) scale(button, "RadioButton.icon");
            if (part instanceof Container inner) dress(inner);
        }
    }

    private static void scale(JToggleButton button, String name) {
        Icon icon = UIManager.getIcon(name);
        if (icon != null && Prefs.getGuiScale() > 1) button.setIcon(new Scaled(icon, Prefs.getGuiScale()));
    }

    /** An icon of the look and feel, larger. */
    private record Scaled(Icon icon, double scale) implements Icon {

        @Override
        public void paintIcon(Component part, Graphics graphics, int x, int y) {
            Graphics2D g = (Graphics2D) graphics.create();
            g.translate(x, y);
            g.scale(scale, scale);
            icon.paintIcon(part, g, 0, 0);
            g.dispose();
        }

        @Override
        public int getIconWidth() {
            return (int) Math.round(scale * icon.getIconWidth());
        }

        @Override
        public int getIconHeight() {
            return (int) Math.round(scale * icon.getIconHeight());
        }
    }
}
