package sc.fiji.imagetomask.ome;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.V2Layout;
import sc.fiji.imagetomask.zarr.V3Layout;
import sc.fiji.imagetomask.zarr.ZarrArray;
import sc.fiji.imagetomask.zarr.store.Json;
import sc.fiji.imagetomask.zarr.store.Store;

/** The {@code multiscales} of OME-Zarr metadata; of several, the first. */
final class Multiscales {

    private static final int MAX_LEVELS = 64;

    private static final String EARLY_AXES = "tczyx";
    private static final String AXES =
            "one object for each axis, with a name of " + Axis.NAMES + ", y and x among them";

    private Multiscales() {}

    static OmeZarrImage read(OmeMetadata metadata) throws IOException {
        Store store = metadata.store();
        Json ome = metadata.ome();
        List<Json> multiscales = ome.objects("multiscales");
        if (multiscales.isEmpty()) throw ome.wrong("multiscales", "at least one image");
        Json image = multiscales.get(0);
        Json versioned = ome.has("version") ? ome : image;
        if (versioned.has("version")
                && !OmeVersion.isRead(versioned.get("version").asText()))
            throw versioned.wrong("version", OmeVersion.READ);
        List<Axis> axes = image.has("axes") ? axes(image) : axesOfEarlyVersions(store, image);
        return new OmeZarrImage(
                store,
                "",
                metadata.version(),
                image.node().path("name").asText(""),
                axes,
                levels(store, image, axes),
                OmeChannel.parse(ome.node().path("omero")),
                metadata.attributes().values());
    }

    /** Version 0.3 tells only the names of the axes. */
    private static List<Axis> axes(Json image) throws IOException {
        List<Axis> axes = new ArrayList<>();
        for (Json axis : image.allNamed("axes")) {
            try {
                JsonNode unit = axis.node().path("unit");
                axes.add(new Axis(name(axis), unit.isTextual() && !unit.asText().isEmpty() ? unit.asText() : null));
            } catch (IllegalArgumentException e) {
                throw image.wrong("axes", AXES);
            }
        }
        if (!Axis.makeAnImage(axes)) throw image.wrong("axes", AXES);
        return List.copyOf(axes);
    }

    /** The axes of time and of channels may have any name, as their type says what they are. */
    private static String name(Json axis) throws IOException {
        return switch (axis.node().path("type").asText()) {
            case "time" -> "t";
            case "channel" -> "c";
            default -> axis.text("name").toLowerCase(Locale.ROOT);
        };
    }

    /** Before version 0.3 all images have the axes t, c, z, y, x; one of two dimensions can only have y, x. */
    private static List<Axis> axesOfEarlyVersions(Store store, Json image) throws IOException {
        List<Json> datasets = image.objects("datasets");
        if (datasets.isEmpty()) return List.of();
        int rank = ZarrArray.open(store, folder(store, datasets.get(0))).rank();
        if (rank != EARLY_AXES.length() && rank != 2) throw image.wrong("axes", AXES);
        return Axis.all(EARLY_AXES.substring(EARLY_AXES.length() - rank));
    }

    /** Whether a name leads to a folder inside. */
    static boolean isPlain(String name) {
        return !name.contains("\\")
                && !name.contains(":")
                && Stream.of(name.split("/", -1))
                        .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    }

    /** The path that an object has, which must lead to a folder inside. */
    static String plain(Json object) throws IOException {
        String name = object.text("path");
        if (isPlain(name)) return name;
        throw object.problem("names the folder '" + name + "', but must name one inside the image");
    }

    /** A name with {@code /} between the names of folders, which leads to a folder of the image. */
    private static String folder(Store store, Json dataset) throws IOException {
        String name = plain(dataset);
        if (store.hasFolder(name)) return name;
        throw dataset.problem(
                store.exists(name)
                        ? "names '" + name + "', which is not a folder"
                        : "names the folder '" + name + "', which is not there");
    }

    private static List<OmeLevel> levels(Store store, Json image, List<Axis> axes) throws IOException {
        List<Json> datasets = image.objects("datasets");
        if (datasets.isEmpty() || datasets.size() > MAX_LEVELS)
            throw image.wrong("datasets", "1.." + MAX_LEVELS + " resolutions");
        CoordinateTransformation all =
                CoordinateTransformation.none(axes.size()).then(image);
        List<String> metadata = new ArrayList<>();
        for (Json dataset : datasets) {
            String path = dataset.node().path("path").asText();
            if (isPlain(path)) metadata.addAll(List.of(Store.key(path, V3Layout.FILE), Store.key(path, V2Layout.FILE)));
        }
        store.expect(metadata);
        List<OmeLevel> levels = new ArrayList<>();
        for (Json dataset : datasets) {
            String path = dataset.text("path");
            ZarrArray array = ZarrArray.open(store, folder(store, dataset));
            if (array.rank() != axes.size())
                throw image.problem(
                        "has " + axes.size() + " axes, but '" + path + "' has " + array.rank() + " dimensions");
            requireSameType(image, levels, array, path);
            CoordinateTransformation placement =
                    CoordinateTransformation.none(axes.size()).then(dataset).then(all);
            levels.add(new OmeLevel(path, array, placement.scale(), placement.translation()));
        }
        return List.copyOf(levels);
    }

    private static void requireSameType(Json image, List<OmeLevel> levels, ZarrArray array, String path)
            throws IOException {
        if (levels.isEmpty()) return;
        DataType first = levels.get(0).array().dataType();
        if (array.dataType() != first)
            throw image.problem("has resolutions of different types: " + first.v3Name() + ", and "
                    + array.dataType().v3Name() + " in '" + path + "'");
    }
}
