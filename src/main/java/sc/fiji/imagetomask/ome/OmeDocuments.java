package sc.fiji.imagetomask.ome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.V2Layout;
import sc.fiji.imagetomask.zarr.V3Layout;
import sc.fiji.imagetomask.zarr.store.JsonFile;

/** The metadata files of an OME-Zarr image, by their names; in the order in which they are written, the group's last. */
final class OmeDocuments {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final OmeZarrSpec spec;

    private OmeDocuments(OmeZarrSpec spec) {
        this.spec = spec;
    }

    static ObjectNode of(OmeZarrSpec spec) {
        OmeDocuments documents = new OmeDocuments(spec);
        ObjectNode files = NODES.objectNode();
        boolean v2 = spec.version() == OmeVersion.V0_4;
        for (int level = 0; level < spec.levels(); level++)
            files.set(
                    level + "/" + (v2 ? V2Layout.FILE : V3Layout.FILE),
                    v2 ? documents.v2Array(level) : documents.v3Array(level));
        if (v2) {
            files.putObject(".zgroup").put("zarr_format", 2);
            files.set(".zattrs", documents.v2Attributes());
        } else {
            files.set(V3Layout.FILE, documents.v3Group());
        }
        return files;
    }

    /** Along which dimensions each resolution is half as large as the one before. */
    static boolean[] halved(ObjectNode files) {
        JsonNode axes = files.findValue("axes");
        boolean[] halved = new boolean[axes.size()];
        for (int d = 0; d < halved.length; d++)
            halved[d] = Axis.of(axes.get(d).path("name").textValue()).isHalved();
        return halved;
    }

    private ObjectNode v2Array(int level) {
        DataType type = spec.type();
        ObjectNode array = NODES.objectNode();
        array.put("zarr_format", 2);
        array.set("shape", JsonFile.MAPPER.valueToTree(spec.shape(level)));
        array.set("chunks", JsonFile.MAPPER.valueToTree(spec.chunk()));
        array.put("dtype", (type.bytes() == 1 ? "|" : "<") + type.code());
        array.set("compressor", spec.compression().v2());
        array.set("fill_value", fill(type));
        array.put("order", "C").putNull("filters");
        return array.put("dimension_separator", spec.separator());
    }

    private ObjectNode v3Array(int level) {
        ObjectNode array = NODES.objectNode();
        array.put("zarr_format", 3).put("node_type", "array");
        array.set("shape", JsonFile.MAPPER.valueToTree(spec.shape(level)));
        array.put("data_type", spec.type().v3Name());
        named(array.putObject("chunk_grid"), "regular").set("chunk_shape", JsonFile.MAPPER.valueToTree(spec.chunk()));
        named(array.putObject("chunk_key_encoding"), "default").put("separator", spec.separator());
        array.set("fill_value", fill(spec.type()));
        ArrayNode codecs = array.putArray("codecs");
        named(codecs.addObject(), "bytes").put("endian", "little");
        spec.compression().addV3(codecs, spec.type());
        ArrayNode names = array.putArray("dimension_names");
        spec.axes().forEach(axis -> names.add(axis.name()));
        array.putObject("attributes");
        return array;
    }

    private static JsonNode fill(DataType type) {
        return type == DataType.BOOL ? NODES.booleanNode(false) : NODES.numberNode(0);
    }

    private static ObjectNode named(ObjectNode object, String name) {
        return object.put("name", name).putObject("configuration");
    }

    private ObjectNode v2Attributes() {
        ObjectNode attributes = NODES.objectNode();
        multiscales(attributes).put("version", spec.version().toString());
        return record(attributes);
    }

    private ObjectNode v3Group() {
        ObjectNode group = NODES.objectNode();
        group.put("zarr_format", 3).put("node_type", "group");
        ObjectNode attributes = group.putObject("attributes");
        multiscales(attributes.putObject("ome").put("version", spec.version().toString()));
        record(attributes);
        return group;
    }

    private ObjectNode record(ObjectNode attributes) {
        return attributes.set(MaskImage.RECORD, JsonFile.MAPPER.valueToTree(spec.attributes()));
    }

    private ObjectNode multiscales(ObjectNode ome) {
        ObjectNode image = ome.putArray("multiscales").addObject();
        image.put("name", spec.name()).put("type", "mean");
        ArrayNode axes = image.putArray("axes");
        for (Axis axis : spec.axes()) {
            ObjectNode node = axes.addObject().put("name", axis.name()).put("type", axis.type());
            if (axis.unit() != null) node.put("unit", axis.unit());
        }
        ArrayNode datasets = image.putArray("datasets");
        for (int level = 0; level < spec.levels(); level++) {
            ObjectNode dataset = datasets.addObject().put("path", Integer.toString(level));
            ArrayNode transformations = dataset.putArray("coordinateTransformations");
            transformation(transformations, "scale", spec.scale(level));
            transformation(transformations, "translation", spec.translation(level));
        }
        omero(ome.putObject("omero"));
        return image;
    }

    private static void transformation(ArrayNode transformations, String type, List<Double> values) {
        transformations.addObject().put("type", type).set(type, JsonFile.MAPPER.valueToTree(values));
    }

    private void omero(ObjectNode omero) {
        OmeChannel channel = spec.channel();
        ObjectNode node = omero.putArray("channels").addObject();
        node.put("label", channel.label()).put("color", channel.color()).put("active", true);
        node.putObject("window")
                .put("min", channel.min())
                .put("max", channel.max())
                .put("start", channel.min())
                .put("end", channel.max());
        omero.putObject("rdefs").put("model", "greyscale").put("defaultT", 0).put("defaultZ", 0);
    }
}
