package sc.fiji.imagetomask.zarr.store;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * An address on the web under which the objects are, for reading. What the server calls changed since it was read before
 * is an error.
 *
 * <p>Design decision: answer 404 says that an object is missing, 403 does not, except for metadata, which are looked for
 * under several names. Stores like S3 answer 403 both for what is missing and for what may not be read, as after a signed
 * address has expired, and pixels must not silently be taken as the fill value then.
 */
public final class HttpStore implements Store {

    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");

    /** Of so many metadata files it is looked at the end whether they are the same. */
    private static final int MOST_METADATA = 16;

    /** Of so many objects it is remembered which version was read. */
    private static final int REMEMBERED = 1 << 16;

    private final Address address;
    private final HttpRequests requests;
    private final Map<String, String> versions;
    private final AtomicBoolean hasRefused;
    private final Set<String> metadata = ConcurrentHashMap.newKeySet();

    private HttpStore(Address address, HttpRequests requests, Map<String, String> versions, AtomicBoolean hasRefused) {
        this.address = address;
        this.requests = requests;
        this.versions = versions;
        this.hasRefused = hasRefused;
    }

    HttpStore(Address address, Patience patience) {
        this(address, new HttpRequests(patience), bounded(), new AtomicBoolean());
    }

    private static Map<String, String> bounded() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    /** The store at that address; nothing is asked for yet. */
    public static Store at(Address address) {
        return new ConsolidatedStore(new HttpStore(address, Patience.USUAL));
    }

    @Override
    public String name(String key) {
        return address.inside(key).toString();
    }

    @Override
    public String lastName() {
        return address.lastName();
    }

    @Override
    public Store inside(String folder) {
        return new HttpStore(address.inside(folder), requests, versions, hasRefused);
    }

    @Override
    public boolean hasFolder(String key) {
        return true;
    }

    @Override
    public boolean exists(String key) throws IOException {
        HttpRequests.Question head = new HttpRequests.Question("HEAD", null, false);
        return requests.ask(head, address.inside(key), 0, byte[]::new).statusCode() == 200;
    }

    @Override
    public boolean isFar() {
        return true;
    }

    @Override
    public boolean hasRefused() {
        return hasRefused.get();
    }

    @Override
    public boolean canList() {
        return false;
    }

    @Override
    public Stream<String> list(String folder) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ByteBuffer read(String key, long maxBytes, IntFunction<byte[]> arrays) throws IOException {
        boolean isMetadata = ConsolidatedStore.isMetadata(key);
        HttpResponse<ByteBuffer> answer =
                requests.ask(new HttpRequests.Question("GET", null, isMetadata), address.inside(key), maxBytes, arrays);
        boolean isRefused = isMetadata && answer.statusCode() == 403;
        if (isRefused) hasRefused.set(true);
        if (isRefused || isMissing(answer.statusCode())) return null;
        requireStatus(answer, 200, key);
        requireUnchanged(answer, key);
        if (isMetadata && metadata.size() < MOST_METADATA) metadata.add(key);
        Optional<String> encoding = answer.headers().firstValue("Content-Encoding");
        return encoding.isPresent() && encoding.get().equals("gzip")
                ? unzipped(answer.body(), maxBytes, key, arrays)
                : answer.body();
    }

    private ByteBuffer unzipped(ByteBuffer zipped, long maxBytes, String key, IntFunction<byte[]> arrays)
            throws IOException {
        try (GZIPInputStream bytes =
                new GZIPInputStream(new ByteArrayInputStream(zipped.array(), 0, zipped.remaining()))) {
            byte[] all = bytes.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, maxBytes + 1));
            if (all.length > maxBytes)
                throw Problem.in(name(key), "has more bytes than " + maxBytes + ", which it must have at most");
            byte[] array = arrays.apply(all.length);
            System.arraycopy(all, 0, array, 0, all.length);
            return ByteBuffer.wrap(array, 0, all.length);
        } catch (ZipException | EOFException e) {
            throw Problem.in(name(key), "is damaged", e);
        }
    }

    @Override
    public ByteBuffer readPart(String key, long from, int length, IntFunction<byte[]> arrays) throws IOException {
        if (length == 0) return ByteBuffer.wrap(arrays.apply(0), 0, 0);
        Part part = part(key, "bytes=" + from + "-" + (from + length - 1), length, arrays);
        if (part != null && part.bytes().remaining() < length) throw Problem.in(name(key), "became shorter");
        return part == null ? null : part.bytes();
    }

    @Override
    public Part readEdge(String key, boolean fromEnd, int length) throws IOException {
        return part(key, fromEnd ? "bytes=-" + length : "bytes=0-" + (length - 1), length, byte[]::new);
    }

    private Part part(String key, String range, int length, IntFunction<byte[]> arrays) throws IOException {
        HttpRequests.Question question = new HttpRequests.Question("GET", range, false);
        HttpResponse<ByteBuffer> answer;
        answer = requests.ask(question, address.inside(key), length, arrays);
        if (isMissing(answer.statusCode())) return null;
        if (answer.statusCode() == 200)
            throw Problem.in(name(key), "cannot be read: the server sends no parts of files, which this image needs");
        requireStatus(answer, 206, key);
        requireUnchanged(answer, key);
        String said = answer.headers().firstValue("Content-Range").orElse("");
        Matcher found = RANGE.matcher(said);
        if (!found.matches() || answer.headers().firstValue("Content-Encoding").isPresent())
            throw Problem.in(name(key), "cannot be read: the server does not say which part it sent");
        long first = Long.parseLong(found.group(1));
        long last = Long.parseLong(found.group(2));
        long size = Long.parseLong(found.group(3));
        if (!range.equals(asked(range, first, last, size))
                || last - first + 1 != answer.body().remaining())
            throw Problem.in(name(key), "cannot be read: the server sent another part than was asked for");
        return new Part(answer.body(), size);
    }

    /** The range that has this answer, in the form of the one that was asked for; one that reaches beyond the end is cut. */
    private static String asked(String range, long first, long last, long size) {
        if (range.startsWith("bytes=-")) {
            long length = Long.parseLong(range.substring(7));
            return last == size - 1 && first == Math.max(0, size - length) ? range : "";
        }
        String[] ends = range.substring(6).split("-");
        return first == Long.parseLong(ends[0]) && last == Math.min(size - 1, Long.parseLong(ends[1])) ? range : "";
    }

    private static boolean isMissing(int status) {
        return status == 404 || status == 410;
    }

    private void requireStatus(HttpResponse<?> answer, int wanted, String key) throws IOException {
        int status = answer.statusCode();
        if (status == wanted) return;
        throw Problem.in(
                name(key),
                switch (status) {
                    case 401 -> "cannot be read: the server asks for a user name and a password (401)";
                    case 403 ->
                        "cannot be read: the server refuses it (403), because it is not public, the address has expired,"
                                + " or it is missing";
                    case 416 -> "became shorter";
                    default -> "cannot be read: the server answered " + status;
                });
    }

    @Override
    public void requireUnchanged() throws IOException {
        for (String key : metadata)
            if (read(key, JsonFile.MAX_BYTES, byte[]::new) == null)
                throw Problem.in(name(key), "was deleted while the image was read");
    }

    private void requireUnchanged(HttpResponse<?> answer, String key) throws IOException {
        String version = answer.headers()
                .firstValue("ETag")
                .or(() -> answer.headers().firstValue("Last-Modified"))
                .orElse(null);
        if (version == null) return;
        String before;
        synchronized (versions) {
            before = versions.put(name(key), version);
        }
        if (before != null && !before.equals(version))
            throw Problem.in(name(key), "was changed while the image was read; start again");
    }
}
