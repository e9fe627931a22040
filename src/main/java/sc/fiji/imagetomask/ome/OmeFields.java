package sc.fiji.imagetomask.ome;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import sc.fiji.imagetomask.zarr.Threads;
import sc.fiji.imagetomask.zarr.store.Json;
import sc.fiji.imagetomask.zarr.store.Store;

/**
 * The images in a folder that says which images it holds: the fields of a plate or of one of its wells, or the series that
 * bioformats2raw wrote.
 *
 * @param store where they are
 * @param version of OME-Zarr that the folder has
 * @param isPlate whether they are fields of a plate or a well
 * @param names the folder of each image in the store, such as {@code A/1/0}; at least one
 * @param layout what the groups above the images say, to be written for images in the same places
 */
public record OmeFields(Store store, OmeVersion version, boolean isPlate, List<String> names, FieldLayout layout) {

    private static final int NAMED = 8;

    /**
     * The images in that store; null if it is an image itself, or does not say which images it holds.
     *
     * @throws IOException with one sentence, if it says so, but that cannot be read
     */
    public static OmeFields of(Store store) throws IOException {
        OmeMetadata.expect(store);
        OmeMetadata root = OmeMetadata.read(store);
        if (root == null || root.isOfImage()) return null;
        OmeFields fields = root.ome().has("plate") ? ofPlate(root) : null;
        if (fields == null && root.ome().has("well")) fields = ofWell(root);
        if (fields == null && root.ome().has(InnerImages.LAYOUT)) fields = ofSeries(root);
        return fields == null || fields.names.isEmpty() ? null : fields;
    }

    private static OmeFields ofPlate(OmeMetadata root) throws IOException {
        Json plate = root.ome().object("plate");
        List<String> wells = paths(plate, "wells");
        Map<String, Json> found = new ConcurrentHashMap<>();
        Threads.forEachIn(root.store(), wells, well -> found.put(well, well(root.store(), plate, well)));
        List<String> names = new ArrayList<>();
        FieldLayout layout = FieldLayout.ofPlate(plate, wells);
        for (String well : wells) {
            for (String image : paths(found.get(well), "images")) names.add(Store.key(well, image));
            layout.addWell(well, found.get(well));
        }
        return new OmeFields(root.store(), root.version(), true, List.copyOf(names), layout);
    }

    private static Json well(Store store, Json plate, String path) throws IOException {
        OmeMetadata metadata = store.hasFolder(path) ? OmeMetadata.read(store.inside(path)) : null;
        if (metadata == null) throw plate.problem("names the well '" + path + "', which is not there");
        return metadata.ome().object("well");
    }

    private static OmeFields ofWell(OmeMetadata root) throws IOException {
        Json well = root.ome().object("well");
        FieldLayout layout = new FieldLayout();
        layout.addWell("", well);
        return new OmeFields(root.store(), root.version(), true, paths(well, "images"), layout);
    }

    private static OmeFields ofSeries(OmeMetadata root) throws IOException {
        List<String> names = InnerImages.series(root.store());
        return new OmeFields(root.store(), root.version(), false, names, FieldLayout.ofSeries(names));
    }

    /** The folders that a list of objects names. */
    private static List<String> paths(Json json, String key) throws IOException {
        List<String> paths = new ArrayList<>();
        for (Json one : json.objects(key)) paths.add(Multiscales.plain(one));
        return List.copyOf(paths);
    }

    /** The first of them, for a sentence. */
    private String shortened() {
        int named = Math.min(NAMED, names.size());
        String rest = names.size() == named ? "" : " and " + (names.size() - named) + " more";
        return String.join(", ", names.subList(0, named)) + rest;
    }

    /**
     * The image in that folder of a store.
     *
     * @throws IllegalArgumentException with one sentence that names those that are there, if there is none
     */
    static OmeZarrImage image(Store store, String field) throws IOException {
        String start = "field is '" + field + "', but ";
        OmeMetadata root = OmeMetadata.read(store);
        if (root != null && root.isOfImage())
            throw new IllegalArgumentException(start + "'" + store.name("") + "' is one image without fields.");
        if (Multiscales.isPlain(field) && store.hasFolder(field)) {
            OmeZarrImage image = OmeZarrImage.at(store.inside(field));
            if (image != null) return image;
        }
        OmeZarrImage.requireComplete(store);
        OmeFields fields = of(store);
        if (fields == null)
            throw new IllegalArgumentException(
                    start + "'" + store.name("") + "' has no image in a folder of that name.");
        throw new IllegalArgumentException(start + (fields.names.size() == 1 ? "must be " : "must be one of ")
                + fields.shortened() + " in '" + store.name("") + "'" + ofWell(store, field) + ".");
    }

    /** How all fields of a well are chosen, if that is the name of one. */
    private static String ofWell(Store store, String field) throws IOException {
        if (!Multiscales.isPlain(field) || !store.hasFolder(field)) return "";
        OmeMetadata inside = OmeMetadata.read(store.inside(field));
        if (inside == null || !inside.ome().has("well")) return "";
        return "; for all fields of this well, INPUT must be '" + store.name(field) + "'";
    }
}
