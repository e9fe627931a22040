package sc.fiji.imagetomask.ome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.imagetomask.zarr.V3Layout;
import sc.fiji.imagetomask.zarr.store.Json;
import sc.fiji.imagetomask.zarr.store.JsonFile;
import sc.fiji.imagetomask.zarr.store.Store;

/** The groups above the images of a plate, a well or series: which there are, and what they say in any version. */
final class FieldLayout {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** By their folders; the root is the first. */
    private final Map<String, ObjectNode> groups = new LinkedHashMap<>();

    static FieldLayout ofPlate(Json plate, List<String> wells) {
        FieldLayout layout = new FieldLayout();
        layout.groups.put("", NODES.objectNode().set("plate", complete(plate.node(), wells)));
        for (String well : wells) if (well.contains("/")) layout.groups.put(rowOf(well), NODES.objectNode());
        return layout;
    }

    static FieldLayout ofSeries(List<String> names) {
        FieldLayout layout = new FieldLayout();
        layout.groups.put("", NODES.objectNode().put(InnerImages.LAYOUT, 3));
        layout.groups.put(InnerImages.OF_ALL, NODES.objectNode().set("series", JsonFile.MAPPER.valueToTree(names)));
        return layout;
    }

    void addWell(String folder, Json well) {
        ObjectNode copy = well.node().deepCopy();
        copy.remove("version");
        groups.put(folder, NODES.objectNode().set("well", copy));
    }

    /** Before version 0.4 the wells of a plate do not say in which row and column they are. */
    private static ObjectNode complete(ObjectNode plate, List<String> wells) {
        ObjectNode copy = plate.deepCopy();
        copy.remove("version");
        List<String> rows =
                names(copy, "rows", wells.stream().map(FieldLayout::rowOf).toList());
        List<String> columns =
                names(copy, "columns", wells.stream().map(FieldLayout::columnOf).toList());
        for (JsonNode well : copy.withArray("wells")) {
            String path = well.path("path").asText();
            ObjectNode node = (ObjectNode) well;
            if (!well.has("rowIndex")) node.put("rowIndex", rows.indexOf(rowOf(path)));
            if (!well.has("columnIndex")) node.put("columnIndex", columns.indexOf(columnOf(path)));
        }
        return copy;
    }

    /** The names of the rows or columns; where they are missing, those of the wells are added. */
    private static List<String> names(ObjectNode plate, String key, List<String> ofWells) {
        List<String> names = new ArrayList<>();
        for (JsonNode one : plate.path(key)) names.add(one.path("name").asText());
        if (!names.isEmpty()) return names;
        ArrayNode list = plate.putArray(key);
        ofWells.stream().distinct().sorted().forEach(name -> {
            names.add(name);
            list.addObject().put("name", name);
        });
        return names;
    }

    private static String rowOf(String well) {
        return well.substring(0, Math.max(0, well.indexOf('/')));
    }

    private static String columnOf(String well) {
        return well.substring(well.indexOf('/') + 1);
    }

    /**
     * The metadata files of all groups, the root's last.
     *
     * @param record put into the root's
     */
    ObjectNode documents(OmeVersion version, Map<String, ?> record) {
        ObjectNode files = NODES.objectNode();
        List<String> folders = new ArrayList<>(groups.keySet());
        folders.remove("");
        folders.add("");
        for (String folder : folders) {
            ObjectNode says = groups.get(folder).deepCopy();
            ObjectNode attributes = NODES.objectNode();
            if (version == OmeVersion.V0_4) {
                for (JsonNode one : says)
                    if (one instanceof ObjectNode object) object.put("version", version.toString());
                attributes = says;
            } else if (!says.isEmpty()) {
                attributes.putObject("ome").put("version", version.toString()).setAll(says);
            }
            if (folder.isEmpty()) attributes.set(MaskImage.RECORD, JsonFile.MAPPER.valueToTree(record));
            add(files, folder, version, attributes);
        }
        return files;
    }

    private static void add(ObjectNode files, String folder, OmeVersion version, ObjectNode attributes) {
        if (version == OmeVersion.V0_4) {
            files.putObject(Store.key(folder, ".zgroup")).put("zarr_format", 2);
            if (!attributes.isEmpty()) files.set(Store.key(folder, ".zattrs"), attributes);
        } else {
            files.putObject(Store.key(folder, V3Layout.FILE))
                    .put("zarr_format", 3)
                    .put("node_type", "group")
                    .set("attributes", attributes);
        }
    }
}
