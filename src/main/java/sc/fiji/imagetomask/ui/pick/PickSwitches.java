package sc.fiji.imagetomask.ui.pick;

import ij.ImagePlus;
import javax.swing.AbstractButton;

/** The switches of a dialog that pick something in the picture. At most one of them is on. Used on the event thread only. */
public final class PickSwitches {

    private PicturePicking picking;
    private AbstractButton on;

    /** Turns all off; from now on they pick in this picture. */
    public void setPicture(ImagePlus picture) {
        turnOff();
        picking = new PicturePicking(picture);
    }

    /** Turns all off. */
    public void turnOff() {
        if (on != null) on.setSelected(false);
    }

    /** Adds one; while it is on, the taker takes what the user points at. */
    public void add(AbstractButton button, PicturePicking.Taker taker) {
        button.addItemListener(event -> turned(button, taker));
        if (button.isSelected()) turned(button, taker);
    }

    private void turned(AbstractButton button, PicturePicking.Taker taker) {
        AbstractButton before = on;
        if (button.isSelected()) {
            on = button;
            if (before != null && before != button) before.setSelected(false);
            picking.setTaker(taker);
        } else if (before == button) {
            on = null;
            picking.setTaker(null);
        }
    }
}
