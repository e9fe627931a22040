package sc.fiji.imagetomask.zarr.store.s3;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import sc.fiji.imagetomask.zarr.store.ByteRange;
import sc.fiji.imagetomask.zarr.store.FarStore;
import sc.fiji.imagetomask.zarr.store.Problem;
import sc.fiji.imagetomask.zarr.store.WritableStore;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The objects of a bucket whose keys start with that of an address.
 *
 * <p>Design decision: S3 cannot rename, but shows an object only when all of it was sent. So objects are written in their
 * place.
 */
final class S3Store extends FarStore implements WritableStore {

    private final S3Address address;
    private final S3Requests requests;

    S3Store(S3Address address, S3Requests requests) {
        this(address, requests, new Seen());
    }

    private S3Store(S3Address address, S3Requests requests, Seen seen) {
        super(seen);
        this.address = address;
        this.requests = requests;
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
    public WritableStore inside(String folder) {
        return new S3Store(address.inside(folder), requests, seen());
    }

    private String full(String key) {
        return address.inside(key).key();
    }

    /** The start of all keys in a folder. */
    private String prefix(String folder) {
        String full = full(folder);
        return full.isEmpty() ? "" : full + "/";
    }

    @Override
    public boolean hasFolder(String key) throws IOException {
        int status = listed(key);
        return status == 200 || status == 403;
    }

    /** Not if the bucket lets everybody read, but does not tell what is in it. */
    @Override
    public boolean canList() {
        try {
            return listed("") != 403;
        } catch (IOException e) {
            return true; // told when something is listed
        }
    }

    /** 200 if there is something in a folder, 404 if not, 403 if that is not told. */
    private int listed(String folder) throws IOException {
        return status(folder, client -> {
            boolean isThere = client.listObjectsV2(of ->
                            of.bucket(address.bucket()).prefix(prefix(folder)).maxKeys(1))
                    .hasContents();
            return new Answer(isThere ? 200 : 404, null, null, null, null);
        });
    }

    @Override
    public boolean exists(String key) throws IOException {
        return status(key, client -> {
                    client.headObject(of -> of.bucket(address.bucket()).key(full(key)));
                    return new Answer(200, null, null, null, null);
                })
                == 200;
    }

    /** 200, 403 or 404; any other answer is an error. */
    private int status(String key, Function<S3Client, Answer> question) throws IOException {
        Answer answer = answer(key, "read", question);
        if (answer.status() == 200 || answer.status() == 403 || isMissing(answer)) return answer.status();
        throw Problem.in(name(key), "cannot be read: " + reason(answer));
    }

    @Override
    public Stream<String> list(String folder) throws IOException {
        String start = prefix(folder);
        List<String> names = new ArrayList<>();
        done(folder, "read", client -> {
            client.listObjectsV2Paginator(
                            of -> of.bucket(address.bucket()).prefix(start).delimiter("/"))
                    .forEach(page -> {
                        page.commonPrefixes().forEach(inner -> names.add(inner.prefix()));
                        page.contents().forEach(object -> names.add(object.key()));
                    });
            return null;
        });
        return names.stream().map(name -> name.substring(start.length())).filter(name -> !name.isEmpty());
    }

    @Override
    protected Answer get(String key, ByteRange range, long most, IntFunction<byte[]> arrays) throws IOException {
        return answer(
                key,
                "read",
                client -> client.getObject(
                        of -> of.bucket(address.bucket()).key(full(key)).range(range == null ? null : range.header()),
                        body(most, arrays)));
    }

    private static ResponseTransformer<GetObjectResponse, Answer> body(long most, IntFunction<byte[]> arrays) {
        return (head, in) -> {
            if (head.contentLength() == null)
                throw SdkClientException.create("the server does not say how long the object is");
            long length = head.contentLength();
            if (length > most) {
                in.abort();
                throw new S3Requests.TooLong(length, most);
            }
            byte[] bytes = arrays.apply((int) length);
            try {
                boolean isWhole = in.readNBytes(bytes, 0, (int) length) == length;
                if (!isWhole || in.read() >= 0) throw new IOException("The length is wrong.");
            } catch (IOException e) {
                throw RetryableException.create("The connection broke.", e);
            }
            ByteBuffer all = ByteBuffer.wrap(bytes, 0, (int) length);
            return new Answer(head.contentRange() == null ? 200 : 206, null, all, head.contentRange(), head.eTag());
        };
    }

    /** The answer, whatever it is, but for that the server is busy or has no such bucket. */
    private Answer answer(String key, String done, Function<S3Client, Answer> question) throws IOException {
        try {
            return requests.ask(name(key), done, question);
        } catch (S3Exception e) {
            return requests.refusal(name(key), done, e, address.bucket());
        }
    }

    /** What is answered if the server does it; else an error. */
    private <T> T done(String key, String done, Function<S3Client, T> question) throws IOException {
        try {
            return requests.ask(name(key), done, question);
        } catch (S3Exception e) {
            Answer refusal = requests.refusal(name(key), done, e, address.bucket());
            throw Problem.in(name(key), "cannot be " + done + ": " + reason(refusal));
        }
    }

    @Override
    public void write(String key, ByteBuffer bytes) throws IOException {
        seen().forget(name(key));
        if (bytes.remaining() > S3Upload.PART)
            done(key, "written", client -> new S3Upload(client, address.bucket(), full(key)).of(bytes));
        else
            done(
                    key,
                    "written",
                    client -> client.putObject(of -> of.bucket(address.bucket()).key(full(key)), S3Upload.body(bytes)));
    }

    /** With the folder for what is unfinished go the parts of objects that were never complete. */
    @Override
    public void delete(String key) throws IOException {
        seen().forget(name(key));
        if (!key.isEmpty())
            done(
                    key,
                    "deleted",
                    client -> client.deleteObject(
                            of -> of.bucket(address.bucket()).key(full(key))));
        String start = prefix(key);
        String failed = done(key, "deleted", client -> {
            for (ListObjectsV2Response page : client.listObjectsV2Paginator(
                    of -> of.bucket(address.bucket()).prefix(start))) {
                List<S3Error> errors = deleted(client, page);
                if (!errors.isEmpty()) return errors.get(0).code();
            }
            return null;
        });
        if (failed != null) throw Problem.in(name(key), "cannot be deleted: the server answered " + failed);
        if (key.equals(UNFINISHED)) S3Upload.endAll(requests, address.bucket(), prefix(""));
    }

    private List<S3Error> deleted(S3Client client, ListObjectsV2Response page) {
        List<ObjectIdentifier> keys = page.contents().stream()
                .map(object -> ObjectIdentifier.builder().key(object.key()).build())
                .toList();
        if (keys.isEmpty()) return List.of();
        return client.deleteObjects(of -> of.bucket(address.bucket())
                        .delete(all -> all.objects(keys).quiet(true)))
                .errors();
    }
}
