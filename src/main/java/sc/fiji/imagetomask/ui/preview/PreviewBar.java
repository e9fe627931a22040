package sc.fiji.imagetomask.ui.preview;

import ij.Prefs;
import java.awt.Color;
import java.awt.Component;
import java.awt.FlowLayout;
import java.awt.Graphics2D;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import sc.fiji.imagetomask.Labelled;
import sc.fiji.imagetomask.ui.SquareIcon;

/**
 * The controls of the preview: whether it is on, what it shows, and its colour. The choices are saved in ImageJ's
 * preferences.
 */
public final class PreviewBar extends JPanel {

    private static final long serialVersionUID = 1;
    private static final String COLOR = "imagetomask.tint";

    private transient MaskPreview preview;
    private final JCheckBox on = new JCheckBox("Preview");
    private final JComboBox<PreviewView> views = new JComboBox<>(PreviewView.values());
    private final JComboBox<TintColor> colors = new JComboBox<>(TintColor.values());

    /** With the settings of the last dialog. */
    public PreviewBar(LastDialog last) {
        super(new FlowLayout(FlowLayout.LEFT, 4, 0));
        on.setName("preview");
        on.setToolTipText("Shows the mask while you work; the picture is not changed");
        on.setSelected(last.preview());
        views.setName("view");
        views.setToolTipText(
                "What the preview shows: the mask; or the picture with the excluded or the kept part coloured,"
                        + " or with a line where the mask is 128");
        views.setRenderer(new Labels());
        views.setSelectedItem(last.view());
        colors.setName("tint");
        colors.setToolTipText("The colour of the tint and the outline");
        colors.setRenderer(new Labels());
        colors.setSelectedItem(TintColor.of(Prefs.get(COLOR, TintColor.RED.label())));
        on.addActionListener(event -> apply());
        views.addActionListener(event -> apply());
        colors.addActionListener(event -> {
            Prefs.set(COLOR, color().label());
            apply();
        });
        add(on);
        add(views);
        add(colors);
        apply();
    }

    /** Applies the user's choices to this preview from now on. */
    public void setPreview(MaskPreview newPreview) {
        preview = newPreview;
        apply();
    }

    /** Whether the preview is on. */
    public boolean isOn() {
        return on.isSelected();
    }

    /** The user closed the preview's window. */
    public void setOff() {
        on.setSelected(false);
        apply();
    }

    /** What it shows. */
    public PreviewView view() {
        return (PreviewView) views.getSelectedItem();
    }

    private TintColor color() {
        return (TintColor) colors.getSelectedItem();
    }

    private void apply() {
        views.setEnabled(isOn());
        colors.setEnabled(isOn() && view() != PreviewView.MASK);
        if (preview == null) return;
        preview.setView(view(), color());
        preview.setVisible(isOn());
    }

    /** The words, and colours before their words. */
    private static final class Labels extends DefaultListCellRenderer {

        private static final long serialVersionUID = 1;

        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean isSelected, boolean hasFocus) {
            String word = ((Labelled) value).label();
            JLabel label = (JLabel) super.getListCellRendererComponent(
                    list, word.substring(0, 1).toUpperCase() + word.substring(1), index, isSelected, hasFocus);
            label.setIcon(value instanceof TintColor tint ? new Swatch(tint.color()) : null);
            return label;
        }
    }

    private static final class Swatch extends SquareIcon {

        private static final int SIZE = 11;

        private final Color color;

        Swatch(Color color) {
            super(SIZE);
            this.color = color;
        }

        @Override
        protected void draw(Graphics2D g) {
            g.setColor(color);
            g.fillRect(0, 0, SIZE - 1, SIZE - 1);
            g.setColor(Color.GRAY);
            g.drawRect(0, 0, SIZE - 1, SIZE - 1);
        }
    }
}
