package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.store.WebServer;

/** An image on a server whose certificate Java trusts, or does not. */
class HttpsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path temp;

    private Path picture;
    private Path mask;
    private KeyStore keys;

    @BeforeEach
    void make() throws Exception {
        picture = Files.createDirectory(temp.resolve("web")).resolve("a.zarr");
        mask = temp.resolve("mask.png");
        ZarrSample.write(
                picture, "cyx", new long[] {2, 90, 122}, new int[] {1, 32, 50}, DataType.UINT8, OmeVersion.V0_5, 7);
        Path file = temp.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("keytool.txt").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
        keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
    }

    private WebServer server() throws Exception {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        return new WebServer(picture.getParent(), tls.getServerSocketFactory());
    }

    /** A file with the server's certificate, for Java to trust. */
    private Path trusted() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        Path file = temp.resolve("trusted.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            trusted.store(out, PASSWORD);
        }
        return file;
    }

    @Test
    void aTrustedServerGivesTheMaskOfTheFolder() throws Exception {
        Path same = temp.resolve("same.png");
        assertThat(CliRun.java(picture, same).status()).isZero();
        try (WebServer server = server()) {
            CliRun run = CliProcess.withJava(
                    List.of(
                            "-Djavax.net.ssl.trustStore=" + trusted(),
                            "-Djavax.net.ssl.trustStorePassword=" + new String(PASSWORD)),
                    "--engine",
                    "java",
                    server.address() + "/a.zarr",
                    mask);
            assertThat(run.status()).as(run.err().toString()).isZero();
        }
        assertThat(mask).hasSameBinaryContentAs(same);
    }

    @Test
    void aServerThatJavaDoesNotTrustIsRefusedInOneSentence() throws Exception {
        try (WebServer server = server()) {
            CliRun run = CliRun.java(server.address() + "/a.zarr", mask);
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.err())
                    .singleElement()
                    .asString()
                    .startsWith("'" + server.address() + "/a.zarr")
                    .contains("cannot be read")
                    .contains("certification path");
        }
        assertThat(mask).doesNotExist();
    }
}
