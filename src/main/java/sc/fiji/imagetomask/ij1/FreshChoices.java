package sc.fiji.imagetomask.ij1;

import java.util.function.Supplier;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;

/** Updates the choices whenever a list opens, for example the open images. */
final class FreshChoices implements PopupMenuListener {

    private final JComboBox<String> box;
    private final Supplier<String[]> choices;

    FreshChoices(JComboBox<String> box, Supplier<String[]> choices) {
        this.box = box;
        this.choices = choices;
    }

    @Override
    public void popupMenuWillBecomeVisible(PopupMenuEvent event) {
        refresh(box.getSelectedItem());
    }

    /** Updates the choices now. */
    void refresh(Object selected) {
        Object chosen = selected;
        DefaultComboBoxModel<String> model = new DefaultComboBoxModel<>(choices.get());
        if (model.getIndexOf(chosen) < 0) chosen = model.getElementAt(0);
        model.setSelectedItem(chosen);
        box.setModel(model);
    }

    @Override
    public void popupMenuWillBecomeInvisible(PopupMenuEvent event) {}

    @Override
    public void popupMenuCanceled(PopupMenuEvent event) {}
}
