package sc.fiji.imagetomask.zarr.store;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** An address on the web under which the objects are, for reading. */
public final class HttpStore extends FarStore {

    private final Address address;
    private final HttpRequests requests;

    private HttpStore(Address address, HttpRequests requests, Seen seen) {
        super(seen);
        this.address = address;
        this.requests = requests;
    }

    HttpStore(Address address, Patience patience) {
        this(address, new HttpRequests(patience), new Seen());
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
        return new HttpStore(address.inside(folder), requests, seen());
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
    public boolean canList() {
        return false;
    }

    @Override
    public Stream<String> list(String folder) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected Answer get(String key, ByteRange range, long most, IntFunction<byte[]> arrays) throws IOException {
        boolean mayBeZipped = range == null && ConsolidatedStore.isMetadata(key);
        HttpRequests.Question question =
                new HttpRequests.Question("GET", range == null ? null : range.header(), mayBeZipped);
        HttpResponse<ByteBuffer> answer = requests.ask(question, address.inside(key), most, arrays);
        HttpHeaders headers = answer.headers();
        Optional<String> encoding = headers.firstValue("Content-Encoding");
        boolean isZipped = answer.statusCode() == 200
                && encoding.isPresent()
                && encoding.get().equals("gzip");
        return new Answer(
                answer.statusCode(),
                null,
                isZipped ? unzipped(answer.body(), most, key, arrays) : answer.body(),
                encoding.isPresent()
                        ? null
                        : headers.firstValue("Content-Range").orElse(null),
                headers.firstValue("ETag")
                        .or(() -> headers.firstValue("Last-Modified"))
                        .orElse(null));
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
}
