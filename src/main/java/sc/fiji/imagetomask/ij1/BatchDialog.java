package sc.fiji.imagetomask.ij1;

import ij.Prefs;
import ij.io.DirectoryChooser;
import java.awt.BorderLayout;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.options.Option;
import sc.fiji.imagetomask.ui.CheckedField;
import sc.fiji.imagetomask.ui.preview.OpenWindows;
import sc.fiji.imagetomask.value.FreeText;

/** Asks for two folders, and for the options of the masks of all pictures in the first one. */
final class BatchDialog extends FormDialog<BatchDialog.Batch> {

    private static final long serialVersionUID = 1;
    private static final String PICTURES = "imagetomask.batch.pictures";
    private static final String MASKS = "imagetomask.batch.masks";
    private static final String OPTIONS = "imagetomask.batch.options";

    private final OptionForm form;
    private final Folders folders = new Folders();

    /**
     * What the user chose.
     *
     * @param pictures the folder of the pictures
     * @param masks the folder that the masks are saved in
     * @param options of all masks
     */
    record Batch(String pictures, String masks, MaskOptions options) {}

    /** Asks the user, starting with the last choice; empty if the user canceled. */
    static Optional<Batch> ask() {
        return ask(BatchDialog::new);
    }

    private BatchDialog() {
        super("batch", "Batch Image To Mask");
        form = new OptionForm(Subject.FILES, last(), this::grow);
        setHead(folders);
        setForm(form);
        setFoot(null, null);
        form.showMore(true);
        fit();
        OpenWindows.placeBeside(this, getOwner());
    }

    private static MaskOptions last() {
        try {
            MaskOptions last = MaskOptions.parse(Prefs.get(OPTIONS, ""));
            return last.image() == null ? last : MaskOptions.DEFAULT;
        } catch (IllegalArgumentException e) { // written by hand
            return MaskOptions.DEFAULT;
        }
    }

    @Override
    void say(String sentence) {
        if (!folders.say(sentence)) super.say(sentence);
    }

    @Override
    List<CheckedField> wrongFields() {
        List<CheckedField> wrong = new ArrayList<>(folders.wrongFields());
        wrong.addAll(super.wrongFields());
        return wrong;
    }

    @Override
    Batch result() {
        folders.require();
        Batch batch = new Batch(
                folders.value("pictures"),
                folders.value("masks"),
                form.options().complete());
        Prefs.set(PICTURES, batch.pictures());
        Prefs.set(MASKS, batch.masks());
        Prefs.set(OPTIONS, batch.options().text());
        Prefs.savePreferences();
        return batch;
    }

    /** The two folders. */
    private static final class Folders extends Form {

        private static final long serialVersionUID = 1;

        Folders() {
            folder("pictures", "Pictures", "The folder of the pictures", Prefs.get(PICTURES, ""));
            folder("masks", "Masks", "The folder that the masks are saved in", Prefs.get(MASKS, ""));
        }

        private void folder(String key, String label, String help, String start) {
            text(Option.of(key, new FreeText("a folder"), label, help), 30);
            JPanel browse = new JPanel(new BorderLayout());
            browse.add(
                    FormDialog.button("Browse " + key, () -> {
                        String chosen = new DirectoryChooser(label).getDirectory();
                        if (chosen != null) show(key, chosen);
                    }),
                    BorderLayout.WEST);
            part(browse);
            show(key, start);
        }

        void require() {
            for (String key : new String[] {"pictures", "masks"}) check(key, value(key));
        }

        @Override
        void check(String key, String value) {
            if (!new File(value).isDirectory())
                throw new IllegalArgumentException(key + " is '" + value + "', but must be a folder.");
        }

        @Override
        void changed() {}
    }
}
