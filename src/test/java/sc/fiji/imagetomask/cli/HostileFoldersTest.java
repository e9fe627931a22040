package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.picturefile.tiff.TiffHeader;

/** Files that want more than to be read: nothing is written elsewhere, nothing elsewhere is read, nothing is fetched. */
class HostileFoldersTest {

    @TempDir
    private Path temp;

    private Path picture;

    @BeforeEach
    void picture() throws IOException {
        picture = Sample.of(40, 30, 3, 1).write(temp.resolve("picture.png"));
    }

    private Path image() {
        Path image = temp.resolve("image.zarr");
        assertThat(CliRun.java("--chunk", 16, picture, image).status()).isZero();
        return image;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"..", "../secret", "0/../../secret", "SECRET", "..\\\\secret", "file:///secret", "0//0", ""})
    void pathsInMetadataStayInside(String path) throws IOException {
        Path image = image();
        Path secret = Files.createDirectory(temp.resolve("secret"));
        for (String name : new String[] {".zarray", "0"}) copy(image.resolve("0"), secret, name);
        Path metadata = image.resolve(".zattrs");
        String text = Files.readString(metadata);
        String changed = text.replaceFirst(
                "\"path\" : \"0\"",
                java.util.regex.Matcher.quoteReplacement(
                        "\"path\" : \"" + path.replace("SECRET", secret.toString()) + "\""));
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(metadata, changed);

        CliRun run = CliRun.java(image, temp.resolve("out.png"));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).singleElement().asString().contains(".zattrs' names the folder");
        assertThat(temp.resolve("out.png")).doesNotExist();
    }

    private static void copy(Path from, Path to, String name) throws IOException {
        if (Files.isRegularFile(from.resolve(name))) Files.copy(from.resolve(name), to.resolve(name));
    }

    @Test
    void linksOutOfAnImageAreNotRead() throws IOException {
        Path image = image();
        Path elsewhere = Files.move(image.resolve("0"), temp.resolve("elsewhere"));
        Files.createSymbolicLink(image.resolve("0"), elsewhere);
        CliRun run = CliRun.java(image, temp.resolve("out.png"));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).singleElement().asString().contains("is a link that leaves the image's folder");
    }

    @Test
    void linksInThePlaceOfMasksAreReplacedAndNotFollowed() throws IOException {
        Path out = Files.createDirectory(temp.resolve("out"));
        Path victim = Files.writeString(temp.resolve("victim.txt"), "kept");
        Path folder = Files.createDirectory(temp.resolve("folder"));
        Files.writeString(folder.resolve("inside.txt"), "kept");
        Files.createSymbolicLink(out.resolve("a.png"), victim);
        Files.createSymbolicLink(out.resolve("b.png"), temp.resolve("not-there"));
        Files.createSymbolicLink(out.resolve("c.zarr"), folder);

        assertThat(CliRun.java("--force", picture, out.resolve("a.png")).status())
                .isZero();
        assertThat(CliRun.java("--force", picture, out.resolve("b.png")).status())
                .isZero();
        assertThat(CliRun.java("--force", picture, out.resolve("c.zarr")).status())
                .isEqualTo(2);

        assertThat(victim).hasContent("kept");
        assertThat(temp.resolve("not-there")).doesNotExist();
        assertThat(folder.resolve("inside.txt")).hasContent("kept");
        assertThat(BatchesOfFilesTest.names(folder)).containsExactly("inside.txt");
        assertThat(out.resolve("a.png")).isRegularFile();
    }

    @Test
    void whatALinkToAReplaceableImageHasStays() throws IOException {
        Path image = image();
        Path link = Files.createSymbolicLink(temp.resolve("link.zarr"), image);
        byte[] before = Files.readAllBytes(image.resolve(".zattrs"));
        assertThat(CliRun.java("--force", "--black", 90, picture, link).status())
                .isZero();
        assertThat(image.resolve(".zattrs")).hasBinaryContent(before);
        assertThat(Files.isSymbolicLink(link)).isFalse();
    }

    @Test
    void nothingIsFetched() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/picture.png";
            String xml = "<?xml version=\"1.0\"?><!DOCTYPE OME SYSTEM \"" + url + "\" [<!ENTITY x SYSTEM \"" + url
                    + "\">]><OME xmlns=\"http://www.openmicroscopy.org/Schemas/OME/2016-06\">&x;</OME>";
            Path image = image();
            Files.createDirectory(image.resolve("OME"));
            Files.writeString(image.resolve("OME/METADATA.ome.xml"), xml);
            Path tiff = Files.write(temp.resolve("described.ome.tif"), described(xml));

            assertThat(CliRun.java(image, temp.resolve("of-zarr.png")).status()).isZero();
            CliRun ofTiff = CliRun.java(tiff, temp.resolve("of-tiff.png"));
            assertThat(ofTiff.err())
                    .containsExactly("The OME-XML of '" + tiff + "' cannot be read, because it has a document type;"
                            + " each page counts as a slice.");
            assertThat(CliRun.java("file:" + picture, temp.resolve("out.png")).status())
                    .isEqualTo(2);
            assertThat(requests).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    /** A grey TIFF of 2 x 2 pixels whose description (270) and XMP (700) are that text. */
    private static byte[] described(String xml) {
        byte[] text = (xml + "\0").getBytes(StandardCharsets.UTF_8);
        int[][] fields = {
            {256, 4, 1, 2},
            {257, 4, 1, 2},
            {258, 4, 1, 8},
            {259, 4, 1, 1},
            {262, 4, 1, 1},
            {270, 2, text.length, 204},
            {273, 4, 1, 200},
            {278, 4, 1, 2},
            {279, 4, 1, 4},
            {700, 1, text.length, 204}
        };
        ByteBuffer bytes = TiffHeader.of(204 + text.length, fields);
        return bytes.position(200)
                .put(new byte[] {0, 90, (byte) 180, (byte) 255})
                .put(text)
                .array();
    }
}
