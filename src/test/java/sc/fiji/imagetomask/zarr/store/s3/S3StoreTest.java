package sc.fiji.imagetomask.zarr.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.ome.OmeZarrImage;
import sc.fiji.imagetomask.ome.OmeZarrOutput;
import sc.fiji.imagetomask.ome.OmeZarrSpec;
import sc.fiji.imagetomask.zarr.Compression;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.Hand;
import sc.fiji.imagetomask.zarr.Samples;
import sc.fiji.imagetomask.zarr.ShardPacker;
import sc.fiji.imagetomask.zarr.ZarrArray;
import sc.fiji.imagetomask.zarr.store.FaultRuns;
import sc.fiji.imagetomask.zarr.store.Patience;
import sc.fiji.imagetomask.zarr.store.Store;
import sc.fiji.imagetomask.zarr.store.WebServer.Fault;
import sc.fiji.imagetomask.zarr.store.WebServer.Request;
import sc.fiji.imagetomask.zarr.store.WritableStore;

/** Images in S3 are those in folders, or one sentence says why not. */
class S3StoreTest {

    @TempDir
    Path temp;

    private S3Server server;

    @BeforeEach
    void serve() throws IOException {
        server = new S3Server(temp.resolve("s3"));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private Path bucket() {
        return temp.resolve("s3/bucket");
    }

    /** Breaks connections after a second without an answer only where a test is about that: a busy computer may be slow. */
    private static Patience patience(int seconds) {
        return new Patience(Duration.ofSeconds(seconds), 3, Duration.ofMillis(1), Duration.ofMillis(5));
    }

    private WritableStore store(String address, int seconds) {
        return new S3Store(S3Address.of(address), new S3Requests(server::access, patience(seconds)));
    }

    private WritableStore store(String address) {
        return store(address, 60);
    }

    private static ByteBuffer bytes(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length);
        for (int value : values) bytes.put((byte) value);
        return bytes.flip();
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://bucket", "S3://bucket/", "s3://bucket/ä b/c+d%20&e/"})
    void readsWhatWasWritten(String address) throws IOException {
        WritableStore store = store(address);
        assertThat(store.hasFolder("")).isFalse();
        store.write("a/b", bytes(1, 2, 3, 4));
        assertThat(store.read("a/b", 4, byte[]::new)).isEqualTo(bytes(1, 2, 3, 4));
        assertThat(store.readPart("a/b", 1, 2, byte[]::new)).isEqualTo(bytes(2, 3));
        assertThat(store.readEdge("a/b", false, 3)).isEqualTo(new Store.Part(bytes(1, 2, 3), 4));
        assertThat(store.readEdge("a/b", true, 3)).isEqualTo(new Store.Part(bytes(2, 3, 4), 4));
        assertThat(store.readEdge("a/b", true, 9)).isEqualTo(new Store.Part(bytes(1, 2, 3, 4), 4));
        assertThat(store.inside("a").read("b", 4, byte[]::new)).isEqualTo(bytes(1, 2, 3, 4));
        assertThat(store.hasFolder("")).isTrue();
        assertThat(store.hasFolder("a")).isTrue();
        assertThat(store.hasFolder("a/b")).isFalse();
        assertThat(store.canList()).isTrue();
        assertThat(store.read("none", 4, byte[]::new)).isNull();
        assertThat(store.readPart("none", 0, 1, byte[]::new)).isNull();
        assertThat(store.readEdge("none", true, 1)).isNull();
        for (int i = 0; i < 20; i++) store.write("a/" + i, bytes(i));
        assertThat(store.list("a")).hasSize(21).contains("b", "19");
        assertThat(store.list("")).containsExactly("a/");
        store.delete("a/b");
        assertThat(store.exists("a/b")).isFalse();
        assertThat(store.exists("a/3")).isTrue();
        store.delete("a");
        assertThat(store.list("")).isEmpty();
        store.delete("a");
        assertThat(server.web().requests().stream()
                        .filter(request -> request.method().equals("POST")))
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.headers()).containsKey("content-md5"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            s3://me:word@bucket/a?key=SECRET | 's3://bucket/a' is not a valid address
            s3://b                           | 's3://b' is not a valid address
            s3://bucket/a?key=SECRET         | 's3://bucket/a' is not a valid address
            s3:///a                          | 's3:///a' is not a valid address
            """)
    void saysWhatIsWrongWithAnAddress(String text, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> S3Address.of(text))
                .satisfies(e -> assertThat(e.getMessage()).startsWith(sentence).doesNotContain("SECRET", "word"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "ftp://host", "http://", "https://me:word@host", "http://host?SECRET", ":"})
    void saysWhatIsWrongWithAnEndpoint(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> S3Access.of(text, false))
                .satisfies(e -> assertThat(e.getMessage())
                        .startsWith("s3-endpoint is '")
                        .doesNotContain("SECRET", "word"));
    }

    @Test
    void namesHaveNoPlaces() {
        assertThat(store("s3://bucket/a/b.zarr/").lastName()).isEqualTo("b.zarr");
        assertThat(store("s3://bucket").lastName()).isEqualTo("bucket");
        assertThat(store("s3://bucket/a").name("b/c")).isEqualTo("s3://bucket/a/b/c");
        assertThat(store("s3://bucket").name("b")).isEqualTo("s3://bucket/b");
    }

    @ParameterizedTest
    @EnumSource
    void everyByteIsThatOfAFolder(OmeVersion version) throws IOException {
        for (DataType type : List.of(DataType.UINT8, DataType.FLOAT32)) {
            OmeZarrSpec spec = Samples.spec(type, version);
            Path folder = temp.resolve(type + ".zarr");
            Object values = Samples.write(folder, spec);
            OmeZarrOutput output = OmeZarrOutput.create(store("s3://bucket/" + type + ".zarr"), spec, false);
            Samples.writeLargest(output, values);
            output.writeResolutions();
            output.finish();
            assertThat(S3Server.files(bucket().resolve(type + ".zarr"))).isEqualTo(S3Server.files(folder));
            OmeZarrImage image = OmeZarrImage.open(store("s3://bucket/" + type + ".zarr"));
            assertThat(Hand.all(image.level(0).array())).isEqualTo(values);
        }
    }

    @Test
    void readsPartsOfShards() throws IOException {
        Object values = Samples.write(bucket().resolve("a.zarr"), Samples.spec(DataType.UINT16, OmeVersion.V0_5));
        ShardPacker.pack(bucket().resolve("a.zarr/0"));
        assertThat(Hand.all(
                        OmeZarrImage.open(store("s3://bucket/a.zarr")).level(0).array()))
                .isEqualTo(values);
        assertThat(server.web().requests().stream().filter(Request::isRange)).hasSizeGreaterThan(18);
    }

    @Test
    void largeObjectsAreSentInParts() throws IOException {
        byte[] large = new byte[2 * S3Upload.PART + 12345];
        new Random(1).nextBytes(large);
        WritableStore store = store("s3://bucket/a");
        store.write("large", ByteBuffer.wrap(large, 5, large.length - 5));
        assertThat(store.read("large", large.length, byte[]::new))
                .isEqualTo(ByteBuffer.wrap(large, 5, large.length - 5));
        assertThat(server.begun()).isZero();

        server.web().go(request -> request.line().contains("partNumber=2") ? Fault.S500 : Fault.NONE);
        assertThatIOException()
                .isThrownBy(() -> store.write("other", ByteBuffer.wrap(large)))
                .withMessage("'s3://bucket/a/other' cannot be written: the server answered 500, 3 times.");
        assertThat(server.begun()).isZero();
        assertThat(store.exists("other")).isFalse();

        server.web()
                .go(request -> request.line().contains("partNumber=2")
                                || request.method().equals("DELETE")
                        ? Fault.S500
                        : Fault.NONE);
        assertThatIOException().isThrownBy(() -> store.write("other", ByteBuffer.wrap(large)));
        assertThat(server.begun()).isEqualTo(1);
        server.web().go(request -> Fault.NONE);
        store.delete(WritableStore.UNFINISHED);
        assertThat(server.begun()).isZero();
    }

    /** As Amazon wants it: checksums at the end of what is sent. */
    @Test
    void objectsHaveChecksums() throws IOException {
        System.setProperty("aws.endpointUrlS3", server.endpoint());
        try {
            Patience own = new Patience(Duration.ofSeconds(60), 4, Duration.ofMillis(1), Duration.ofMillis(5));
            WritableStore store = new S3Store(S3Address.of("s3://bucket/a"), new S3Requests(() -> S3Access.USUAL, own));
            store.write("b", bytes(1, 2, 3, 4));
            assertThat(server.web().requests())
                    .singleElement()
                    .satisfies(request ->
                            assertThat(request.headers()).containsEntry("x-amz-trailer", "x-amz-checksum-crc32"));
            assertThat(store.read("b", 4, byte[]::new)).isEqualTo(bytes(1, 2, 3, 4));
        } finally {
            System.clearProperty("aws.endpointUrlS3");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DROPPED               | cannot be read: the connection broke, 3 times.
            CUT                   | cannot be read: the connection broke, 3 times.
            SAID_LONGER           | has 13 bytes, but must have at most 6.
            SAID_SHORTER          | is damaged: .*
            SAID_HUGE             | has 1125899906842624 bytes, but must have at most \\d+.
            SILENT                | cannot be read: the server sent nothing for 1 s, 3 times.
            NO_HTTP               | cannot be read: the connection broke, 3 times.
            S401                  | cannot be read: the server asks for a user name and a password \\(401.*\\).
            S403                  | cannot be read: the server refuses it \\(403.*\\), because it is not public, .*
            S418                  | cannot be read: the server answered 418.*.
            S429                  | cannot be read: the server answered 429, 3 times.
            S500                  | cannot be read: the server answered 500, 3 times.
            S503                  | cannot be read: the server answered 503, 3 times.
            MOVED_IN_A_LOOP       | cannot be read: the server answered 302.*
            MOVED_TO_ANOTHER_HOST | cannot be read: the server answered 302.*
            """)
    void saysWhyAChunkCannotBeRead(Fault fault, String reason) throws IOException {
        Hand.file(Hand.v3(bucket()).resolve("c/0/1"), 1, 2, 3, 4, 5, 6);
        server.web().go(request -> request.path().endsWith("/c/0/1") ? fault : Fault.NONE);
        Store store = store("s3://bucket", fault == Fault.SILENT ? 1 : 60);
        assertThatIOException()
                .isThrownBy(() -> Hand.all(ZarrArray.open(store, "")))
                .withMessageMatching("'s3://bucket/c/0/1' " + reason)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(S3Server.SECRET, "tester"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DROPPED | the connection broke, 3 times.
            S403    | the server refuses it (403, Refused), because it is not public, the credentials do not allow it, or it is missing.
            S503    | the server answered 503, 3 times.
            SILENT  | the server sent nothing for 1 s, 3 times.
            """)
    void saysWhyAnObjectCannotBeWritten(Fault fault, String reason) {
        server.web().go(request -> fault);
        assertThatIOException()
                .isThrownBy(() ->
                        store("s3://bucket", fault == Fault.SILENT ? 1 : 60).write("a", bytes(1)))
                .withMessage("'s3://bucket/a' cannot be written: " + reason);
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        assertThatIOException()
                .isThrownBy(() -> store("s3://other/a").read("b", 1, byte[]::new))
                .withMessage("'s3://other/a/b' cannot be read: there is no bucket 'other'.");
        assertThatIOException()
                .isThrownBy(() -> store("s3://other/a").write("b", bytes(1)))
                .withMessage("'s3://other/a/b' cannot be written: there is no bucket 'other'.");
        S3Server.forgetCredentials();
        assertThatIOException()
                .isThrownBy(() -> store("s3://bucket/a", 59).read("b", 1, byte[]::new))
                .withMessage("'s3://bucket/a/b' cannot be read: there are no credentials; set them as for the AWS"
                        + " command line, or use --s3-anonymous for what is public.");
        server.close();
        assertThatIOException()
                .isThrownBy(() -> new S3Store(
                                S3Address.of("s3://bucket"),
                                new S3Requests(() -> S3Access.of(server.endpoint(), true), patience(60)))
                        .read("b", 1, byte[]::new))
                .withMessage("'s3://bucket/b' cannot be read: there is no connection to the server, 3 times.");
    }

    /** Such as that the credentials have expired. */
    @Test
    void anotherAnswerDoesNotMeanThatSomethingIsMissing() {
        server.web().go(request -> Fault.S418);
        assertThatIOException()
                .isThrownBy(() -> store("s3://bucket/a").hasFolder(""))
                .withMessage("'s3://bucket/a' cannot be read: the server answered 418, Refused.");
        assertThatIOException()
                .isThrownBy(() -> store("s3://bucket/a").exists("b"))
                .withMessage("'s3://bucket/a/b' cannot be read: the server answered 418, Refused.");
    }

    @Test
    void nobodyIsNamedToAPublicBucket() throws IOException {
        server.makePublic();
        Object values = Samples.write(bucket().resolve("a.zarr"), Samples.spec(DataType.UINT8, OmeVersion.V0_4));
        server.web().go(request -> request.line().contains("list-type") ? Fault.S403 : Fault.NONE);
        WritableStore store = store("s3://bucket/a.zarr");
        assertThat(Hand.all(OmeZarrImage.open(store).level(0).array())).isEqualTo(values);
        assertThat(store.canList()).isFalse();
        assertThat(server.web().requests())
                .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("authorization"));
    }

    @Test
    void noticesThatAnObjectWasChanged() throws IOException {
        Hand.file(Hand.v3(bucket()).resolve("c/0/1"), 1, 2, 3, 4, 5, 6);
        Store store = store("s3://bucket");
        assertThat(store.read("c/0/1", 9, byte[]::new).remaining()).isEqualTo(6);
        Hand.file(bucket().resolve("c/0/1"), 1, 2, 3, 4, 5, 7);
        assertThatIOException()
                .isThrownBy(() -> store.read("c/0/1", 9, byte[]::new))
                .withMessage("'s3://bucket/c/0/1' was changed while the image was read; start again.");
    }

    @Test
    void whatIsNotCompleteIsNoImage() throws IOException {
        OmeZarrSpec spec = Samples.spec(DataType.UINT8, OmeVersion.V0_5);
        Object values = Samples.write(temp.resolve("a.zarr"), spec);
        WritableStore store = store("s3://bucket/a.zarr");
        OmeZarrOutput output = OmeZarrOutput.create(store, spec, false);
        server.web()
                .go(request ->
                        request.method().equals("PUT") && request.path().contains("/0/c/1/") ? Fault.S403 : Fault.NONE);
        assertThatIOException().isThrownBy(() -> Samples.writeLargest(output, values));
        assertThatIOException().isThrownBy(output::finish).withMessageEndingWith("so the image is not complete.");
        assertThatIOException().isThrownBy(() -> OmeZarrImage.open(store)).withMessageContaining("not complete");
        server.web().go(request -> Fault.NONE);
        OmeZarrOutput again = OmeZarrOutput.create(store, spec, false);
        Samples.writeLargest(again, values);
        again.writeResolutions();
        again.finish();
        assertThat(S3Server.files(bucket().resolve("a.zarr"))).isEqualTo(S3Server.files(temp.resolve("a.zarr")));
    }

    @Test
    void twoRunsInOnePlaceDoNotMakeOneImage() throws IOException {
        OmeZarrSpec spec = Samples.spec(DataType.UINT8, OmeVersion.V0_5);
        Object values = Samples.write(temp.resolve("a.zarr"), spec);
        WritableStore store = store("s3://bucket/a.zarr");
        OmeZarrOutput first = OmeZarrOutput.create(store, spec, false);
        write(store("s3://bucket/a.zarr"), spec.withName("another"), values);
        Samples.writeLargest(first, values);
        first.writeResolutions();
        assertThatIOException()
                .isThrownBy(first::finish)
                .withMessage("'s3://bucket/a.zarr' was written, finished or deleted by another run meanwhile,"
                        + " so it may have parts of both; make it again.");
    }

    /** Or the smaller resolutions would have the fill value there. */
    @Test
    void aChunkThatTheServerHasForgottenIsNotTakenAsEmpty() throws IOException {
        OmeZarrSpec spec = Samples.spec(DataType.UINT8, OmeVersion.V0_5);
        Object values = Samples.write(temp.resolve("a.zarr"), spec);
        server.web().go(request -> request.line().matches("GET /bucket/a.zarr/0/c/1/2/0 .*") ? Fault.S404 : Fault.NONE);
        assertThatIOException()
                .isThrownBy(() -> write(store("s3://bucket/a.zarr"), spec, values))
                .withMessage("'s3://bucket/a.zarr/0/c/1/2/0' was written, but the store does not have it.");
    }

    /** Faults in reading and in writing: {@code -Dimagetomask.faults=N} for another number. */
    @Test
    void randomFaultsNeverGiveWrongValues() throws IOException {
        List<OmeZarrSpec> specs = Stream.of(OmeVersion.values())
                .flatMap(version -> Stream.of(Compression.none(), Compression.zstd(3))
                        .map(compression ->
                                Samples.spec(DataType.UINT16, version).withCompression(compression)))
                .toList();
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) values.add(Samples.write(folder(i), specs.get(i)));
        Path sharded = temp.resolve("sharded.zarr");
        Object inShards = Samples.write(sharded, Samples.spec(DataType.UINT16, OmeVersion.V0_5));
        ShardPacker.pack(sharded.resolve("0"));
        List<Fault> kinds = Stream.of(Fault.values())
                .filter(fault -> fault != Fault.NONE && fault != Fault.MOVED_TO_NOWHERE)
                .toList();
        FaultRuns runs = new FaultRuns(server.web(), kinds, this::isPossible, "s3://bucket/run\\d+.zarr");
        runs.run(
                Integer.getInteger("imagetomask.faults", 100),
                (number, name) -> {
                    WritableStore store = store("s3://bucket/" + name + ".zarr", 1);
                    int image = number % (specs.size() + 1);
                    Object expected = image == specs.size() ? inShards : values.get(image);
                    if (image == specs.size()) copy(sharded, bucket().resolve(name + ".zarr"));
                    else write(store, specs.get(image), expected);
                    assertThat(Hand.all(OmeZarrImage.open(store).level(0).array()))
                            .isEqualTo(expected);
                },
                (number, name) -> {
                    int image = number % (specs.size() + 1);
                    if (image < specs.size()) requireWholeOrUnfinished(name + ".zarr", folder(image));
                    delete(bucket().resolve(name + ".zarr"));
                });
    }

    private Path folder(int image) {
        return temp.resolve(image + ".zarr");
    }

    private static void write(WritableStore store, OmeZarrSpec spec, Object values) throws IOException {
        OmeZarrOutput output = OmeZarrOutput.create(store, spec, true);
        Samples.writeLargest(output, values);
        output.writeResolutions();
        output.finish();
    }

    /** What other programs take for an image has all bytes; what is read here also does. */
    private void requireWholeOrUnfinished(String name, Path right) throws IOException {
        Path written = bucket().resolve(name);
        Map<String, ByteBuffer> files = Files.exists(written) ? S3Server.files(written) : Map.of();
        Map<String, ByteBuffer> all = new TreeMap<>(files);
        all.keySet().removeIf(file -> file.startsWith(WritableStore.UNFINISHED));
        boolean looksComplete = looksComplete(written);
        if (looksComplete) assertThat(all).isEqualTo(S3Server.files(right));
        try {
            OmeZarrImage.open(store("s3://bucket/" + name));
            assertThat(looksComplete).as(name).isTrue();
        } catch (IOException e) {
            assertThat(e.getMessage()).matches(".*(is not complete|is not a folder|is not an OME-Zarr image).*");
        }
    }

    private static boolean looksComplete(Path image) {
        return Files.exists(image.resolve("zarr.json")) || Files.exists(image.resolve(".zattrs"));
    }

    /** A chunk of a whole image that the server calls missing is missing. */
    private boolean isPossible(Fault fault, Request request) {
        boolean isRead = request.method().equals("GET");
        boolean isList = isRead && request.line().contains("?");
        boolean isFile = isRead && Files.isRegularFile(temp.resolve("s3" + request.path()));
        return switch (fault) {
            case SAID_LONGER, SAID_SHORTER, SAID_HUGE -> isFile;
            case OTHER_PART, NO_PARTS -> isFile && request.isRange();
            case CUT, SILENT, SLOW -> isRead || request.method().equals("POST");
            case DONE_UNSAID -> !isRead;
            case S404 -> isFile ? !isChunkOfWholeImage(request.path()) : isList || !isRead;
            default -> true;
        };
    }

    private boolean isChunkOfWholeImage(String path) {
        return !path.matches(".*/(zarr.json|[.]z[^/]*)") && looksComplete(bucket().resolve(path.split("/")[2]));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList())
                Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
