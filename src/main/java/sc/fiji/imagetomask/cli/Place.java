package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
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
 */
public record Place(Path path, Address address) {

    static Place of(Path path) {
        return new Place(path, null);
    }

    boolean isAddress() {
        return address != null;
    }

    boolean exists() {
        return isAddress() || Files.exists(path);
    }

    /** Whether it is an OME-Zarr image, or looks like one, and no folder of pictures. */
    boolean isOmeZarr() {
        return isAddress() || OmeZarrFile.isOne(path);
    }

    /** The same seen from a folder. */
    public Place from(Path folder) {
        return isAddress() ? this : of(folder.resolve(path).normalize());
    }

    /** Where the bytes of an OME-Zarr image are. */
    public Store store() throws IOException {
        return isAddress() ? HttpStore.at(address) : new FolderStore(path);
    }

    /** The name of the file or folder, without the folders that it is in. */
    public String name() {
        return isAddress() ? address.lastName() : path.getFileName().toString();
    }

    /** What messages call it. */
    @Override
    public String toString() {
        return isAddress() ? address.toString() : path.toString();
    }

    /** Places from arguments; what can be none gives one sentence. */
    public static final class Converter implements ITypeConverter<Place> {

        @Override
        public Place convert(String text) {
            if (!Address.isOne(text)) return of(new PathConverter().convert(text));
            try {
                return new Place(null, Address.of(text));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage().replaceAll("[.]$", ""));
            }
        }
    }
}
