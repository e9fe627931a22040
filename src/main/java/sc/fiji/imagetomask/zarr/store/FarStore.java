package sc.fiji.imagetomask.zarr.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/**
 * A store behind a server that answers with the numbers of HTTP. What the server calls changed since it was read before is
 * an error.
 *
 * <p>Design decision: answer 404 says that an object is missing, 403 does not, except for metadata, which are looked for
 * under several names. Stores like S3 answer 403 both for what is missing and for what may not be read, as after a signed
 * address has expired, and pixels must not silently be taken as the fill value then.
 */
public abstract class FarStore implements Store {

    /**
     * What a server said.
     *
     * @param status 200, 206, or the number that says why there are no bytes
     * @param code a word of the server about that; null if there is none
     * @param bytes only if the status is 200 or 206
     * @param part the header {@code Content-Range}; null if there is none
     * @param version what the server calls the version of the object; null if it does not say so
     */
    public record Answer(int status, String code, ByteBuffer bytes, String part, String version) {}

    /** What a store and those inside know of what was read. */
    public static final class Seen {

        /** Of so many objects it is remembered which version was read. */
        private static final int REMEMBERED = 1 << 16;

        private final Map<String, String> versions = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                return size() > REMEMBERED;
            }
        };
        private volatile boolean hasRefused;

        /** What has that name, and what is in it, is changed by this program itself. */
        public void forget(String name) {
            synchronized (versions) {
                versions.keySet().removeIf(seen -> seen.equals(name) || seen.startsWith(name + "/"));
            }
        }

        private void requireUnchanged(String name, String version) throws IOException {
            if (version == null) return;
            String before;
            synchronized (versions) {
                before = versions.put(name, version);
            }
            if (before != null && !before.equals(version))
                throw Problem.in(name, "was changed while the image was read; start again");
        }
    }

    /** Of so many metadata files it is looked at the end whether they are the same. */
    private static final int MOST_METADATA = 16;

    private final Seen seen;
    private final Set<String> metadata = ConcurrentHashMap.newKeySet();

    protected FarStore(Seen seen) {
        this.seen = seen;
    }

    protected final Seen seen() {
        return seen;
    }

    /**
     * Asks for an object, whatever the answer is.
     *
     * @param range null for the whole object
     * @param most how many bytes the answer may have
     * @param arrays gives an array of at least that length
     */
    protected abstract Answer get(String key, ByteRange range, long most, IntFunction<byte[]> arrays)
            throws IOException;

    @Override
    public final boolean isFar() {
        return true;
    }

    @Override
    public final boolean hasRefused() {
        return seen.hasRefused;
    }

    @Override
    public final ByteBuffer read(String key, long maxBytes, IntFunction<byte[]> arrays) throws IOException {
        Answer answer = get(key, null, maxBytes, arrays);
        boolean isMetadata = ConsolidatedStore.isMetadata(key);
        boolean isRefused = isMetadata && answer.status() == 403;
        if (isRefused) seen.hasRefused = true;
        if (isRefused || isMissing(answer)) return null;
        requireStatus(answer, 200, key);
        seen.requireUnchanged(name(key), answer.version());
        if (isMetadata && metadata.size() < MOST_METADATA) metadata.add(key);
        return answer.bytes();
    }

    @Override
    public final ByteBuffer readPart(String key, long from, int length, IntFunction<byte[]> arrays) throws IOException {
        if (length == 0) return ByteBuffer.wrap(arrays.apply(0), 0, 0);
        Part part = part(key, new ByteRange(from, length), arrays);
        if (part != null && part.bytes().remaining() < length) throw Problem.in(name(key), "became shorter");
        return part == null ? null : part.bytes();
    }

    @Override
    public final Part readEdge(String key, boolean fromEnd, int length) throws IOException {
        return part(key, ByteRange.edge(fromEnd, length), byte[]::new);
    }

    private Part part(String key, ByteRange range, IntFunction<byte[]> arrays) throws IOException {
        Answer answer = get(key, range, range.length(), arrays);
        if (isMissing(answer)) return null;
        if (answer.status() == 200)
            throw Problem.in(name(key), "cannot be read: the server sends no parts of files, which this image needs");
        requireStatus(answer, 206, key);
        seen.requireUnchanged(name(key), answer.version());
        if (answer.part() == null)
            throw Problem.in(name(key), "cannot be read: the server does not say which part it sent");
        long size = range.sizeOf(answer.part(), answer.bytes().remaining());
        if (size < 0) throw Problem.in(name(key), "cannot be read: the server sent another part than was asked for");
        return new Part(answer.bytes(), size);
    }

    protected static boolean isMissing(Answer answer) {
        return answer.status() == 404 || answer.status() == 410;
    }

    private void requireStatus(Answer answer, int wanted, String key) throws IOException {
        if (answer.status() == wanted) return;
        throw Problem.in(name(key), answer.status() == 416 ? "became shorter" : "cannot be read: " + reason(answer));
    }

    /** Why there is no object in the answer, as the end of a sentence. */
    protected static String reason(Answer answer) {
        String number = answer.status() + (answer.code() == null ? "" : ", " + answer.code());
        return switch (answer.status()) {
            case 401 -> "the server asks for a user name and a password (" + number + ")";
            case 403 ->
                "the server refuses it (" + number + "), because it is not public, "
                        + (answer.code() == null
                                ? "the address has expired, or it is missing"
                                : "the credentials do not allow it, or it is missing");
            default -> "the server answered " + number;
        };
    }

    private ByteBuffer document(String key) throws IOException {
        return read(key, JsonFile.MAX_BYTES, byte[]::new);
    }

    @Override
    public void requireUnchanged() throws IOException {
        Expected all = new Expected();
        List<String> keys = List.copyOf(metadata);
        for (String key : keys) all.begin(key, () -> document(key));
        for (String key : keys)
            if (all.get(key, () -> document(key)) == null)
                throw Problem.in(name(key), "was deleted while the image was read");
    }
}
