package sc.fiji.imagetomask.ome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import sc.fiji.imagetomask.files.Sentence;
import sc.fiji.imagetomask.zarr.store.Problem;

/**
 * An OME-Zarr image in a folder: one picture with up to five axes, in several resolutions. Only metadata is read at
 * first; the arrays of the levels have the values.
 *
 * <pre>{@code
 * OmeZarrImage image = OmeZarrImage.open(Path.of("picture.ome.zarr"));
 * ZarrArray full = image.levels().get(0).array();
 * byte[] corner = (byte[]) full.readBlock(new long[full.rank()], full.chunkSize(new long[full.rank()]));
 * }</pre>
 *
 * @param folder where it is
 * @param version of OME-Zarr
 * @param name of the image; empty if it has none
 * @param axes in the order of the arrays' dimensions
 * @param levels the largest first; at least one
 * @param channels how they are meant to be shown; empty if nothing says so
 * @param attributes of the group: texts, numbers, true, false, null, and lists and maps of them
 */
public record OmeZarrImage(
        Path folder,
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
        OmeZarrImage image = at(folder);
        if (image != null) return image;
        String inside = InnerImages.theOneIn(folder);
        return at(folder.resolve(inside)).inside(folder, inside);
    }

    /** The image in exactly that folder, or null if there is none. */
    static OmeZarrImage at(Path folder) throws IOException {
        if (Files.isDirectory(folder) && Unfinished.isIn(folder.toRealPath()))
            throw Problem.in(
                    folder, "is not complete: the writing of this image did not finish; it must be made again");
        OmeMetadata metadata = OmeMetadata.read(folder);
        return metadata != null && metadata.isOfImage() ? Multiscales.read(metadata) : null;
    }

    /** The same as the image of another folder, which holds it. */
    private OmeZarrImage inside(Path outer, String path) throws IOException {
        List<OmeLevel> inside = levels.stream()
                .map(level ->
                        new OmeLevel(path + "/" + level.path(), level.array(), level.scale(), level.translation()))
                .toList();
        return new OmeZarrImage(outer.toRealPath(), version, name, axes, inside, channels, attributes);
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
            throw new IllegalArgumentException(Sentence.outside("level", number, 0, levels.size() - 1, folder));
        return levels.get(number);
    }
}
