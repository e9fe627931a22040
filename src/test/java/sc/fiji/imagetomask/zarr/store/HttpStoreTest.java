package sc.fiji.imagetomask.zarr.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.ome.OmeZarrImage;
import sc.fiji.imagetomask.zarr.Compression;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.Hand;
import sc.fiji.imagetomask.zarr.Samples;
import sc.fiji.imagetomask.zarr.ShardPacker;
import sc.fiji.imagetomask.zarr.ZarrArray;
import sc.fiji.imagetomask.zarr.store.WebServer.Fault;

/** Images at an address are those in the folder that a server serves, or one sentence says why not. */
class HttpStoreTest {

    /** Breaks connections after a second without an answer only where a test is about that: a busy computer may be slow. */
    private static Patience patience(int seconds) {
        return new Patience(Duration.ofSeconds(seconds), 3, Duration.ofMillis(1), Duration.ofMillis(5));
    }

    @TempDir
    Path folder;

    private WebServer server;

    @BeforeEach
    void serve() throws IOException {
        server = new WebServer(folder);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private Store store(String path) {
        return store(path, 60);
    }

    private Store store(String path, int seconds) {
        return new ConsolidatedStore(new HttpStore(Address.of(server.address() + path), patience(seconds)));
    }

    private Object values(String path) throws IOException {
        return Hand.all(OmeZarrImage.open(store(path)).level(0).array());
    }

    private Object write(OmeVersion version) throws IOException {
        return Samples.write(folder.resolve("a.zarr"), Samples.spec(DataType.UINT16, version));
    }

    private List<String> paths() {
        return server.requests().stream().map(WebServer.Request::path).toList();
    }

    @ParameterizedTest
    @EnumSource
    void readsAllResolutions(OmeVersion version) throws IOException {
        write(version);
        OmeZarrImage there = OmeZarrImage.open(store("/a.zarr/"));
        OmeZarrImage here = OmeZarrImage.open(folder.resolve("a.zarr"));
        assertThat(there.levels()).hasSameSizeAs(here.levels());
        for (int level = 0; level < here.levels().size(); level++)
            assertThat(Hand.all(there.level(level).array()))
                    .isEqualTo(Hand.all(here.level(level).array()));
        assertThat(there.store().lastName()).isEqualTo("a.zarr");
    }

    @Test
    void readsPartsOfShards() throws IOException {
        Object values = write(OmeVersion.V0_5);
        ShardPacker.pack(folder.resolve("a.zarr/0"));
        assertThat(values("/a.zarr")).isEqualTo(values);
        assertThat(server.requests().stream().filter(WebServer.Request::isRange))
                .hasSizeGreaterThan(18);

        server.go(request -> request.isRange() ? Fault.NO_PARTS : Fault.NONE);
        assertThatIOException()
                .isThrownBy(() -> values("/a.zarr"))
                .withMessageEndingWith("cannot be read: the server sends no parts of files, which this image needs.");
        server.go(request -> request.isRange() ? Fault.OTHER_PART : Fault.NONE);
        assertThatIOException()
                .isThrownBy(() -> values("/a.zarr"))
                .withMessageEndingWith("the server sent another part than was asked for.");
    }

    @Test
    void consolidatedMetadataNeedFewRequests() throws IOException {
        Object values = write(OmeVersion.V0_4);
        ObjectNode together = JsonFile.MAPPER.createObjectNode();
        try (Stream<Path> files = Files.walk(folder.resolve("a.zarr"))) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith(".z"))
                    .toList())
                together.withObject("/metadata")
                        .set(
                                folder.resolve("a.zarr").relativize(file).toString(),
                                JsonFile.MAPPER.readTree(file.toFile()));
        }
        Files.write(folder.resolve("a.zarr/.zmetadata"), JsonFile.bytes(together));
        assertThat(values("/a.zarr")).isEqualTo(values);
        assertThat(paths().stream().filter(path -> !path.matches("/a.zarr/\\d/\\d/\\d/\\d")))
                .containsExactlyInAnyOrder(
                        "/a.zarr/.unfinished/metadata.json",
                        "/a.zarr/zarr.json",
                        "/a.zarr/.zmetadata",
                        "/a.zarr/.zattrs");
    }

    @Test
    void consolidatedMetadataOfVersion3NeedOneRequest() throws IOException {
        Object values = write(OmeVersion.V0_5);
        Path root = folder.resolve("a.zarr/zarr.json");
        ObjectNode group = (ObjectNode) JsonFile.MAPPER.readTree(root.toFile());
        for (int level = 0;
                level < OmeZarrImage.open(folder.resolve("a.zarr")).levels().size();
                level++)
            group.withObject("/consolidated_metadata/metadata")
                    .set(
                            "" + level,
                            JsonFile.MAPPER.readTree(folder.resolve("a.zarr/" + level + "/zarr.json")
                                    .toFile()));
        Files.write(root, JsonFile.bytes(group));
        assertThat(values("/a.zarr")).isEqualTo(values);
        assertThat(paths().stream().filter(path -> path.endsWith(".json")))
                .containsExactlyInAnyOrder("/a.zarr/.unfinished/metadata.json", "/a.zarr/zarr.json");
    }

    @Test
    void whatIsSecretIsSentAndNotShown() throws IOException {
        Path array = Hand.v3(folder.resolve("a b.zarr"));
        String address = server.address().replace("//", "//me:word@") + "/a%20b.zarr?key=SECRET&b=%2F";
        Store store = new HttpStore(Address.of(address), patience(60));
        Hand.all(ZarrArray.open(store, ""));
        assertThat(server.requests()).allSatisfy(request -> {
            assertThat(request.line()).contains("?key=SECRET&b=%2F ");
            assertThat(request.headers()).containsEntry("authorization", "Basic bWU6d29yZA==");
        });
        assertThat(store.name("c/0/0")).isEqualTo(server.address() + "/a%20b.zarr/c/0/0");
        assertThat(store.lastName()).isEqualTo("a b.zarr");

        Hand.file(array.resolve("c/0/0"), 1, 2);
        assertThatIOException()
                .isThrownBy(() -> Hand.all(ZarrArray.open(store, "")))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("SECRET", "word"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ftp://me:word@host/a?key=SECRET | 'ftp://host/a' is an address of ftp, but must start with http://, https:// or s3://.",
                "gs://bucket/a | 'gs://bucket/a' is an address of gs, but must start with http://, https:// or s3://.",
                "http://h:99999/a | 'http://h:99999/a' is not a valid address: the port is 99999, but must be from 1 to 65535.",
                "http:///a | 'http:///a' is not a valid address",
                "http://me:word@ho{st/a?key=SECRET | 'http://ho{st/a' is not a valid address"
            })
    void saysWhatIsWrongWithAnAddress(String text, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Address.of(text))
                .satisfies(e -> assertThat(e.getMessage())
                        .startsWith(sentence.replaceAll("^'?", "'"))
                        .doesNotContain("SECRET", "word"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://host/a, http://host/b, true",
        "http://host/a, https://host/b, true",
        "http://host/a, /b, true",
        "http://host/a, http://other/b, false",
        "http://host/a, http://host:8080/b, false",
        "http://host/a, ftp://host/b, false",
        "https://host/a, http://host/b, false",
        "https://host/a, //other/b, false"
    })
    void goesOnlyWhereTheUserTrusts(String from, String to, boolean isFollowed) {
        assertThat(Address.of(from).moved(java.net.URI.create(to)) != null).isEqualTo(isFollowed);
    }

    @Test
    void followsAMoveOnTheSameServer() throws IOException {
        Object values = write(OmeVersion.V0_5);
        for (String chunk : List.of("0/0/0", "1/2/2")) {
            Path file = folder.resolve("a.zarr/0/c/" + chunk);
            Files.move(file, folder.resolve(chunk.replace('/', '-')));
            server.move("/a.zarr/0/c/" + chunk, "/" + chunk.replace('/', '-'));
        }
        assertThat(values("/a.zarr")).isEqualTo(values);
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
            S401                  | cannot be read: the server asks for a user name and a password \\(401\\).
            S403                  | cannot be read: the server refuses it \\(403\\), because it is not public, .*
            S418                  | cannot be read: the server answered 418.
            S429                  | cannot be read: the server answered 429, 3 times.
            S500                  | cannot be read: the server answered 500, 3 times.
            S503                  | cannot be read: the server answered 503, 3 times.
            MOVED_IN_A_LOOP       | was moved more than 5 times.
            MOVED_TO_ANOTHER_HOST | was moved to 'http://other.example/secret', which is another server or .*
            MOVED_TO_NOWHERE      | was moved to '::', which is another server or not an address; .*
            """)
    void saysWhyAChunkCannotBeRead(Fault fault, String reason) throws IOException {
        Hand.file(Hand.v3(folder).resolve("c/0/1"), 1, 2, 3, 4, 5, 6);
        server.go(request -> request.path().endsWith("/c/0/1") ? fault : Fault.NONE);
        Store store = store("", fault == Fault.SILENT ? 1 : 60);
        assertThatIOException()
                .isThrownBy(() -> Hand.all(ZarrArray.open(store, "")))
                .withMessageMatching("'" + server.address() + "/c/0/1' " + reason);
    }

    @Test
    void aMissingChunkIsTheFillValue() throws IOException {
        Hand.v3(folder);
        assertThat(Hand.all(ZarrArray.open(store(""), ""))).isEqualTo(new byte[] {9, 9, 9, 9, 9, 9, 9, 9});
    }

    @Test
    void asksAgainUntilAServerIsNotBusy() throws IOException {
        Object values = write(OmeVersion.V0_4);
        Fault[] all = {Fault.S503, Fault.DROPPED, Fault.NONE};
        Map<String, Integer> counts = new ConcurrentHashMap<>();
        server.go(request -> all[(counts.merge(request.line(), 1, Integer::sum) - 1) % 3]);
        OmeZarrImage image = OmeZarrImage.open(store("/a.zarr"));
        for (int i = 0; i < 4; i++) {
            long[] min = {i % 2, 16 * (i / 2), 0};
            assertThat(image.level(0).array().readBlock(min, new int[] {1, 16, 16}))
                    .isNotNull();
        }
        assertThat(values).isNotNull();
        assertThat(server.requests()).hasSizeGreaterThan(20);
    }

    @Test
    void saysThatNoImageIsThere() throws IOException {
        write(OmeVersion.V0_4);
        assertThatIOException()
                .isThrownBy(() -> OmeZarrImage.open(store("/b.zarr")))
                .withMessage("'" + server.address() + "/b.zarr' is not an OME-Zarr image, and no folder in it is one.");
        server.go(request -> Fault.S403);
        assertThatIOException()
                .isThrownBy(() -> OmeZarrImage.open(store("/a.zarr")))
                .withMessageEndingWith(", or the server refuses access to it (403).");
        server.close();
        assertThatIOException()
                .isThrownBy(() -> OmeZarrImage.open(store("/a.zarr")))
                .withMessageMatching("'http.*' cannot be read: there is no connection to the server, 3 times\\.");
    }

    @Test
    void aServerThatCannotBeReachedIsWaitedForOnce() throws IOException {
        write(OmeVersion.V0_5);
        Patience patient = new Patience(Duration.ofSeconds(60), 3, Duration.ofMillis(1), Duration.ofHours(1));
        HttpStore store = new HttpStore(Address.of(server.address() + "/a.zarr"), patient);
        int port = java.net.URI.create(server.address()).getPort();
        server.close();
        assertThatIOException()
                .isThrownBy(() -> store.read("zarr.json", 9999, byte[]::new))
                .withMessageEndingWith("there is no connection to the server, 3 times.");
        server = new WebServer(folder, port);
        assertThatIOException()
                .isThrownBy(() -> store.read("0/zarr.json", 9999, byte[]::new))
                .withMessage("'" + server.address()
                        + "/a.zarr/0/zarr.json' cannot be read: there is no connection to the server, 3 times.");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void findsTheOneSeriesOfBioformats2raw() throws IOException {
        Object values = Samples.write(folder.resolve("a.zarr/0"), Samples.spec(DataType.UINT8, OmeVersion.V0_4));
        Hand.file(folder.resolve("a.zarr/.zattrs"), "{'bioformats2raw.layout': 3}");
        assertThat(values("/a.zarr")).isEqualTo(values);
        Samples.write(folder.resolve("a.zarr/1"), Samples.spec(DataType.UINT8, OmeVersion.V0_4));
        assertThatIOException()
                .isThrownBy(() -> values("/a.zarr"))
                .withMessageEndingWith(
                        "holds several OME-Zarr images; name one of them as field, or give its folder: 0, 1.");
    }

    @Test
    void noticesThatAFileWasChanged() throws IOException {
        write(OmeVersion.V0_5);
        server.version("1");
        ZarrArray array = OmeZarrImage.open(store("/a.zarr")).level(0).array();
        Hand.all(array);
        server.version("2");
        assertThatIOException()
                .isThrownBy(() -> Hand.all(array))
                .withMessageEndingWith("was changed while the image was read; start again.");
    }

    @Test
    void noticesThatMetadataWereChanged() throws IOException {
        write(OmeVersion.V0_5);
        server.version("1");
        OmeZarrImage image = OmeZarrImage.open(store("/a.zarr"));
        image.store().requireUnchanged();
        server.version("2");
        assertThatIOException()
                .isThrownBy(() -> image.store().requireUnchanged())
                .withMessageEndingWith("zarr.json' was changed while the image was read; start again.");
    }

    /** Those of the image, and then those of all resolutions. */
    @ParameterizedTest
    @EnumSource
    void metadataAreAskedForTogether(OmeVersion version) throws IOException {
        write(version);
        server.delay(300);
        OmeZarrImage image = OmeZarrImage.open(store("/a.zarr"));
        assertThat(server.mostAtOnce())
                .isGreaterThanOrEqualTo(Math.max(2, image.levels().size()));
        assertThat(paths()).doesNotHaveDuplicates();
    }

    @Test
    void metadataAreSentInLessBytes() throws IOException {
        write(OmeVersion.V0_5);
        OmeZarrImage.open(store("/a.zarr"));
        assertThat(server.requests().stream().filter(request -> request.path().endsWith("zarr.json")))
                .allSatisfy(request -> assertThat(request.headers()).containsEntry("accept-encoding", "gzip"));
    }

    @Test
    void chunksAreAskedForTogether() throws IOException {
        Object values = write(OmeVersion.V0_5);
        server.delay(40);
        assertThat(values("/a.zarr")).isEqualTo(values);
        assertThat(server.mostAtOnce()).isGreaterThan(4);
    }

    /** Hundreds of faults: {@code -Dimagetomask.faults=N} for another number. */
    @Test
    void randomFaultsNeverGiveWrongValues() throws IOException {
        List<Object> values = new ArrayList<>();
        for (OmeVersion version : OmeVersion.values())
            for (Compression compression : List.of(Compression.none(), Compression.gzip(1), Compression.zstd(3)))
                values.add(Samples.write(
                        folder.resolve(values.size() + ".zarr"),
                        Samples.spec(DataType.UINT16, version).withCompression(compression)));
        for (int image = 3; image < 6; image++) ShardPacker.pack(folder.resolve(image + ".zarr/0"));
        List<Fault> kinds = Stream.of(Fault.values())
                .filter(fault -> fault != Fault.NONE && fault != Fault.DONE_UNSAID)
                .toList();
        new FaultRuns(server, kinds, this::isPossible, server.address() + "/\\d.zarr")
                .run(
                        Integer.getInteger("imagetomask.faults", 400),
                        (number, name) -> {
                            int image = number % values.size();
                            Address address = Address.of(server.address() + "/" + image + ".zarr?" + name + "=SECRET");
                            OmeZarrImage read =
                                    OmeZarrImage.open(new ConsolidatedStore(new HttpStore(address, patience(1))));
                            assertThat(Hand.all(read.level(0).array())).isEqualTo(values.get(image));
                        },
                        (number, name) -> {});
    }

    /** A chunk that the server calls missing is missing. */
    private boolean isPossible(Fault fault, WebServer.Request request) {
        boolean isThere = Files.isRegularFile(folder.resolve(request.path().substring(1)));
        return switch (fault) {
            case CUT, SAID_LONGER, SAID_SHORTER, SAID_HUGE, SILENT, SLOW -> isThere;
            case OTHER_PART, NO_PARTS -> isThere && request.isRange();
            case S404 -> isThere && ConsolidatedStore.isMetadata(request.path());
            default -> true;
        };
    }
}
