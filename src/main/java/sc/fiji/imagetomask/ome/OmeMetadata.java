package sc.fiji.imagetomask.ome;

import java.io.IOException;
import java.util.List;
import sc.fiji.imagetomask.zarr.V3Layout;
import sc.fiji.imagetomask.zarr.store.Json;
import sc.fiji.imagetomask.zarr.store.JsonFile;
import sc.fiji.imagetomask.zarr.store.Problem;
import sc.fiji.imagetomask.zarr.store.Store;

/**
 * What a group of Zarr says of itself.
 *
 * @param store of which it is the root
 * @param version that fits its version of Zarr
 * @param attributes all of them
 * @param ome those of OME-Zarr: since version 0.5 they are one object; before, and by writers that put version 0.4 into
 *     Zarr v3, they stand among the others
 */
record OmeMetadata(Store store, OmeVersion version, Json attributes, Json ome) {

    private static final String V2_ATTRIBUTES = ".zattrs";

    /** Begins to look for what {@link #read} and {@link Unfinished#isIn} need, if the store takes long to answer. */
    static void expect(Store store) {
        store.expect(List.of(Unfinished.METADATA, V3Layout.FILE, V2_ATTRIBUTES));
    }

    /**
     * Of the root of that store; null if it has none.
     *
     * @throws IOException naming the file, if it is not valid, or the root is an array
     */
    static OmeMetadata read(Store store) throws IOException {
        if (!store.hasFolder("")) throw Problem.in(store.name(""), "is not a folder");
        Json group = JsonFile.read(store, V3Layout.FILE);
        if (group != null) {
            V3Layout.requireKind(group, "group");
            return of(store, OmeVersion.V0_5, group.objectOrEmpty("attributes"));
        }
        Json attributes = JsonFile.read(store, V2_ATTRIBUTES);
        return attributes == null ? null : of(store, OmeVersion.V0_4, attributes);
    }

    private static OmeMetadata of(Store store, OmeVersion version, Json attributes) throws IOException {
        return new OmeMetadata(
                store, version, attributes, attributes.has("ome") ? attributes.object("ome") : attributes);
    }

    static boolean isOfImage(Store store) throws IOException {
        OmeMetadata metadata = store.hasFolder("") ? read(store) : null;
        return metadata != null && metadata.isOfImage();
    }

    /** Whether the group is an image. */
    boolean isOfImage() {
        return ome.has("multiscales");
    }
}
