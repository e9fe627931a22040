package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import sc.fiji.imagetomask.ome.OmeFields;
import sc.fiji.imagetomask.ome.OmeZarrFile;
import sc.fiji.imagetomask.zarr.store.Address;
import sc.fiji.imagetomask.zarr.store.FolderStore;
import sc.fiji.imagetomask.zarr.store.HttpStore;
import sc.fiji.imagetomask.zarr.store.Store;

/**
 * Where a picture is: a file or folder, or an address on the web, at which there must be an OME-Zarr image.
 *
 * @param path of the file or folder; null for an address
 * @param address null for a file or folder
 * @param field if it is one of several images that are stored together; else null
 */
public record Place(Path path, Address address, Field field) {

    /**
     * One of several images that are stored together.
     *
     * @param store that has all of them
     * @param name its folder in the store
     */
    public record Field(Store store, String name) {}

    static Place of(Path path) {
        return new Place(path, null, null);
    }

    /** The image of that name in this, whose store is known. */
    Place field(Store store, String name) {
        return new Place(
                isAddress() ? null : path.resolve(name),
                isAddress() ? address.inside(name) : null,
                new Field(store, name));
    }

    /** An OME-Zarr image, or several, in a store of another kind. */
    public static Place of(Store store) {
        return new Place(null, null, new Field(store, ""));
    }

    /** The images that are stored here together, if this says which they are; else null. */
    public OmeFields fields() throws IOException {
        return isOmeZarr() && (field == null || field.name().isEmpty()) ? OmeFields.of(store()) : null;
    }

    boolean isAddress() {
        return address != null;
    }

    boolean exists() {
        return isAddress() || Files.exists(path);
    }

    /** Whether it is an OME-Zarr image, or looks like one, and no folder of pictures. */
    boolean isOmeZarr() {
        return isAddress() || field != null || OmeZarrFile.isOne(path);
    }

    /** The same seen from a folder. */
    public Place from(Path folder) {
        return path == null ? this : of(folder.resolve(path).normalize());
    }

    /** Where the bytes of an OME-Zarr image are. */
    public Store store() throws IOException {
        if (field != null) return field.store();
        return isAddress() ? HttpStore.at(address) : new FolderStore(path);
    }

    /** The name of the file or folder, without the folders that it is in; of a field, that of its plate. */
    public String name() {
        if (field != null) return field.store().lastName();
        return isAddress() ? address.lastName() : path.getFileName().toString();
    }

    /** What messages call it. */
    @Override
    public String toString() {
        if (isAddress()) return address.toString();
        return path == null ? field.store().name(field.name()) : path.toString();
    }

    /** Places from arguments; what can be none gives one sentence. */
    public static final class Converter implements ITypeConverter<Place> {

        @Override
        public Place convert(String text) {
            if (!Address.isOne(text)) return of(new PathConverter().convert(text));
            try {
                return new Place(null, Address.of(text), null);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage().replaceAll("[.]$", ""));
            }
        }
    }
}
