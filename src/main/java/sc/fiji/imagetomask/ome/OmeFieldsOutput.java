package sc.fiji.imagetomask.ome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import sc.fiji.imagetomask.zarr.store.Json;
import sc.fiji.imagetomask.zarr.store.JsonFile;
import sc.fiji.imagetomask.zarr.store.Problem;
import sc.fiji.imagetomask.zarr.store.WritableStore;

/**
 * A plate, a well or series of masks that are being written, in the layout of others. Until {@link #finish} it says that it
 * is not complete; then the metadata of its groups are written. The images in it are written by {@link OmeZarrOutput}.
 */
public final class OmeFieldsOutput {

    private final WritableStore store;
    private final ObjectNode documents;
    private final boolean isComplete;

    private OmeFieldsOutput(WritableStore store, ObjectNode documents, boolean isComplete) {
        this.store = store;
        this.documents = documents;
        this.isComplete = isComplete;
    }

    /**
     * Starts one, or continues one.
     *
     * @param fields whose layout it has
     * @param version null: theirs
     * @param continues whether one of the same layout that is there is continued, or is left if it is complete
     * @param replaces whether one that is there is deleted
     * @throws IOException one sentence, if there is something in that store that is kept
     */
    public static OmeFieldsOutput create(
            WritableStore store, OmeFields fields, OmeVersion version, boolean continues, boolean replaces)
            throws IOException {
        ObjectNode documents = fields.layout()
                .documents(
                        version == null ? fields.version() : version,
                        Map.of("input", fields.store().lastName()));
        Unfinished unfinished = new Unfinished(store);
        Json begun = unfinished.read();
        boolean isThere = begun != null || !isEmpty(store);
        if (isThere && !replaces) {
            if (!continues) throw Problem.in(store.name(""), "exists already");
            JsonNode there = begun == null ? complete(store, documents) : begun.node();
            if (!JsonFile.MAPPER.readTree(JsonFile.bytes(documents)).equals(there))
                throw Problem.in(
                        store.name(""),
                        "exists already, but was made from another picture or with other settings;"
                                + " choose another OUTPUT, or use --force to replace it");
            return new OmeFieldsOutput(store, documents, begun == null);
        }
        if (isThere && begun == null && !isOurs(store))
            throw Problem.in(
                    store.name(""), "is not replaced, because it is not a mask that was written by Image To Mask");
        unfinished.begin(ByteBuffer.wrap(JsonFile.bytes(documents)));
        if (isThere) unfinished.clear();
        return new OmeFieldsOutput(store, documents, false);
    }

    private static boolean isEmpty(WritableStore store) throws IOException {
        try (Stream<String> names = store.list("")) {
            return names.findAny().isEmpty();
        }
    }

    /** A mask image, or fields of masks. */
    private static boolean isOurs(WritableStore store) throws IOException {
        OmeMetadata root = OmeMetadata.read(store);
        return root != null && root.attributes().has(MaskImage.RECORD);
    }

    /** The metadata that are there of those that would be written. */
    private static ObjectNode complete(WritableStore store, ObjectNode documents) throws IOException {
        ObjectNode there = JsonFile.MAPPER.createObjectNode();
        for (Iterator<String> names = documents.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            Json json = JsonFile.read(store, name);
            if (json != null) there.set(name, json.node());
        }
        return there;
    }

    /** Where the image of that name is written. */
    public WritableStore field(String name) throws IOException {
        return store.inside(name);
    }

    /** Whether all was written before, so that there is nothing to finish. */
    public boolean isComplete() {
        return isComplete;
    }

    /** Writes the metadata of the groups: now all is complete. */
    public void finish() throws IOException {
        if (isComplete) return;
        Iterator<Map.Entry<String, JsonNode>> files = documents.fields();
        while (files.hasNext()) {
            Map.Entry<String, JsonNode> file = files.next();
            store.write(file.getKey(), ByteBuffer.wrap(JsonFile.bytes(file.getValue())));
        }
        new Unfinished(store).end();
    }
}
