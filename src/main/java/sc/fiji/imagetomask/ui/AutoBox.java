package sc.fiji.imagetomask.ui;

import ij.Prefs;
import java.awt.FlowLayout;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JPanel;

/** The button Auto and the choice of its method, which is saved in ImageJ's preferences. */
final class AutoBox extends JPanel {

    private static final long serialVersionUID = 1;
    private static final String METHOD = "imagetomask.auto";

    private final JButton button = new JButton("Auto");
    private final JComboBox<String> methods = new JComboBox<>(AutoMethod.names().toArray(String[]::new));

    /** @param asked takes the name of the method when the button is pressed or another method is chosen */
    AutoBox(Consumer<String> asked) {
        super(new FlowLayout(FlowLayout.RIGHT, 4, 0));
        button.setName("Auto");
        methods.setName("auto method");
        methods.setMaximumRowCount(methods.getItemCount());
        methods.setSelectedItem(AutoMethod.FIRST);
        methods.setSelectedItem(Prefs.get(METHOD, AutoMethod.FIRST)); // what it does not know is passed over
        showTip();
        button.addActionListener(event -> asked.accept(method()));
        methods.addActionListener(event -> {
            Prefs.set(METHOD, method());
            showTip();
            asked.accept(method());
        });
        add(button);
        add(methods);
    }

    private void showTip() {
        button.setToolTipText(AutoMethod.tip(method()));
        methods.setToolTipText("What Auto does. " + AutoMethod.tip(method()));
    }

    private String method() {
        return (String) methods.getSelectedItem();
    }
}
