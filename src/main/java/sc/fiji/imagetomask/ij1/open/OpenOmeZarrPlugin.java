package sc.fiji.imagetomask.ij1.open;

import ij.ImagePlus;
import ij.plugin.PlugIn;
import ij.plugin.frame.Recorder;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import sc.fiji.imagetomask.files.Sentence;
import sc.fiji.imagetomask.ij1.Entry;
import sc.fiji.imagetomask.imagej.MacroVariables;
import sc.fiji.imagetomask.imagej.OpenImages;
import sc.fiji.imagetomask.ome.OmeFields;
import sc.fiji.imagetomask.ome.OmeZarrImage;
import sc.fiji.imagetomask.options.CommandNames;
import sc.fiji.imagetomask.options.OpenOptions;
import sc.fiji.imagetomask.zarr.store.Address;
import sc.fiji.imagetomask.zarr.store.FolderStore;
import sc.fiji.imagetomask.zarr.store.HttpStore;
import sc.fiji.imagetomask.zarr.store.Store;
import sc.fiji.imagetomask.zarr.store.s3.S3Access;
import sc.fiji.imagetomask.zarr.store.s3.S3Address;

/**
 * Plugins &gt; Masks &gt; Open OME-Zarr...: opens an OME-Zarr image in a folder or at an address as a virtual hyperstack, of
 * which planes are read when they are shown or used.
 *
 * <pre>{@code
 * run("Open OME-Zarr...", "path=https://host/plate.zarr field=A/1/0 level=1");
 * }</pre>
 */
public final class OpenOmeZarrPlugin implements PlugIn {

    @Override
    public void run(String arg) {
        Entry.run(CommandNames.OPEN, () -> {
            String macro = Entry.options();
            try {
                if (macro != null) show(OpenOptions.parse(macro, MacroVariables.now()));
                else ask();
            } catch (IOException e) {
                throw new IllegalArgumentException(Sentence.of(e), e);
            } catch (LinkageError e) {
                throw new IllegalArgumentException(
                        "A library for OME-Zarr is missing in this Fiji (" + e.getMessage()
                                + "); the command line reads this image.",
                        e);
            }
        });
    }

    private static void show(OpenOptions options) throws IOException {
        Store store = store(options);
        show(OmeZarrImage.open(store, options.field()), options);
    }

    private static void ask() throws IOException {
        OpenOptions asked = OpenDialogs.s3(new OpenOptions(OpenDialogs.path(), 0, "", "", false));
        Store store = store(asked);
        OmeFields fields = OmeFields.of(store);
        String field = fields == null || fields.names().size() == 1 ? "" : OpenDialogs.field(fields.names());
        OmeZarrImage image = OmeZarrImage.open(store, field);
        OpenOptions options =
                new OpenOptions(asked.path(), OpenDialogs.level(image), field, asked.s3Endpoint(), asked.s3Anonymous());
        show(image, options);
        if (Recorder.record) record(options);
    }

    /** In the place of what the dialogs have recorded, which may be an address with a password. */
    private static void record(OpenOptions options) {
        Recorder.setCommand(CommandNames.OPEN_ENTRY);
        String path = options.path();
        if (Address.isOne(path)) Recorder.recordOption("path", Address.shown(path));
        else Recorder.recordPath("path", path);
        if (options.level() > 0) Recorder.recordOption("level", Integer.toString(options.level()));
        if (!options.field().isEmpty()) Recorder.recordOption("field", options.field());
        if (!options.s3Endpoint().isEmpty()) Recorder.recordOption("s3-endpoint", options.s3Endpoint());
        if (options.s3Anonymous()) Recorder.recordOption("s3-anonymous");
    }

    private static void show(OmeZarrImage image, OpenOptions options) {
        String title = image.store().lastName() + (options.field().isEmpty() ? "" : " " + options.field());
        ImagePlus hyperstack = OmeZarrHyperstack.of(image, options.level(), OpenImages.unique(title));
        hyperstack.show();
    }

    private static Store store(OpenOptions options) throws IOException {
        String path = options.path();
        S3Access s3 = S3Access.of(options.s3Endpoint(), options.s3Anonymous());
        if (path.isBlank())
            throw new IllegalArgumentException("path is '', but must be the folder or address of an OME-Zarr image.");
        if (S3Address.isOne(path)) return S3Address.of(path).store(() -> s3);
        if (Address.isOne(path)) return HttpStore.at(Address.of(path));
        try {
            return new FolderStore(Path.of(path));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("path is '" + path + "', but that cannot be the name of a folder.", e);
        }
    }
}
