package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.store.WebServer.Fault;
import sc.fiji.imagetomask.zarr.store.s3.S3Server;

/** Images in S3 are read, and masks written there are those in folders. */
class S3OnTheCommandLineTest {

    @TempDir
    private Path temp;

    private Path bucket;
    private S3Server server;

    @BeforeEach
    void serve() throws IOException {
        server = new S3Server(temp.resolve("s3"));
        bucket = temp.resolve("s3/bucket");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private void write(String name, OmeVersion version) throws IOException {
        ZarrSample.write(
                bucket.resolve(name),
                "tczyx",
                new long[] {2, 3, 2, 90, 122},
                new int[] {1, 1, 1, 32, 50},
                DataType.UINT8,
                version,
                7);
    }

    private CliRun run(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("--s3-endpoint", server.endpoint(), "--channel", "V (HSV)"));
        all.addAll(List.of(arguments));
        CliRun run = CliRun.java(all.toArray());
        assertThat(run.out() + " " + run.err()).doesNotContain(S3Server.SECRET, "tester");
        return run;
    }

    private void make(Object... arguments) {
        CliRun run = run(arguments);
        assertThat(run.status()).as(run.err().toString()).isZero();
    }

    private void assertSame(String inBucket, Path here) throws IOException {
        assertThat(S3Server.files(bucket.resolve(inBucket))).isEqualTo(S3Server.files(here));
    }

    @ParameterizedTest
    @EnumSource
    void masksAreThoseOfFolders(OmeVersion version) throws IOException {
        write("picture.ome.zarr", version);
        Path picture = bucket.resolve("picture.ome.zarr");
        Path here = temp.resolve("here.ome.zarr");
        Path single = temp.resolve("single.png");
        Object[] options = {"--channel", "V (HSV)", "--chunk", 50};
        OmeZarrOnTheCommandLineTest.make(AddressesOnTheCommandLineTest.with(options, "--mask", picture, picture, here));
        String there = "s3://bucket/picture.ome.zarr";
        make("--chunk", 50, "--mask", there, there, "s3://bucket/masks/there.ome.zarr");
        assertSame("masks/there.ome.zarr", here);
        make("--t", 1, "--z", 1, "s3://bucket/masks/there.ome.zarr", single);
        assertThat(single).isNotEmptyFile();
    }

    @Test
    void whatIsThereIsReplacedOnlyIfAskedFor() throws IOException {
        write("picture.ome.zarr", OmeVersion.V0_5);
        String mask = "s3://bucket/mask.ome.zarr";
        make("s3://bucket/picture.ome.zarr", mask);
        assertThat(run("s3://bucket/picture.ome.zarr", mask).err())
                .containsExactly("'" + mask + "' exists already; use --force to replace it.");
        CliRun left = run("--resume", "s3://bucket/picture.ome.zarr", mask);
        assertThat(left.status()).isZero();
        assertThat(left.out().toString()).contains(mask + " exists already and is kept.");
        assertThat(run("--resume", "--invert", "s3://bucket/picture.ome.zarr", mask)
                        .err()
                        .get(0))
                .contains("was made from another picture or with other settings");
        make("--force", "--invert", "s3://bucket/picture.ome.zarr", mask);
        Path here = temp.resolve("here.ome.zarr");
        OmeZarrOnTheCommandLineTest.make("--channel", "V (HSV)", "--invert", bucket.resolve("picture.ome.zarr"), here);
        assertSame("mask.ome.zarr", here);
        assertThat(run("--force", "s3://bucket/picture.ome.zarr", "s3://bucket/picture.ome.zarr")
                        .err()
                        .get(0))
                .contains("would overwrite");
        assertThat(run("--force", "s3://bucket/picture.ome.zarr", "s3://bucket/picture.ome.zarr/0.zarr")
                        .err()
                        .get(0))
                .contains("would overwrite");
        Files.writeString(Files.createDirectories(bucket.resolve("x.zarr")).resolve("notes"), "mine");
        assertThat(run("--force", "s3://bucket/picture.ome.zarr", "s3://bucket/x.zarr")
                        .err()
                        .get(0))
                .contains("is not replaced, because it is not");
        assertThat(bucket.resolve("x.zarr/notes")).hasContent("mine");
    }

    @Test
    void aRunThatFailsLeavesNothing() throws IOException {
        write("picture.ome.zarr", OmeVersion.V0_4);
        String mask = "s3://bucket/mask.ome.zarr";
        server.web()
                .go(request ->
                        request.line().startsWith("PUT") && request.path().contains("/mask.ome.zarr/0/1/")
                                ? Fault.S403
                                : Fault.NONE);
        CliRun failed = run("s3://bucket/picture.ome.zarr", mask);
        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.err()).singleElement().asString().contains("cannot be written: the server refuses it (403");
        assertThat(S3Server.files(bucket))
                .noneSatisfy((name, bytes) -> assertThat(name).contains("mask"));

        server.web()
                .go(request ->
                        request.line().startsWith("PUT") && request.path().contains("/mask.ome.zarr/0/1/")
                                        || request.line().matches("(DELETE|POST) .*")
                                ? Fault.S403
                                : Fault.NONE);
        assertThat(run("s3://bucket/picture.ome.zarr", mask).err())
                .anyMatch(line -> line.contains("is still there and is not complete"));
        server.web().go(request -> Fault.NONE);
        assertThat(run(mask, temp.resolve("other.ome.zarr")).err().get(0)).contains("is not complete");
        assertThat(run("s3://bucket/picture.ome.zarr", mask).err())
                .containsExactly(
                        "'" + mask + "' was begun and is not complete; use --resume or --force to make it again.");
        make("--resume", "s3://bucket/picture.ome.zarr", mask);
        Path here = temp.resolve("here.ome.zarr");
        OmeZarrOnTheCommandLineTest.make("--channel", "V (HSV)", bucket.resolve("picture.ome.zarr"), here);
        assertSame("mask.ome.zarr", here);
    }

    @ParameterizedTest
    @EnumSource
    void aPlateBecomesAPlate(OmeVersion version) throws IOException {
        Path plate = PlateSample.plate(bucket.resolve("plate.zarr"), version);
        Path here = temp.resolve("here.zarr");
        OmeZarrOnTheCommandLineTest.make("--channel", "V (HSV)", "--statistics", "batch", plate, here);
        server.web()
                .go(request ->
                        request.line().startsWith("PUT") && request.path().contains("B/2/0") ? Fault.S403 : Fault.NONE);
        CliRun broken = run("--statistics", "batch", "s3://bucket/plate.zarr", "s3://bucket/mask.zarr");
        assertThat(broken.err().toString()).contains("is not complete, because 1 of 3 fields were not made");
        server.web().go(request -> Fault.NONE);
        make("--statistics", "batch", "--resume", "s3://bucket/plate.zarr", "s3://bucket/mask.zarr");
        assertSame("mask.zarr", here);
        make("--field", "A/1/0", "s3://bucket/plate.zarr", "s3://bucket/one.zarr");
        Path one = temp.resolve("one.zarr");
        OmeZarrOnTheCommandLineTest.make("--channel", "V (HSV)", "--field", "A/1/0", plate, one);
        assertSame("one.zarr", one);
    }

    @Test
    void severalPicturesGoToOneAddress() throws IOException {
        write("a.ome.zarr", OmeVersion.V0_4);
        write("b.zarr", OmeVersion.V0_5);
        Path png = temp.resolve("c.png");
        ImageIO.write(new BufferedImage(20, 30, BufferedImage.TYPE_INT_RGB), "png", png.toFile());
        make("s3://bucket/a.ome.zarr", "s3://bucket/b.zarr", png, "s3://bucket/masks");
        assertThat(bucket.resolve("masks/a.ome.zarr/.zattrs")).exists();
        assertThat(bucket.resolve("masks/b.ome.zarr/zarr.json")).exists();
        assertThat(bucket.resolve("masks/c.ome.zarr/.zattrs")).exists();
    }

    /** As in a Fiji without them. */
    @Test
    void allElseWorksWithoutTheJarsForS3() throws Exception {
        write("a.zarr", OmeVersion.V0_4);
        String jars =
                "(s3|sts|sso|ssooidc|sdk-core|aws-core|utils|regions|auth|profiles|http-.*|url-connection.*)-2[.].*";
        Path mask = temp.resolve("mask.ome.zarr");
        assertThat(CliProcess.withoutJars(jars, "--engine", "java", bucket.resolve("a.zarr"), mask)
                        .status())
                .isZero();
        CliRun run = CliProcess.withoutJars(jars, "s3://bucket/a.zarr", mask);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .containsExactly(
                        "'s3://bucket/a.zarr' cannot be reached: the AWS SDK for Java is missing here. It is in"
                                + " the jar whose name ends in -all.jar; for Fiji, copy the jars of the folder fiji-s3 into Fiji's"
                                + " folder jars.");
        assertThat(CliProcess.withoutJars(jars, bucket.resolve("a.zarr"), "s3://bucket/mask.zarr")
                        .err())
                .hasSize(1);
    }

    /** The SDK logs; nobody wants to read that. */
    @Test
    void nothingIsPrintedButTheMask() throws Exception {
        write("a.zarr", OmeVersion.V0_4);
        server.makePublic();
        CliRun run = CliProcess.withoutJars(
                "log4j-.*",
                "--engine",
                "java",
                "--s3-endpoint",
                server.endpoint(),
                "--s3-anonymous",
                "s3://bucket/a.zarr",
                "s3://bucket/mask.zarr");
        assertThat(run.status()).as(run.err().toString()).isZero();
        assertThat(run.err()).singleElement().asString().startsWith("s3://bucket/a.zarr -> s3://bucket/mask.zarr: ");
    }

    @Test
    void mistakesAreOneSentence() throws IOException {
        write("a.zarr", OmeVersion.V0_4);
        assertThat(run("s3://bucket/a.zarr", "s3://bucket/mask.png").err())
                .containsExactly(
                        "OUTPUT is 's3://bucket/mask.png', but must end in .zarr: at an address only OME-Zarr is written.");
        assertThat(run("s3://bucket/none.zarr", temp.resolve("mask.zarr")).err())
                .containsExactly("'s3://bucket/none.zarr' is not a folder.");
        assertThat(run("s3://other/a.zarr", temp.resolve("mask.zarr")).err())
                .containsExactly("'s3://other/a.zarr' cannot be read: there is no bucket 'other'.");
        assertThat(CliRun.java("--s3-endpoint", "host", bucket.resolve("a.zarr"), temp.resolve("mask.zarr"))
                        .err())
                .singleElement()
                .asString()
                .startsWith("s3-endpoint is 'host', but must be the address of a server");
        assertThat(CliRun.java("--s3-anonymous", bucket.resolve("a.zarr"), temp.resolve("mask.zarr"))
                        .err())
                .containsExactly(
                        "--s3-anonymous has no effect: it is for addresses that start with s3://, and none is given.");
        assertThat(CliRun.java("s3://me:word@bucket/a.zarr", temp.resolve("mask.zarr"))
                        .err())
                .singleElement()
                .asString()
                .startsWith("'s3://bucket/a.zarr' is not a valid address");
    }
}
