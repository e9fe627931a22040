package sc.fiji.imagetomask.ij1;

import java.awt.FlowLayout;
import java.util.function.Consumer;
import javax.swing.ButtonGroup;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import sc.fiji.imagetomask.image.OptionLabels;
import sc.fiji.imagetomask.ui.LastDialog;
import sc.fiji.imagetomask.ui.PreviewView;

/** Whether there is a preview, and what it shows; there is nothing to choose while it is off. */
final class PreviewChoice extends JPanel {

    private static final long serialVersionUID = 1;

    private final JCheckBox on = new JCheckBox(OptionLabels.PREVIEW);
    private final JRadioButton mask = new JRadioButton(OptionLabels.VIEW_MASK);
    private final JRadioButton tinted = new JRadioButton(OptionLabels.VIEW_TINTED);

    /**
     * @param last how it was left
     * @param visible hears whether the user turns the preview on or off
     * @param shown hears what the user wants to see
     */
    PreviewChoice(LastDialog last, Consumer<Boolean> visible, Consumer<PreviewView> shown) {
        super(new FlowLayout(FlowLayout.LEFT, 2, 0));
        ButtonGroup views = new ButtonGroup();
        for (JRadioButton button : new JRadioButton[] {mask, tinted}) {
            views.add(button);
            button.setToolTipText(OptionLabels.VIEW_TIP);
            button.addActionListener(event -> shown.accept(view()));
        }
        on.setToolTipText(OptionLabels.PREVIEW_TIP);
        on.setName("preview");
        mask.setName("view mask");
        tinted.setName("view tinted");
        on.setSelected(last.preview());
        (last.view() == PreviewView.MASK ? mask : tinted).setSelected(true);
        on.addActionListener(event -> visible.accept(on.isSelected()));
        on.addItemListener(event -> enableViews());
        enableViews();
        add(on);
        add(mask);
        add(tinted);
    }

    boolean isOn() {
        return on.isSelected();
    }

    PreviewView view() {
        return tinted.isSelected() ? PreviewView.TINTED : PreviewView.MASK;
    }

    /** The user closed the preview's window. */
    void setOff() {
        on.setSelected(false);
    }

    private void enableViews() {
        mask.setEnabled(on.isSelected());
        tinted.setEnabled(on.isSelected());
    }
}
