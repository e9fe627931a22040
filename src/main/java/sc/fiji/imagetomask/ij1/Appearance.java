package sc.fiji.imagetomask.ij1;

import ij.Prefs;
import java.awt.Component;
import java.awt.Container;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.swing.DefaultCellEditor;
import javax.swing.Icon;
import javax.swing.JCheckBox;
import javax.swing.JRadioButton;
import javax.swing.JTable;
import javax.swing.JToggleButton;
import javax.swing.UIManager;
import javax.swing.table.TableCellEditor;

/** The look of ImageJ's own windows: a plain font in the size that is set by Edit &gt; Options &gt; Appearance. */
final class Appearance {

    private static final int TYPE = 12;

    private Appearance() {}

    /** Sets the font of all parts of a window, and the size of its check boxes and radio buttons. */
    static void dress(Container container) {
        for (Component part : container.getComponents()) dressPart(part);
    }

    private static void dressPart(Component part) {
        Font font = part.getFont();
        if (font != null) part.setFont(font.deriveFont(Font.PLAIN, (float) (TYPE * Prefs.getGuiScale())));
        if (part instanceof JCheckBox box) scale(box, "CheckBox.icon");
        if (part instanceof JRadioButton button) scale(button, "RadioButton.icon");
        if (part instanceof JTable table) dressCells(table);
        if (part instanceof Container inner) dress(inner);
    }

    /** What a table draws its cells with, and edits them in, is none of its parts. */
    private static void dressCells(JTable table) {
        if (table.getDefaultRenderer(Boolean.class) instanceof Component box) dressPart(box);
        List<TableCellEditor> editors = new ArrayList<>(List.of(table.getDefaultEditor(Boolean.class)));
        Collections.list(table.getColumnModel().getColumns()).forEach(column -> editors.add(column.getCellEditor()));
        for (TableCellEditor editor : editors)
            if (editor instanceof DefaultCellEditor cell) dressPart(cell.getComponent());
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
