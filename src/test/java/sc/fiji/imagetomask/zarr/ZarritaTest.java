package sc.fiji.imagetomask.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.cli.CliRun;
import sc.fiji.imagetomask.cli.PlateSample;
import sc.fiji.imagetomask.ome.OmeLevel;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.ome.OmeZarrImage;
import sc.fiji.imagetomask.ome.OmeZarrSpec;
import sc.fiji.imagetomask.zarr.store.s3.S3Server;

/** zarrita reads what is written here, and its arrays are read here. */
class ZarritaTest {

    @TempDir
    private Path work;

    @Test
    void zarritaReadsOurs() throws IOException {
        Path images = Files.createDirectory(work.resolve("images"));
        int written = 0;
        for (OmeVersion version : OmeVersion.values())
            for (DataType type : List.of(DataType.UINT8, DataType.UINT16, DataType.FLOAT32))
                for (Compression compression : Samples.compressions()) {
                    String separator = written % 2 == 0 ? "/" : ".";
                    OmeZarrSpec spec =
                            Samples.separated(Samples.spec(type, version).withCompression(compression), separator);
                    Samples.write(images.resolve("image" + written++), spec);
                }

        assertThat(Zarrita.run("read", images, work)).hasSize(written * 3);

        for (int i = 0; i < written; i++) assertSame(images, "image" + i);
    }

    @Test
    void zarritaReadsShardsAsWeDo() throws IOException {
        Path images = Files.createDirectory(work.resolve("images"));
        for (DataType type : List.of(DataType.UINT8, DataType.FLOAT32)) {
            Path image = images.resolve(type.v3Name());
            Object values = Samples.write(image, Samples.spec(type, OmeVersion.V0_5));
            ShardPacker.pack(image.resolve("0"));
            assertThat(Hand.all(image.resolve("0"))).isEqualTo(values);
        }

        assertThat(Zarrita.run("read", images, work)).hasSize(2 * 3);

        assertSame(images, "uint8");
        assertSame(images, "float32");
    }

    /** From the server, so that it sees what others see. */
    @Test
    void zarritaReadsWhatWasWrittenToS3() throws IOException {
        Path bucket = work.resolve("s3/bucket");
        try (S3Server server = new S3Server(work.resolve("s3"))) {
            for (OmeVersion version : OmeVersion.values()) {
                Path folder = work.resolve("picture" + version + ".zarr");
                Samples.write(folder, Samples.spec(DataType.UINT8, version));
                CliRun run = CliRun.java(
                        "--s3-endpoint",
                        server.endpoint(),
                        "--invert",
                        "--chunk",
                        16,
                        folder,
                        "s3://bucket/mask" + version + ".zarr");
                assertThat(run.status()).as(run.err().toString()).isZero();
            }
            Files.writeString(bucket.resolve("SERVER"), server.endpoint() + "/bucket");
            server.makePublic();
            assertThat(Zarrita.run("fetch", bucket, work)).hasSize(2 * 3);
        }
        for (OmeVersion version : OmeVersion.values()) assertSame(bucket, "mask" + version + ".zarr");
    }

    @Test
    void weReadZarritas() throws IOException {
        Path arrays = Files.createDirectory(work.resolve("arrays"));

        List<String> names = Zarrita.run("write", arrays, work);

        assertThat(names).hasSize(200);
        for (String name : names) {
            ZarrArray array = ZarrArray.open(arrays.resolve(name));
            Object values = raw(array, arrays.resolve(name + ".raw"));
            assertThat(Hand.all(arrays.resolve(name))).as(name).isEqualTo(values);
        }
    }

    @Test
    void zarritaReadsPlatesOfMasks() throws IOException {
        Path masks = Files.createDirectory(work.resolve("masks"));
        for (OmeVersion version : OmeVersion.values()) {
            Path plate = PlateSample.plate(work.resolve("plate" + version + ".zarr"), version);
            assertThat(CliRun.java("--channel", "R (RGB)", plate, masks.resolve("mask" + version + ".zarr"))
                            .status())
                    .isZero();
        }

        assertThat(Zarrita.run("plate", masks, work))
                .containsExactlyInAnyOrder(
                        "mask0.4.zarr A/1/0 2 2",
                        "mask0.4.zarr A/1/1 2 2",
                        "mask0.4.zarr B/2/0 2 2",
                        "mask0.5.zarr A/1/0 2 2",
                        "mask0.5.zarr A/1/1 2 2",
                        "mask0.5.zarr B/2/0 2 2");

        for (OmeVersion version : OmeVersion.values())
            for (String field : PlateSample.FIELDS) {
                String name = "mask" + version + ".zarr";
                ZarrArray array = OmeZarrImage.open(masks.resolve(name).resolve(field))
                        .level(0)
                        .array();
                Object values = raw(array, masks.resolve(name + "." + field.replace('/', '-') + ".raw"));
                assertThat(values).as(name + " " + field).isEqualTo(Hand.all(array));
            }
    }

    private static void assertSame(Path images, String name) throws IOException {
        OmeZarrImage image = OmeZarrImage.open(images.resolve(name));
        assertThat(image.levels()).hasSize(3);
        for (OmeLevel level : image.levels()) {
            Object values = raw(level.array(), images.resolve(name + "." + level.path() + ".raw"));
            assertThat(values).as("%s level %s", name, level.path()).isEqualTo(Hand.all(level.array()));
        }
    }

    private static Object raw(ZarrArray array, Path file) throws IOException {
        return array.dataType().fromBytes(Files.readAllBytes(file), ByteOrder.LITTLE_ENDIAN);
    }
}
