package sc.fiji.imagetomask.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.cli.PlateSample;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.store.s3.S3Server;

/** Jobs whose images are in S3: the bytes are those of folders. */
class S3JobsTest {

    @TempDir
    private Path temp;

    private S3Server server;
    private Path bucket;

    @BeforeEach
    void start() throws IOException {
        Local.use();
        server = new S3Server(temp.resolve("s3"));
        bucket = temp.resolve("s3/bucket");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        Local.dontUse();
    }

    private Local.Outcome run(List<Object> options, Object... more) {
        List<Object> all = new ArrayList<>(List.of("--engine", "java", "--s3-endpoint", server.endpoint()));
        all.addAll(options);
        all.addAll(List.of(more));
        Local.Outcome outcome = Local.run(all.toArray());
        assertThat(outcome.toString()).doesNotContain(S3Server.SECRET, "tester");
        return outcome;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4})
    void bytesAreThoseOfFolders(int seed) throws IOException {
        Random random = new Random(seed);
        OmeVersion version = OmeVersion.values()[seed % 2];
        Path picture = bucket.resolve("picture.ome.zarr");
        new SampleImage(
                        "czyx",
                        Map.of("c", 3, "z", 2, "y", 50 + random.nextInt(40), "x", 40 + random.nextInt(40)),
                        Map.of("c", 1, "y", 32, "x", 16 << random.nextInt(2)),
                        random.nextBoolean() ? DataType.UINT8 : DataType.UINT16,
                        version,
                        seed)
                .write(picture);
        List<Object> options = new ArrayList<>(List.of(
                "--channel",
                List.of("S (HSV)", "B (LAB)", "Y (YUV)").get(random.nextInt(3)),
                "--output",
                List.of("8-bit", "32-bit", "binary").get(random.nextInt(3)),
                "--compression",
                List.of("none", "gzip", "zstd", "blosc").get(random.nextInt(4)),
                "--block",
                16 << random.nextInt(3),
                "--zarr-version",
                random.nextBoolean() ? "0.4" : "0.5"));
        if (random.nextBoolean()) options.add("--invert");
        boolean isMasked = random.nextBoolean();
        Path here = temp.resolve("here.ome.zarr");
        List<Object> inFolder = new ArrayList<>(options);
        if (isMasked) inFolder.addAll(List.of("--mask", picture));
        List<Object> inS3 = new ArrayList<>(options);
        if (isMasked) inS3.addAll(List.of("--mask", "s3://bucket/picture.ome.zarr"));
        assertThat(run(inFolder, picture, here).status()).isZero();

        Local.Outcome outcome = run(inS3, "s3://bucket/picture.ome.zarr", "s3://bucket/masks/mask.ome.zarr");

        assertThat(outcome.status()).as(outcome.err().toString()).isZero();
        assertThat(S3Server.files(bucket.resolve("masks/mask.ome.zarr"))).isEqualTo(S3Server.files(here));
        assertThat(run(inS3, "s3://bucket/picture.ome.zarr", "s3://bucket/masks/mask.ome.zarr")
                        .err())
                .containsExactly("'s3://bucket/masks/mask.ome.zarr' exists already; use --force to replace it.");
        assertThat(run(List.of("--force"), "s3://bucket/picture.ome.zarr", "s3://bucket/picture.ome.zarr")
                        .err())
                .singleElement()
                .asString()
                .contains("must be outside the input");
    }

    @Test
    void aMistakeIsOneSentence() {
        Local.Outcome outcome = Local.run("--s3-endpoint", "host", "s3://bucket/a.zarr", "s3://bucket/b.zarr");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .singleElement()
                .asString()
                .startsWith("s3-endpoint is 'host', but must be the address");
    }

    @Test
    void aPlateBecomesAPlate() throws IOException {
        Path plate = PlateSample.plate(bucket.resolve("plate.zarr"), OmeVersion.V0_5);
        List<Object> options = List.of("--channel", "R (RGB)", "--statistics", "batch");
        Path here = temp.resolve("here.zarr");
        assertThat(run(options, plate, here).status()).isZero();
        Local.Outcome outcome = run(options, "s3://bucket/plate.zarr", "s3://bucket/mask.zarr");
        assertThat(outcome.status()).as(outcome.err().toString()).isZero();
        assertThat(S3Server.files(bucket.resolve("mask.zarr"))).isEqualTo(S3Server.files(here));
    }
}
