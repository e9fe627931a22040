package sc.fiji.imagetomask.zarr.store.s3;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import sc.fiji.imagetomask.zarr.store.WebServer;
import sc.fiji.imagetomask.zarr.store.WebServer.Reply;
import sc.fiji.imagetomask.zarr.store.WebServer.Request;

/** A small S3 server on this computer; buckets are folders, and objects are files. It goes wrong when it is told to. */
public final class S3Server implements Closeable {

    /** May be shown nowhere. */
    public static final String SECRET = "TheSecretWord";

    private static final Pattern PAIR = Pattern.compile("([^&=]+)(?:=([^&]*))?");
    private static final Pattern KEY = Pattern.compile("<Key>([^<]*)</Key>");

    private final Path folder;
    private final WebServer web;
    private final Map<String, Map<Integer, byte[]>> uploads = new ConcurrentHashMap<>();
    private final Map<String, String> uploadKeys = new ConcurrentHashMap<>();
    private final Set<String> markers = ConcurrentHashMap.newKeySet();
    private volatile boolean isPublic;

    /**
     * Until it is closed, the AWS SDK finds credentials for it.
     *
     * @param folder where the bucket {@code bucket} is made
     */
    public S3Server(Path folder) throws IOException {
        this.folder = folder;
        System.setProperty("aws.accessKeyId", "tester");
        System.setProperty("aws.secretAccessKey", SECRET);
        System.setProperty("aws.disableEc2Metadata", "true");
        Files.createDirectories(folder.resolve("bucket"));
        web = new WebServer(folder);
        web.versions(S3Server::crc);
        web.reply(request -> {
            try {
                return reply(request);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** For faults, delays and what was asked for. */
    public WebServer web() {
        return web;
    }

    public String endpoint() {
        return web.address();
    }

    public S3Access access() {
        return new S3Access(URI.create(endpoint()), isPublic);
    }

    /** From now on nobody has to say who asks. */
    public void makePublic() {
        isPublic = true;
    }

    public static void forgetCredentials() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    /** The files in a folder, by their names from there. */
    public static Map<String, ByteBuffer> files(Path folder) throws IOException {
        Map<String, ByteBuffer> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                all.put(folder.relativize(file).toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
        }
        return all;
    }

    /** How many objects are begun in parts, and not ended. */
    public int begun() {
        return uploads.size();
    }

    private Reply reply(Request request) throws IOException {
        Reply reply = answer(request);
        boolean hasBody = reply != null && !request.method().equals("HEAD");
        return reply == null || hasBody ? reply : new Reply(reply.status(), reply.headers(), new byte[0]);
    }

    private Reply answer(Request request) throws IOException {
        String signature = request.headers().getOrDefault("authorization", "");
        if (!isPublic && !signature.startsWith("AWS4-HMAC-SHA256 Credential=tester/")) return no(403, "AccessDenied");
        Map<String, String> query = query(request);
        String path = URLDecoder.decode(request.path().replace("+", "%2B"), StandardCharsets.UTF_8);
        String bucket = path.split("/")[1];
        if (!Files.isDirectory(folder.resolve(bucket))) return no(404, "NoSuchBucket");
        String key = path.substring(Math.min(path.length(), bucket.length() + 2));
        if (key.endsWith("/")) return marker(request, bucket, key);
        Path file = folder.resolve(bucket).resolve(key);
        return switch (request.method()) {
            case "PUT" -> put(request, query, file);
            case "POST" -> query.containsKey("delete") ? deleteAll(request, bucket) : upload(query, bucket, key);
            case "DELETE" -> delete(query, file);
            default -> {
                if (query.containsKey("uploads")) yield begun(query, bucket);
                if (key.isEmpty()) yield list(query, bucket);
                yield Files.isRegularFile(file) ? null : no(404, "NoSuchKey");
            }
        };
    }

    /** An empty object that stands for a folder. */
    private Reply marker(Request request, String bucket, String key) {
        String name = bucket + "/" + key;
        switch (request.method()) {
            case "PUT" -> markers.add(name);
            case "DELETE" -> markers.remove(name);
            default -> {
                if (!markers.contains(name)) return no(404, "NoSuchKey");
            }
        }
        return new Reply(200, Map.of("ETag", "\"none\"", "Last-Modified", WebServer.DATE), new byte[0]);
    }

    private static Map<String, String> query(Request request) {
        String target = request.line().split(" ")[1];
        Map<String, String> query = new TreeMap<>();
        Matcher pair = PAIR.matcher(target.contains("?") ? target.replaceFirst("[^?]*\\?", "") : "");
        while (pair.find())
            query.put(
                    pair.group(1),
                    pair.group(2) == null ? "" : URLDecoder.decode(pair.group(2), StandardCharsets.UTF_8));
        return query;
    }

    private static Reply no(int status, String code) {
        return xml(status, "<Error><Code>" + code + "</Code><Message>No.</Message></Error>");
    }

    private static Reply xml(int status, String text) {
        return new Reply(status, Map.of("Content-Type", "application/xml"), text.getBytes(StandardCharsets.UTF_8));
    }

    private Reply put(Request request, Map<String, String> query, Path file) throws IOException {
        byte[] body = body(request);
        if (body == null) return no(400, "BadDigest");
        if (query.containsKey("uploadId")) {
            Map<Integer, byte[]> parts = uploads.get(query.get("uploadId"));
            if (parts == null) return no(404, "NoSuchUpload");
            parts.put(Integer.parseInt(query.get("partNumber")), body);
        } else save(file, body);
        return new Reply(200, Map.of("ETag", '"' + crc(body) + '"'), new byte[0]);
    }

    /** Nobody sees half of it. */
    private void save(Path file, byte[] body) throws IOException {
        Files.createDirectories(file.getParent());
        Path half = folder.resolve(UUID.randomUUID().toString());
        Files.write(half, body);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What was sent; null if that has another checksum than its sender says. */
    private static byte[] body(Request request) {
        boolean isInChunks =
                request.headers().getOrDefault("x-amz-content-sha256", "").startsWith("STREAMING");
        if (!isInChunks) return request.body();
        ByteBuffer in = ByteBuffer.wrap(request.body());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int length = chunk(in); length > 0; length = chunk(in)) {
            out.write(in.array(), in.position(), length);
            in.position(in.position() + length + 2);
        }
        if (!request.headers().containsKey("x-amz-trailer")) return out.toByteArray();
        CRC32 crc = new CRC32();
        crc.update(out.toByteArray());
        byte[] four = ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
        String trailer = new String(in.array(), in.position(), in.remaining(), StandardCharsets.ISO_8859_1);
        return trailer.contains("x-amz-checksum-crc32:" + Base64.getEncoder().encodeToString(four))
                ? out.toByteArray()
                : null;
    }

    private static int chunk(ByteBuffer in) {
        StringBuilder line = new StringBuilder();
        for (char c = (char) in.get(); c != '\n'; c = (char) in.get()) line.append(c);
        return Integer.parseInt(line.toString().replaceAll("[;\r].*", "").strip(), 16);
    }

    private Reply upload(Map<String, String> query, String bucket, String key) throws IOException {
        if (query.containsKey("uploads")) {
            String id = UUID.randomUUID().toString();
            uploads.put(id, new TreeMap<>());
            uploadKeys.put(id, bucket + "/" + key);
            return xml(200, "<R><UploadId>" + id + "</UploadId></R>");
        }
        Map<Integer, byte[]> parts = uploads.remove(query.get("uploadId"));
        if (parts == null) return no(404, "NoSuchUpload");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts.values()) all.write(part);
        save(folder.resolve(bucket).resolve(key), all.toByteArray());
        return xml(200, "<R><ETag>x</ETag></R>");
    }

    private Reply begun(Map<String, String> query, String bucket) {
        String start = bucket + "/" + query.getOrDefault("prefix", "");
        String found = uploads.keySet().stream()
                .filter(id -> uploadKeys.get(id).startsWith(start))
                .map(id -> "<Upload><Key>" + uploadKeys.get(id).substring(bucket.length() + 1) + "</Key><UploadId>" + id
                        + "</UploadId></Upload>")
                .collect(Collectors.joining());
        return xml(200, "<R>" + found + "</R>");
    }

    private Reply delete(Map<String, String> query, Path file) throws IOException {
        if (query.containsKey("uploadId")) uploads.remove(query.get("uploadId"));
        else if (Files.isRegularFile(file)) Files.delete(file);
        return new Reply(204, Map.of(), new byte[0]);
    }

    private Reply deleteAll(Request request, String bucket) throws IOException {
        boolean isSafe = request.headers().containsKey("content-md5")
                || request.headers().containsKey("x-amz-checksum-crc32");
        if (!isSafe) return no(400, "MissingDigest");
        Matcher key = KEY.matcher(new String(request.body(), StandardCharsets.UTF_8));
        while (key.find())
            Files.deleteIfExists(folder.resolve(bucket).resolve(key.group(1).replace("&amp;", "&")));
        return xml(200, "<R></R>");
    }

    private Reply list(Map<String, String> query, String bucket) throws IOException {
        S3Listing listing = new S3Listing(query);
        String prefix = query.getOrDefault("prefix", "");
        Path start = folder.resolve(bucket).resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1));
        try (Stream<Path> files = Files.isDirectory(start) ? Files.walk(start) : Stream.empty()) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                listing.add(folder.resolve(bucket).relativize(file).toString(), Files.size(file));
        }
        for (String marker : markers)
            if (marker.startsWith(bucket + "/")) listing.add(marker.substring(bucket.length() + 1), 0);
        return xml(200, listing.page());
    }

    private static String crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return Long.toHexString(crc.getValue()) + "-" + Arrays.hashCode(bytes);
    }

    @Override
    public void close() throws IOException {
        forgetCredentials();
        web.close();
    }
}
