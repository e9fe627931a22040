package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.ome.OmeZarrImage;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.store.WebServer;

/** Masks of images at an address are those of the same images in a folder. */
class AddressesOnTheCommandLineTest {

    @TempDir
    private Path temp;

    private Path web;
    private WebServer server;

    @BeforeEach
    void serve() throws IOException {
        web = Files.createDirectory(temp.resolve("web"));
        server = new WebServer(web);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private void write(String name, OmeVersion version) throws IOException {
        ZarrSample.write(
                web.resolve(name),
                "tczyx",
                new long[] {2, 3, 2, 90, 122},
                new int[] {1, 1, 1, 32, 50},
                DataType.UINT8,
                version,
                7);
    }

    private String address(String name) {
        return server.address().replace("//", "//me:word@") + "/" + name + "?key=SECRET";
    }

    @ParameterizedTest
    @EnumSource
    void masksAreThoseOfFolders(OmeVersion version) throws IOException {
        write("picture.ome.zarr", version);
        Path here = temp.resolve("here.ome.zarr");
        Path there = temp.resolve("there.ome.zarr");
        Object[] options = {"--channel", "V (HSV)", "--tile-memory", 1};
        OmeZarrOnTheCommandLineTest.make(
                with(options, "--mask", web.resolve("picture.ome.zarr"), web.resolve("picture.ome.zarr"), here));
        CliRun run =
                CliRun.java(with(options, "--mask", address("picture.ome.zarr"), address("picture.ome.zarr"), there));
        assertThat(run.status()).as(run.err().toString()).isZero();
        assertThat(ZarrSample.planes(there)).isDeepEqualTo(ZarrSample.planes(here));
        assertThat(run.out().get(0))
                .startsWith(server.address() + "/picture.ome.zarr -> ")
                .doesNotContain("SECRET", "word");
        Map<String, Object> attributes = OmeZarrImage.open(there).attributes();
        assertThat(attributes).isEqualTo(OmeZarrImage.open(here).attributes());
        assertThat(attributes.toString()).contains("input=picture.ome.zarr").doesNotContain("SECRET");
    }

    static Object[] with(Object[] options, Object... more) {
        Object[] all = Arrays.copyOf(options, options.length + more.length);
        System.arraycopy(more, 0, all, options.length, more.length);
        return all;
    }

    @Test
    void severalGetTheirNamesAndAreResumed() throws IOException {
        write("a.ome.zarr", OmeVersion.V0_4);
        write("b.zarr", OmeVersion.V0_5);
        Path masks = temp.resolve("masks");
        Object[] arguments = {"--resume", "--channel", "V (HSV)", address("a.ome.zarr"), address("b.zarr"), masks};
        CliRun run = CliRun.java(arguments);
        assertThat(run.status()).as(run.err().toString()).isZero();
        assertThat(masks.resolve("a.ome.zarr")).isDirectory();
        assertThat(masks.resolve("b.ome.zarr")).isDirectory();
        CliRun again = CliRun.java(arguments);
        assertThat(again.status()).isZero();
        assertThat(again.out().toString())
                .contains("exists already and is kept")
                .doesNotContain("SECRET", "word");
    }

    /** Each slice has two chunks only, but those of the next ones are asked for, too, and each once. */
    @Test
    void slicesAreReadAhead() throws IOException {
        ZarrSample.write(
                web.resolve("a.zarr"),
                "tcyx",
                new long[] {12, 2, 30, 40},
                new int[] {1, 1, 30, 40},
                DataType.UINT8,
                OmeVersion.V0_4,
                7);
        server.delay(100);
        Path mask = temp.resolve("mask.ome.zarr");
        OmeZarrOnTheCommandLineTest.make("--channel", "V (HSV)", server.address() + "/a.zarr", mask);
        assertThat(server.requests().stream()
                        .map(WebServer.Request::path)
                        .filter(path -> path.matches("/a.zarr/0/\\d.*")))
                .hasSize(24)
                .doesNotHaveDuplicates();
        assertThat(server.mostAtOnce()).isGreaterThan(4);
        Path same = temp.resolve("same.ome.zarr");
        OmeZarrOnTheCommandLineTest.make("--channel", "V (HSV)", web.resolve("a.zarr"), same);
        assertThat(ZarrSample.planes(mask)).isDeepEqualTo(ZarrSample.planes(same));
    }

    @Test
    void aPlaneBecomesAPng() throws IOException {
        write("a.zarr", OmeVersion.V0_5);
        Path mask = temp.resolve("mask.png");
        Path same = temp.resolve("same.png");
        Object[] options = {"--t", 2, "--z", 1, "--level", 1};
        OmeZarrOnTheCommandLineTest.make(with(options, address("a.zarr"), mask));
        OmeZarrOnTheCommandLineTest.make(with(options, web.resolve("a.zarr"), same));
        assertThat(mask).hasSameBinaryContentAs(same);
    }

    @Test
    void settingsAreFoundAsInAFolder() throws IOException {
        write("a.zarr", OmeVersion.V0_5);
        BufferedImage marks = new BufferedImage(122, 90, BufferedImage.TYPE_BYTE_GRAY);
        marks.getRaster()
                .setSamples(
                        30,
                        20,
                        25,
                        25,
                        0,
                        IntStream.generate(() -> 255).limit(625).toArray());
        Path object = temp.resolve("object.png");
        ImageIO.write(marks, "png", object.toFile());
        Path mask = temp.resolve("mask.png");
        Path same = temp.resolve("same.png");
        Object[] options = {"--find", object, "--t", 1, "--z", 2};
        CliRun there = CliRun.java(with(options, address("a.zarr"), mask));
        assertThat(there.status()).as(there.err().toString()).isZero();
        CliRun here = CliRun.java(with(options, web.resolve("a.zarr"), same));
        assertThat(mask).hasSameBinaryContentAs(same);
        assertThat(ranking(there)).isEqualTo(ranking(here)).hasSizeGreaterThan(1);
        assertThat(there.out().toString()).doesNotContain("SECRET", "word");
    }

    private static List<String> ranking(CliRun run) {
        return run.out().stream().filter(line -> !line.contains(" -> ")).toList();
    }

    @Test
    void mistakesAreOneSentenceWithoutSecrets() throws IOException {
        write("a.zarr", OmeVersion.V0_5);
        Path mask = temp.resolve("mask.ome.zarr");
        CliRun none = CliRun.java(address("none.zarr"), mask);
        assertThat(none.err())
                .containsExactly(
                        "'" + server.address() + "/none.zarr' is not an OME-Zarr image, and no folder in it is one.");
        assertThat(none.status()).isEqualTo(1);
        server.go(request -> request.line().contains("/0/c/1/") ? WebServer.Fault.S403 : WebServer.Fault.NONE);
        CliRun refused = CliRun.java(address("a.zarr"), mask);
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err())
                .singleElement()
                .asString()
                .startsWith("'" + server.address() + "/a.zarr/0/c/1/")
                .contains("the server refuses it (403)")
                .doesNotContain("SECRET", "word");
        assertThat(mask).doesNotExist();
        assertThat(CliRun.java("--page", 2, address("a.zarr"), mask).err().get(0))
                .contains("--page has no effect on '" + server.address() + "/a.zarr'");
    }
}
