package sc.fiji.imagetomask.ij1;

import java.awt.Component;
import java.awt.Desktop;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JMenuItem;
import javax.swing.JOptionPane;
import javax.swing.JPopupMenu;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.preset.Presets;
import sc.fiji.imagetomask.ui.preview.LastDialog;

/**
 * A menu of named settings: those used last, the defaults, the user's presets; and entries
 * to save what is set now, and to delete a preset.
 */
final class PresetMenu extends JPopupMenu {

    private static final long serialVersionUID = 1;

    private final Component button;
    private final transient Supplier<MaskOptions> now;
    private final transient Consumer<MaskOptions> chosen;
    private final transient Consumer<String> failed;

    /**
     * @param button below which it opens
     * @param now gives the options that are set
     * @param chosen takes the options that the user chose
     * @param failed takes one sentence, or null
     */
    PresetMenu(Component button, Supplier<MaskOptions> now, Consumer<MaskOptions> chosen, Consumer<String> failed) {
        this.button = button;
        this.now = now;
        this.chosen = chosen;
        this.failed = failed;
        setName("preset menu");
    }

    /** Opens it with the presets that are in the folder now. */
    void open() {
        removeAll();
        Presets presets = Presets.standard();
        List<String> names = presets.names();
        entry("Last used", () -> chosen.accept(LastDialog.load().options()));
        entry("Defaults", () -> chosen.accept(MaskOptions.DEFAULT));
        addSeparator();
        for (String name : names) entry(name, () -> chosen.accept(presets.load(name)));
        if (!names.isEmpty()) addSeparator();
        entry("Save as...", () -> save(presets));
        if (!names.isEmpty()) entry("Delete...", () -> delete(presets, names));
        entry("Show folder", () -> show(presets));
        show(button, 0, button.getHeight());
    }

    private void entry(String text, Runnable action) {
        JMenuItem item = new JMenuItem(text);
        item.setName(text);
        item.setFont(button.getFont());
        item.addActionListener(event -> {
            try {
                failed.accept(null);
                action.run();
            } catch (IllegalArgumentException e) {
                failed.accept(e.getMessage());
            }
        });
        add(item);
    }

    private void save(Presets presets) {
        MaskOptions options = now.get();
        String name = JOptionPane.showInputDialog(button, "Name of the preset", "Save as", JOptionPane.PLAIN_MESSAGE);
        if (name == null) return;
        String plain = name.strip();
        Presets.requireName(plain);
        if (presets.has(plain) && !replaces(plain)) return;
        presets.save(plain, options);
    }

    private void delete(Presets presets, List<String> names) {
        Object name = JOptionPane.showInputDialog(
                button,
                "Delete this preset (cannot be undone)",
                "Delete",
                JOptionPane.PLAIN_MESSAGE,
                null,
                names.toArray(),
                names.get(0));
        if (name != null) presets.delete((String) name);
    }

    private boolean replaces(String name) {
        int answer = JOptionPane.showConfirmDialog(
                button, "Replace the preset '" + name + "'?", "Save as", JOptionPane.OK_CANCEL_OPTION);
        return answer == JOptionPane.OK_OPTION;
    }

    private static void show(Presets presets) {
        try {
            Files.createDirectories(presets.folder());
            Desktop.getDesktop().open(presets.folder().toFile());
        } catch (IOException | UnsupportedOperationException e) {
            throw new IllegalArgumentException("The folder of the presets is " + presets.folder() + ".");
        }
    }
}
