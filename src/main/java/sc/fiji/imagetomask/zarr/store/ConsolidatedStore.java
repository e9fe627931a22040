package sc.fiji.imagetomask.zarr.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * A store that takes metadata from where they are all together, if they are: {@code .zmetadata} of Zarr v2, or the
 * {@code consolidated_metadata} of Zarr v3. So few requests are needed.
 */
final class ConsolidatedStore implements Store {

    private static final String V3 = "zarr.json";
    private static final String V2_TOGETHER = ".zmetadata";
    private static final String V2_GROUP = ".zgroup";

    private final Store store;
    private final Expected expected = new Expected();
    private Map<String, byte[]> documents;
    private boolean isV2;
    private boolean isInV3;

    ConsolidatedStore(Store store) {
        this.store = store;
    }

    static boolean isMetadata(String key) {
        String name = key.substring(key.lastIndexOf('/') + 1);
        return name.equals(V3) || name.startsWith(".z");
    }

    @Override
    public synchronized void expect(List<String> keys) {
        keys.stream().filter(key -> !isKnown(key)).forEach(this::begin);
        if (documents == null && !isInV3) begin(V2_TOGETHER);
    }

    /** Whether it needs no request, or is not expected to be there. */
    private boolean isKnown(String key) {
        if (!isMetadata(key)) return false;
        boolean isOfV3 = key.endsWith(V3);
        if (documents == null) return isInV3 && !isOfV3;
        return documents.containsKey(key) || key.equals(V3) || (isOfV3 ? isV2 : documents.containsKey(V3));
    }

    private void begin(String key) {
        expected.begin(key, () -> isMetadata(key) ? store.read(key, JsonFile.MAX_BYTES, byte[]::new) : there(key));
    }

    private ByteBuffer there(String key) throws IOException {
        return store.exists(key) ? ByteBuffer.allocate(0) : null;
    }

    private ByteBuffer bytes(String key, long maxBytes) throws IOException {
        return expected.get(key, () -> store.read(key, maxBytes, byte[]::new));
    }

    @Override
    public ByteBuffer read(String key, long maxBytes, IntFunction<byte[]> arrays) throws IOException {
        if (!isMetadata(key)) return store.read(key, maxBytes, arrays);
        byte[] document = documents(maxBytes).get(key);
        if (document != null) return ByteBuffer.wrap(document);
        boolean isKnown = key.equals(V3) || isV2 && key.endsWith("/" + V3);
        return isKnown ? null : bytes(key, maxBytes);
    }

    private synchronized Map<String, byte[]> documents(long maxBytes) throws IOException {
        if (documents != null) return documents;
        Map<String, byte[]> found = new HashMap<>();
        ByteBuffer root = bytes(V3, maxBytes);
        if (root != null) {
            Json json = JsonFile.parse(root, store.name(V3));
            add(found, json.objectOrEmpty("consolidated_metadata"), "/" + V3);
            found.put(V3, JsonFile.bytes(json.node()));
        } else {
            ByteBuffer together = bytes(V2_TOGETHER, maxBytes);
            isV2 = together != null;
            if (isV2) add(found, JsonFile.parse(together, store.name(V2_TOGETHER)), "");
        }
        documents = found;
        expected.forget(V3);
        expected.forget(V2_TOGETHER);
        return found;
    }

    private static void add(Map<String, byte[]> found, Json together, String end) throws IOException {
        Iterator<Map.Entry<String, JsonNode>> all =
                together.objectOrEmpty("metadata").node().fields();
        while (all.hasNext()) {
            Map.Entry<String, JsonNode> one = all.next();
            if (one.getValue() instanceof ObjectNode) found.put(one.getKey() + end, JsonFile.bytes(one.getValue()));
        }
    }

    @Override
    public void requireUnchanged() throws IOException {
        store.requireUnchanged();
    }

    @Override
    public String name(String key) {
        return store.name(key);
    }

    @Override
    public String lastName() {
        return store.lastName();
    }

    @Override
    public Store inside(String folder) throws IOException {
        ConsolidatedStore inner = new ConsolidatedStore(store.inside(folder));
        inner.take(under(folder + "/"), isV2, isInV3());
        return inner;
    }

    /** What is known of a folder, by the keys in it; null if that is not enough. */
    private synchronized Map<String, byte[]> under(String start) {
        if (documents == null) return null;
        Map<String, byte[]> inside = new HashMap<>();
        documents.forEach((key, document) -> {
            if (key.startsWith(start)) inside.put(key.substring(start.length()), document);
        });
        return inside.containsKey(V3) || inside.containsKey(V2_GROUP) ? inside : null;
    }

    /** Whether this, or a store that it is in, has metadata of Zarr v3. */
    private synchronized boolean isInV3() {
        return isInV3 || documents != null && documents.containsKey(V3);
    }

    private synchronized void take(Map<String, byte[]> known, boolean areV2, boolean areInV3) {
        documents = known;
        isV2 = areV2;
        isInV3 = areInV3;
    }

    @Override
    public boolean hasFolder(String key) throws IOException {
        return store.hasFolder(key);
    }

    @Override
    public boolean exists(String key) throws IOException {
        return expected.get(key, () -> there(key)) != null;
    }

    @Override
    public boolean isFar() {
        return store.isFar();
    }

    @Override
    public boolean needsCommonPool() {
        return store.needsCommonPool();
    }

    @Override
    public boolean hasRefused() {
        return store.hasRefused();
    }

    @Override
    public boolean canList() {
        return store.canList();
    }

    @Override
    public Stream<String> list(String folder) throws IOException {
        return store.list(folder);
    }

    @Override
    public ByteBuffer readPart(String key, long from, int length, IntFunction<byte[]> arrays) throws IOException {
        return store.readPart(key, from, length, arrays);
    }

    @Override
    public Part readEdge(String key, boolean fromEnd, int length) throws IOException {
        return store.readEdge(key, fromEnd, length);
    }
}
