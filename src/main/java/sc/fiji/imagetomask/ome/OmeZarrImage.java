package sc.fiji.imagetomask.ome;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import sc.fiji.imagetomask.files.Sentence;
import sc.fiji.imagetomask.zarr.store.FolderStore;
import sc.fiji.imagetomask.zarr.store.Problem;
import sc.fiji.imagetomask.zarr.store.Store;

/**
 * An OME-Zarr image in a store, such as a folder: one picture with up to five axes, in several resolutions. Only metadata is read at
 * first; the arrays of the levels have the values.
 *
 * <pre>{@code
 * OmeZarrImage image = OmeZarrImage.open(Path.of("picture.ome.zarr"));
 * ZarrArray full = image.levels().get(0).array();
 * byte[] corner = (byte[]) full.readBlock(new long[full.rank()], full.chunkSize(new long[full.rank()]));
 * }</pre>
 *
 * @param store where it is
 * @param folder of the image in the store, such as {@code A/1/0}; empty if the store is the image
 * @param version of OME-Zarr
 * @param name of the image; empty if it has none
 * @param axes in the order of the arrays' dimensions
 * @param levels the largest first; at least one
 * @param channels how they are meant to be shown; empty if nothing says so
 * @param attributes of the group: texts, numbers, true, false, null, and lists and maps of them
 */
public record OmeZarrImage(
        Store store,
        String folder,
        OmeVersion version,
        String name,
        List<Axis> axes,
        List<OmeLevel> levels,
        List<OmeChannel> channels,
        Map<String, Object> attributes) {

    /**
     * The image in that folder; where the folder only holds one other that is an image, as bioformats2raw writes a file of
     * one series, that one.
     *
     * @throws IOException one sentence that names the file, if there is no image, its writing did not finish, or its
     *     metadata is not supported
     */
    public static OmeZarrImage open(Path folder) throws IOException {
        return open(new FolderStore(folder));
    }

    /** The same in any store. */
    public static OmeZarrImage open(Store store) throws IOException {
        OmeZarrImage image = at(store);
        if (image != null) return image;
        String inside = InnerImages.theOneIn(store);
        return at(store.inside(inside)).inside(store, inside);
    }

    /**
     * The image of a store that holds several, such as the fields of a plate.
     *
     * @param field its folder; empty: the image that the store is, or the only one in it
     * @throws IllegalArgumentException with one sentence that names those that are there, if there is no such field
     */
    public static OmeZarrImage open(Store store, String field) throws IOException {
        return field.isEmpty() ? open(store) : OmeFields.image(store, field).inside(store, field);
    }

    /** The mask for a field: of several images that of the same name; one image is the mask for all fields. */
    public static OmeZarrImage ofMask(Store store, String field) throws IOException {
        return open(store, OmeFields.of(store) == null ? "" : field);
    }

    /** Whether there is a whole image at exactly the root of that store. */
    public static boolean isComplete(Store store) throws IOException {
        return !Unfinished.isIn(store) && OmeMetadata.isOfImage(store);
    }

    static void requireComplete(Store store) throws IOException {
        if (Unfinished.isIn(store))
            throw Problem.in(store.name(""), "is not complete, because writing it was stopped; make it again");
    }

    /** The image at exactly the root of that store, or null if there is none. */
    static OmeZarrImage at(Store store) throws IOException {
        OmeMetadata.expect(store);
        requireComplete(store);
        OmeMetadata metadata = OmeMetadata.read(store);
        return metadata != null && metadata.isOfImage() ? Multiscales.read(metadata) : null;
    }

    /** The same as the image of another store, in which it is a folder. */
    private OmeZarrImage inside(Store outer, String path) {
        List<OmeLevel> inside = levels.stream()
                .map(level ->
                        new OmeLevel(path + "/" + level.path(), level.array(), level.scale(), level.translation()))
                .toList();
        return new OmeZarrImage(outer, path, version, name, axes, inside, channels, attributes);
    }

    /** What messages call it. */
    String place() {
        return store.name(folder);
    }

    /** Which dimension of the arrays that axis is, or -1. */
    public int dimension(String axis) {
        return axes.stream().map(Axis::name).toList().indexOf(axis);
    }

    /**
     * One level.
     *
     * @throws IllegalArgumentException if there is none of that number
     */
    public OmeLevel level(int number) {
        if (number < 0 || number >= levels.size())
            throw new IllegalArgumentException(Sentence.outside("level", number, 0, levels.size() - 1, place()));
        return levels.get(number);
    }
}
