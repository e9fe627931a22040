package sc.fiji.imagetomask.ome;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.ZarrArray;
import sc.fiji.imagetomask.zarr.store.Json;
import sc.fiji.imagetomask.zarr.store.StoredFile;

/** The {@code multiscales} of OME-Zarr metadata; of several, the first. */
final class Multiscales {

    private static final int MAX_LEVELS = 64;

    private Multiscales() {}

    static OmeZarrImage read(Path root, OmeVersion version, Json ome, Json attributes) throws IOException {
        if (!ome.has("multiscales")) throw ome.problem(withoutImage(ome));
        List<Json> multiscales = ome.objects("multiscales");
        if (multiscales.isEmpty()) throw ome.wrong("multiscales", "at least one image");
        Json image = multiscales.get(0);
        Json versioned = version == OmeVersion.V0_5 ? ome : image;
        if (!version.includes(versioned.text("version", version.toString())))
            throw versioned.wrong("version", version.toString());
        List<Axis> axes = axes(image);
        return new OmeZarrImage(
                root,
                version,
                image.text("name", ""),
                axes,
                levels(root, image, axes),
                OmeChannel.parse(ome.node().path("omero")),
                attributes.values());
    }

    private static String withoutImage(Json ome) {
        if (ome.has("bioformats2raw.layout"))
            return "describes a collection, but must describe one image, such as the folder 0 in it";
        if (ome.has("plate") || ome.has("well")) return "describes a plate, but must describe one image in it";
        return "does not describe an OME-Zarr image";
    }

    private static List<Axis> axes(Json image) throws IOException {
        String must = "one object for each axis, with a name of " + Axis.NAMES + ", y and x among them";
        List<Axis> axes = new ArrayList<>();
        for (Json axis : image.objects("axes")) {
            try {
                axes.add(new Axis(axis.text("name"), axis.text("unit", null)));
            } catch (IllegalArgumentException e) {
                throw image.wrong("axes", must);
            }
        }
        if (!Axis.makeAnImage(axes)) throw image.wrong("axes", must);
        return List.copyOf(axes);
    }

    private static List<OmeLevel> levels(Path root, Json image, List<Axis> axes) throws IOException {
        List<Json> datasets = image.objects("datasets");
        if (datasets.isEmpty() || datasets.size() > MAX_LEVELS)
            throw image.wrong("datasets", "1.." + MAX_LEVELS + " resolutions");
        CoordinateTransformation all =
                CoordinateTransformation.none(axes.size()).then(image);
        List<OmeLevel> levels = new ArrayList<>();
        for (Json dataset : datasets) {
            String path = dataset.text("path");
            ZarrArray array = ZarrArray.open(root, StoredFile.folder(root, path, dataset.file()));
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
