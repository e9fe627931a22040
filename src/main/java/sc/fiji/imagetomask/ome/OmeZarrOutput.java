package sc.fiji.imagetomask.ome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import sc.fiji.imagetomask.memory.ArrayPool;
import sc.fiji.imagetomask.zarr.ArrayLayout;
import sc.fiji.imagetomask.zarr.Blocks;
import sc.fiji.imagetomask.zarr.Grid;
import sc.fiji.imagetomask.zarr.Threads;
import sc.fiji.imagetomask.zarr.V2Layout;
import sc.fiji.imagetomask.zarr.V3Layout;
import sc.fiji.imagetomask.zarr.ZarrArray;
import sc.fiji.imagetomask.zarr.store.FolderStore;
import sc.fiji.imagetomask.zarr.store.Json;
import sc.fiji.imagetomask.zarr.store.JsonFile;
import sc.fiji.imagetomask.zarr.store.Problem;
import sc.fiji.imagetomask.zarr.store.Store;
import sc.fiji.imagetomask.zarr.store.WritableStore;

/**
 * An OME-Zarr image that is being written, chunk by chunk, by any number of threads and processes. A chunk may be written
 * again: it is replaced in one step. Until {@link #finish} the store holds no metadata that a reader would take for an
 * image, and says that it is not complete.
 *
 * <pre>{@code
 * OmeZarrSpec spec = OmeZarrSpec.of(DataType.UINT8, Axis.all("yx"), List.of(3000L, 4000L));
 * OmeZarrOutput output = OmeZarrOutput.create(Path.of("mask.ome.zarr"), spec, false);
 * output.writeChunk(0, new long[] {2, 3}, new byte[952 * 928]); // the last one; and all the others
 * output.writeResolutions();
 * output.finish();
 * }</pre>
 */
public final class OmeZarrOutput {

    private final WritableStore store;
    private final ObjectNode documents;
    private final List<ZarrArray> levels;
    private final boolean[] halved;

    private OmeZarrOutput(WritableStore store, ObjectNode documents) throws IOException {
        this.store = store;
        this.documents = documents;
        levels = levels(store, documents);
        halved = OmeDocuments.halved(documents);
    }

    /**
     * Starts an image, or continues an unfinished one of the same kind. An unfinished one of another kind is deleted.
     *
     * @param replace whether a complete image that was written this way before is deleted
     * @throws IOException one sentence, if there is something else in that folder
     */
    public static OmeZarrOutput create(Path folder, OmeZarrSpec spec, boolean replace) throws IOException {
        return create(FolderStore.create(folder), spec, replace);
    }

    /** The same in any store. */
    public static OmeZarrOutput create(WritableStore store, OmeZarrSpec spec, boolean replace) throws IOException {
        ObjectNode documents = OmeDocuments.of(spec);
        Unfinished unfinished = new Unfinished(store);
        Json begun = unfinished.read();
        boolean isEmpty = begun == null && unfinished.isAlone();
        if (begun == null && !isEmpty)
            begun = unfinished.read(); // another writer of this image may have begun just now
        if (begun == null && !isEmpty) requireReplaceable(store, replace);
        OmeZarrOutput output = new OmeZarrOutput(store, documents);
        if (begun == null || !begun.node().equals(reread(documents))) {
            unfinished.begin(ByteBuffer.wrap(JsonFile.bytes(documents)));
            if (!isEmpty) unfinished.clear(); // in an empty one it could only delete what another writer has made since
        }
        return output;
    }

    /**
     * Continues an image that was started, in this or another process.
     *
     * @throws IOException one sentence, if none was started in that folder
     */
    public static OmeZarrOutput join(Path folder) throws IOException {
        return join(new FolderStore(folder));
    }

    /** The same in any store. */
    public static OmeZarrOutput join(WritableStore store) throws IOException {
        Json begun = new Unfinished(store).read();
        if (begun == null) throw Problem.in(store.name(""), "is not an image that is being written");
        return new OmeZarrOutput(store, begun.node());
    }

    /**
     * Whether there is an unfinished image in that folder that {@link #create} would delete, because it is of another
     * kind.
     *
     * @throws IOException one sentence, if the unfinished image cannot be read
     */
    public static boolean isBegunOtherwise(Path folder, OmeZarrSpec spec) throws IOException {
        return isBegunOtherwise(new FolderStore(folder), spec);
    }

    /** The same in any store. */
    public static boolean isBegunOtherwise(WritableStore store, OmeZarrSpec spec) throws IOException {
        Json begun = new Unfinished(store).read();
        return begun != null && !begun.node().equals(reread(OmeDocuments.of(spec)));
    }

    /** Whether the store has exactly this image, complete: another writer of the same may have finished it. */
    static boolean isFinished(Store store, OmeZarrSpec spec) throws IOException {
        if (Unfinished.isIn(store)) return false;
        Iterator<Map.Entry<String, JsonNode>> files =
                reread(OmeDocuments.of(spec)).fields();
        while (files.hasNext()) {
            Map.Entry<String, JsonNode> file = files.next();
            Json there = JsonFile.read(store, file.getKey());
            if (there == null || !there.node().equals(file.getValue())) return false;
        }
        return true;
    }

    /** Whether there is an unfinished image in that store. */
    public static boolean isBegun(Store store) throws IOException {
        return Unfinished.isIn(store);
    }

    /** Deletes an unfinished image, if there is one. */
    public static void discard(WritableStore store) throws IOException {
        if (!Unfinished.isIn(store)) return;
        Unfinished unfinished = new Unfinished(store);
        unfinished.clear();
        unfinished.end();
    }

    private static void requireReplaceable(WritableStore store, boolean replace) throws IOException {
        if (!replace) throw Problem.in(store.name(""), "exists already");
        if (MaskImage.recordIn(store) == null)
            throw Problem.in(
                    store.name(""), "is not replaced, because it is not an image that was written by Image To Mask");
    }

    private static JsonNode reread(ObjectNode documents) throws IOException {
        return JsonFile.MAPPER.readTree(JsonFile.bytes(documents));
    }

    private static List<ZarrArray> levels(WritableStore store, ObjectNode documents) throws IOException {
        List<ZarrArray> levels = new ArrayList<>();
        Iterator<Map.Entry<String, JsonNode>> files = documents.fields();
        while (files.hasNext()) {
            Map.Entry<String, JsonNode> file = files.next();
            String level = Integer.toString(levels.size());
            if (!file.getKey().startsWith(level + "/")) continue;
            Json json = new Json(store.name(file.getKey()), (ObjectNode) file.getValue());
            boolean v2 = file.getKey().equals(Store.key(level, V2Layout.FILE));
            ArrayLayout layout = v2 ? V2Layout.parse(json, store, level) : V3Layout.parse(json);
            levels.add(ZarrArray.of(store, level, layout));
        }
        return levels;
    }

    /** The arrays of the resolutions, the largest first; what is not written yet reads as 0. */
    public List<ZarrArray> levels() {
        return List.copyOf(levels);
    }

    /**
     * Writes a chunk.
     *
     * @param level which resolution, 0 being the largest
     * @param grid which chunk
     * @param values those of the chunk that are inside the array, see {@link ZarrArray#chunkSize}
     * @throws IllegalArgumentException if there is no such chunk, or it has another number of values
     */
    public void writeChunk(int level, long[] grid, Object values) throws IOException {
        ZarrArray array = levels.get(level);
        ArrayLayout layout = array.layout();
        int[] size = array.requireChunk(grid);
        if (layout.type().length(values) != Blocks.length(size))
            throw new IllegalArgumentException("The chunk has " + layout.type().length(values)
                    + " values, but must have " + Blocks.length(size) + ".");
        Object whole = whole(layout, size, values);
        ByteBuffer encoded = layout.codec().encode(whole, layout.chunk());
        store.write(layout.keys().of(array.folder(), grid), encoded);
        if (encoded.array() != values) ArrayPool.give(encoded.array());
        if (whole != values && whole != encoded.array()) ArrayPool.give(whole);
    }

    private static Object whole(ArrayLayout layout, int[] size, Object values) {
        if (Arrays.equals(size, layout.chunk())) return values;
        Object whole = layout.type().newArray(Blocks.length(layout.chunk()));
        int[] start = new int[size.length];
        Blocks.copy(values, size, start, whole, layout.chunk(), start, size);
        return whole;
    }

    /**
     * Writes a chunk of a smaller resolution: the means of 2 x 2 values of the one before.
     *
     * @param level 1 or more
     * @throws IOException one sentence, also if one of their chunks is not there
     */
    public void writeMeans(int level, long... grid) throws IOException {
        ZarrArray larger = levels.get(level - 1).requiringChunks();
        writeChunk(level, grid, new Means(larger, levels.get(level), halved).of(grid));
    }

    /** Writes all chunks of all smaller resolutions, those of one after those of the other, on ImgLib2's threads. */
    public void writeResolutions() throws IOException {
        for (int level = 1; level < levels.size(); level++) {
            int smaller = level;
            Threads.forEach(new Grid(levels.get(level).gridShape()), grid -> writeMeans(smaller, grid));
        }
    }

    /**
     * Writes the metadata: now the image is complete.
     *
     * @throws IOException one sentence, if a chunk was not written, or another image was begun in this place meanwhile
     */
    public void finish() throws IOException {
        requireMine();
        for (ZarrArray array : levels) requireAllChunks(array);
        Iterator<Map.Entry<String, JsonNode>> files = documents.fields();
        while (files.hasNext()) {
            Map.Entry<String, JsonNode> file = files.next();
            store.write(file.getKey(), ByteBuffer.wrap(JsonFile.bytes(file.getValue())));
        }
        new Unfinished(store).end();
    }

    /** Or the chunks may be those of both images. */
    private void requireMine() throws IOException {
        Json begun = new Unfinished(store).read();
        if (begun != null && begun.node().equals(reread(documents))) return;
        throw Problem.in(
                store.name(""),
                "was written, finished or deleted by another run meanwhile, so it may have parts of both; make it again");
    }

    /** The chunks of a folder are listed together, because a store may be far. */
    private void requireAllChunks(ZarrArray array) throws IOException {
        long[] grid = array.gridShape();
        int above = array.layout().keys().separator().equals("/") ? grid.length - 1 : 0;
        Iterable<long[]> folders = above == 0 ? List.of(new long[0]) : new Grid(Arrays.copyOf(grid, above));
        Grid inside = new Grid(Arrays.copyOfRange(grid, above, grid.length));
        Threads.forEachIn(store, folders, start -> {
            Set<String> names = null;
            for (long[] end : inside) {
                long[] chunk = LongStream.concat(Arrays.stream(start), Arrays.stream(end))
                        .toArray();
                String key = array.layout().keys().of(array.folder(), chunk);
                int name = key.lastIndexOf('/');
                if (names == null) names = names(key.substring(0, name));
                if (!names.contains(key.substring(name + 1)))
                    throw Problem.in(store.name(key), "was not written, so the image is not complete");
            }
        });
    }

    private Set<String> names(String folder) throws IOException {
        try (Stream<String> there = store.list(folder)) {
            return there.collect(Collectors.toSet());
        }
    }
}
