package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import sc.fiji.imagetomask.cli.words.PathConverter;
import sc.fiji.imagetomask.ome.OmeFields;
import sc.fiji.imagetomask.ome.OmeZarrFile;
import sc.fiji.imagetomask.zarr.store.Address;
import sc.fiji.imagetomask.zarr.store.FolderStore;
import sc.fiji.imagetomask.zarr.store.HttpStore;
import sc.fiji.imagetomask.zarr.store.Store;
import sc.fiji.imagetomask.zarr.store.WritableStore;
import sc.fiji.imagetomask.zarr.store.s3.S3Access;
import sc.fiji.imagetomask.zarr.store.s3.S3Address;

/**
 * Where a picture or a mask is: a file or folder, or a store of another kind, in which there is an OME-Zarr image.
 *
 * @param path of the file or folder; null if there is none
 * @param known the store; null for a file or folder
 * @param field the folder in the store of one of several images that are stored together; empty for all that is there
 */
public record Place(Path path, Store known, String field) {

    static Place of(Path path) {
        return new Place(path, null, "");
    }

    /** An OME-Zarr image, or several, in a store that is no folder. */
    public static Place of(Store store) {
        return new Place(null, store, "");
    }

    /** The image of that name in this, whose store is known. */
    Place field(Store store, String name) {
        return new Place(path == null ? null : path.resolve(name), store, name);
    }

    /** A folder in this one, for writing. */
    Place inside(String name) {
        try {
            return path == null ? of(known.inside(name)) : of(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The images that are stored here together, if this says which they are; else null. */
    public OmeFields fields() throws IOException {
        return isOmeZarr() && field.isEmpty() ? OmeFields.of(store()) : null;
    }

    /** Whether there is a file or folder; of an address only a request tells. */
    public boolean exists() {
        return path == null || Files.exists(path);
    }

    /** Whether something is there; of a store that is no folder, it is asked. */
    boolean isTaken() throws IOException {
        return path == null ? known.hasFolder("") : Files.exists(path);
    }

    /** Whether it is an OME-Zarr image, or looks like one, and no folder of pictures. */
    boolean isOmeZarr() {
        return known != null || OmeZarrFile.isOne(path);
    }

    /** The same seen from a folder. */
    public Place from(Path folder) {
        return path == null ? this : of(folder.resolve(path).normalize());
    }

    /** Where the bytes of an OME-Zarr image are. */
    public Store store() throws IOException {
        return known != null ? known : new FolderStore(path);
    }

    /** Where an OME-Zarr image is written. */
    WritableStore target() throws IOException {
        return path == null ? (WritableStore) known : FolderStore.create(path);
    }

    /** The name of the file or folder, without the folders that it is in; of a field, that of its plate. */
    public String name() {
        return known != null ? known.lastName() : path.getFileName().toString();
    }

    /** What messages call it. */
    @Override
    public String toString() {
        return path == null ? known.name(field) : path.toString();
    }

    /**
     * Places from arguments; what can be none gives one sentence.
     *
     * @param s3 how S3 is asked; needed when an object is read or written
     */
    public record Converter(Supplier<S3Access> s3) implements ITypeConverter<Place> {

        @Override
        public Place convert(String text) {
            if (!Address.isOne(text)) return of(new PathConverter().convert(text));
            try {
                return of(S3Address.isOne(text) ? S3Address.of(text).store(s3) : HttpStore.at(Address.of(text)));
            } catch (IOException | IllegalArgumentException e) {
                boolean isHadoops = text.matches("(?i)(hdfs|webhdfs|viewfs|s3a|gs|abfss?)://.*");
                throw new TypeConversionException(e.getMessage().replaceAll("[.]$", "")
                        + (isHadoops ? "; only ImageToMaskSpark reads such addresses" : ""));
            }
        }
    }
}
