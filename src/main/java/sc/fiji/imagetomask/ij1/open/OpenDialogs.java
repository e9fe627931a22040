package sc.fiji.imagetomask.ij1.open;

import ij.Prefs;
import ij.gui.GenericDialog;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.ome.OmeLevel;
import sc.fiji.imagetomask.ome.OmeZarrImage;
import sc.fiji.imagetomask.options.CommandNames;
import sc.fiji.imagetomask.options.OpenOptions;
import sc.fiji.imagetomask.zarr.store.Address;
import sc.fiji.imagetomask.zarr.store.s3.S3Access;
import sc.fiji.imagetomask.zarr.store.s3.S3Address;

/** Asks for an image, and if there are several fields or resolutions, for one of them. */
final class OpenDialogs {

    private static final String LAST = "image-to-mask.open";
    private static final String LAST_S3 = "image-to-mask.open.s3";

    private OpenDialogs() {}

    /** The folder or address; the last one without what may be secret is offered. */
    static String path() {
        GenericDialog dialog = new GenericDialog(CommandNames.OPEN);
        dialog.addMessage("The folder of an OME-Zarr image or plate, or its address (https://... or s3://...):");
        dialog.addDirectoryField("Path", Prefs.get(LAST, ""), 40);
        String path = shown(dialog).getNextString().strip();
        Prefs.set(LAST, Address.isOne(path) ? Address.shown(path) : path);
        return path;
    }

    /** The options with the way to ask S3, if the path is there; the last endpoint is offered. */
    static OpenOptions s3(OpenOptions options) {
        if (!S3Address.isOne(options.path())) return options;
        GenericDialog dialog = new GenericDialog(CommandNames.OPEN);
        dialog.addMessage(
                "The address of the S3 server. Leave it empty for Amazon, or for the server in your AWS settings.");
        dialog.addStringField("S3-Endpoint", Prefs.get(LAST_S3, ""), 40);
        dialog.addCheckbox("S3-Anonymous (without credentials, for what everybody may read)", false);
        shown(dialog);
        String endpoint = dialog.getNextString().strip();
        S3Access.of(endpoint, false);
        Prefs.set(LAST_S3, endpoint);
        return options.withS3(endpoint, dialog.getNextBoolean());
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
