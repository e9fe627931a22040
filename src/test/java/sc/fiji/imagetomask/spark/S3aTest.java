package sc.fiji.imagetomask.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.imagetomask.cli.PlateSample;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.Samples;
import sc.fiji.imagetomask.zarr.ShardPacker;
import sc.fiji.imagetomask.zarr.store.s3.S3Server;

/** Jobs whose images are in S3, by Hadoop's {@code s3a}: the bytes are those of folders. */
class S3aTest {

    @TempDir
    private static Path temp;

    private static S3Server server;
    private static Path bucket;
    private static Map<String, String> settings;

    /** One server, because Hadoop keeps what it knows of a bucket. */
    @BeforeAll
    static void start() throws IOException {
        Local.use();
        server = new S3Server(temp.resolve("s3"));
        bucket = temp.resolve("s3/bucket");
        settings = Map.of(
                "endpoint",
                server.endpoint(),
                "endpoint.region",
                "us-east-1",
                "path.style.access",
                "true",
                "access.key",
                "tester",
                "secret.key",
                S3Server.SECRET,
                "buffer.dir",
                temp.resolve("buffer").toString());
        settings.forEach((key, value) -> System.setProperty("spark.hadoop.fs.s3a." + key, value));
    }

    @AfterAll
    static void stop() throws IOException {
        Local.dontUse();
        if (settings != null) settings.keySet().forEach(key -> System.clearProperty("spark.hadoop.fs.s3a." + key));
        if (server != null) server.close();
    }

    private static Local.Outcome run(List<String> options, Object... more) {
        List<Object> all = new ArrayList<>(List.of("--engine", "java"));
        all.addAll(options);
        all.addAll(List.of(more));
        Local.Outcome outcome = Local.run(all.toArray());
        assertThat(outcome.toString()).doesNotContain(S3Server.SECRET, "tester");
        return outcome;
    }

    private static void make(List<String> options, Object... more) {
        Local.Outcome outcome = run(options, more);
        assertThat(outcome.status()).as(outcome.err().toString()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void bytesAreThoseOfFolders(OmeVersion version) throws IOException {
        Path picture = bucket.resolve(version + ".ome.zarr");
        SampleImage.ofColours(version).write(picture);
        Path here = temp.resolve("here" + version + ".zarr");
        List<String> options = List.of("--channel", "S (HSV)", "--block", "32");
        make(options, "--mask", picture, picture, here);
        String there = "s3a://bucket/" + version + ".ome.zarr";

        make(options, "--mask", there, there, "s3a://bucket/masks/" + version + ".ome.zarr");

        assertThat(S3Server.files(bucket.resolve("masks/" + version + ".ome.zarr")))
                .isEqualTo(S3Server.files(here));
    }

    @Test
    void partsOfShardsAreReadAndAMaskIsReplaced() throws IOException {
        Path picture = bucket.resolve("sharded.zarr");
        Samples.write(picture, Samples.spec(DataType.UINT16, OmeVersion.V0_5));
        ShardPacker.pack(picture.resolve("0"));
        Path here = temp.resolve("sharded here.zarr");
        String there = "s3a://bucket/sharded.zarr";
        String mask = "s3a://bucket/of shards.zarr";
        List<String> options = List.of("--channel", "Y (YUV)", "--range", "type", "--block", "32");
        make(options, picture, here);
        make(List.of("--invert"), there, mask);
        assertThat(run(options, there, mask).err())
                .containsExactly("'" + mask + "' exists already; use --force to replace it.");

        make(options, "--force", there, mask);

        assertThat(S3Server.files(bucket.resolve("of shards.zarr"))).isEqualTo(S3Server.files(here));
        assertThat(run(options, "--force", there, there).err())
                .containsExactly("The output is '" + there + "', but must be outside the input '" + there + "'.");
    }

    @Test
    void aPlateBecomesAPlate() throws IOException {
        Path plate = PlateSample.plate(bucket.resolve("plate.zarr"), OmeVersion.V0_5);
        List<String> options = List.of("--channel", "R (RGB)", "--statistics", "batch");
        Path here = temp.resolve("plate here.zarr");
        make(options, plate, here);

        make(options, "s3a://bucket/plate.zarr", "s3a://bucket/masks/plate.zarr");

        assertThat(S3Server.files(bucket.resolve("masks/plate.zarr"))).isEqualTo(S3Server.files(here));
    }

    /** As that of Hadoop without the AWS SDK. */
    static final class Broken {
        static {
            broken();
        }

        private static void broken() {
            throw new NoClassDefFoundError("software/amazon/awssdk/Missing");
        }
    }

    /** As one whose settings are wrong. */
    static final class Stopping {
        static {
            Integer.parseInt("seven");
        }
    }

    private static List<String> errorsOf(Class<?> broken) {
        System.setProperty("spark.hadoop.fs.broken.impl", broken.getName());
        try {
            return run(List.of(), "broken://bucket/none.zarr", "s3a://bucket/x.zarr")
                    .err();
        } finally {
            System.clearProperty("spark.hadoop.fs.broken.impl");
        }
    }

    @Test
    void mistakesAreOneSentence() {
        assertThat(run(List.of(), "s3a://bucket/none.zarr", "s3a://bucket/x.zarr")
                        .err())
                .containsExactly("'s3a://bucket/none.zarr' is not a folder.");
        assertThat(errorsOf(Broken.class))
                .containsExactly(
                        "'broken://bucket/none.zarr' is an address of broken, but"
                                + " software/amazon/awssdk/Missing, which the library for it needs, is not on Spark's class path.");
        for (int i = 0; i < 2; i++) // Java has another error when it is asked again
        assertThat(errorsOf(Stopping.class))
                    .singleElement()
                    .asString()
                    .startsWith("'broken://bucket/none.zarr' is not an address that this cluster's Hadoop reads: ")
                    .contains("For input string: \"seven\"");
        assertThat(run(List.of(), "s3a://other/none.zarr", "s3a://bucket/x.zarr")
                        .err())
                .singleElement()
                .asString()
                .startsWith("'s3a://other/none.zarr' cannot be read: ")
                .contains("NoSuchBucket");
    }
}
