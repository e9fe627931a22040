package sc.fiji.imagetomask.ome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sc.fiji.imagetomask.zarr.V3Layout;
import sc.fiji.imagetomask.zarr.store.Json;
import sc.fiji.imagetomask.zarr.store.JsonFile;
import sc.fiji.imagetomask.zarr.store.Problem;

/**
 * What a group of Zarr says of itself.
 *
 * @param root its folder
 * @param version that fits its version of Zarr
 * @param attributes all of them
 * @param ome those of OME-Zarr: since version 0.5 they are one object; before, and by writers that put version 0.4 into
 *     Zarr v3, they stand among the others
 */
record OmeMetadata(Path root, OmeVersion version, Json attributes, Json ome) {

    private static final String V2_ATTRIBUTES = ".zattrs";

    /**
     * Of that folder; null if it has none.
     *
     * @throws IOException naming the file, if it is not valid, or the folder is an array
     */
    static OmeMetadata read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) throw Problem.in(folder, "is not a folder");
        Path root = folder.toRealPath();
        Json group = JsonFile.read(root, root.resolve(V3Layout.FILE));
        if (group != null) {
            V3Layout.requireKind(group, "group");
            return of(root, OmeVersion.V0_5, group.objectOrEmpty("attributes"));
        }
        Json attributes = JsonFile.read(root, root.resolve(V2_ATTRIBUTES));
        return attributes == null ? null : of(root, OmeVersion.V0_4, attributes);
    }

    private static OmeMetadata of(Path root, OmeVersion version, Json attributes) throws IOException {
        return new OmeMetadata(
                root, version, attributes, attributes.has("ome") ? attributes.object("ome") : attributes);
    }

    /** Whether the group is an image. */
    boolean isOfImage() {
        return ome.has("multiscales");
    }
}
