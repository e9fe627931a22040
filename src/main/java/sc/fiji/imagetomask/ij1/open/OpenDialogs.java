package sc.fiji.imagetomask.ij1.open;

import ij.Prefs;
import ij.gui.GenericDialog;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.ome.OmeLevel;
import sc.fiji.imagetomask.ome.OmeZarrImage;
import sc.fiji.imagetomask.options.CommandNames;
import sc.fiji.imagetomask.zarr.store.Address;

/** Asks for an image, and if there are several fields or resolutions, for one of them. */
final class OpenDialogs {

    private static final String LAST = "image-to-mask.open";

    private OpenDialogs() {}

    /** The folder or address; the last one without what may be secret is offered. */
    static String path() {
        GenericDialog dialog = new GenericDialog(CommandNames.OPEN);
        dialog.addMessage("The folder of an OME-Zarr image or plate, or its address (https://...):");
        dialog.addDirectoryField("Path", Prefs.get(LAST, ""), 40);
        String path = shown(dialog).getNextString().strip();
        Prefs.set(LAST, Address.isOne(path) ? Address.shown(path) : path);
        return path;
    }

    static String field(List<String> names) {
        GenericDialog dialog = new GenericDialog(CommandNames.OPEN);
        dialog.addChoice("Field", names.toArray(String[]::new), names.get(0));
        return shown(dialog).getNextChoice();
    }

    /** The first that ImageJ can show is offered. */
    static int level(OmeZarrImage image) {
        List<OmeLevel> levels = image.levels();
        if (levels.size() == 1) return 0;
        String[] sizes = IntStream.range(0, levels.size())
                .mapToObj(i -> i + ": " + OmeZarrHyperstack.size(image, i))
                .toArray(String[]::new);
        GenericDialog dialog = new GenericDialog(CommandNames.OPEN);
        dialog.addChoice("Level", sizes, sizes[OmeZarrHyperstack.largest(image)]);
        return shown(dialog).getNextChoiceIndex();
    }

    private static GenericDialog shown(GenericDialog dialog) {
        dialog.showDialog();
        if (dialog.wasCanceled()) throw new CancellationException();
        return dialog;
    }
}
