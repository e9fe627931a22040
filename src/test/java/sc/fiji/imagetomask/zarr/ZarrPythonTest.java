package sc.fiji.imagetomask.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.Python;
import sc.fiji.imagetomask.cli.CliRun;
import sc.fiji.imagetomask.ome.OmeLevel;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.ome.OmeZarrImage;
import sc.fiji.imagetomask.zarr.store.s3.S3Server;

/** zarr-python reads what the command line wrote to S3, from the server. */
class ZarrPythonTest {

    @TempDir
    private Path work;

    @Test
    void zarrPythonReadsWhatWasWrittenToS3() throws IOException {
        Path picture = work.resolve("picture.zarr");
        Samples.write(picture, Samples.spec(DataType.UINT8, OmeVersion.V0_4));
        String told;
        try (S3Server server = new S3Server(work.resolve("s3"))) {
            write(server, picture, "none", "32-bit");
            write(server, picture, "gzip", "8-bit");
            write(server, picture, "zstd", "8-bit");
            write(server, picture, "blosc", "32-bit");
            server.makePublic();
            told = Python.runZarr2(
                    "read_zarr.py",
                    server.endpoint() + "/bucket",
                    work,
                    "none.zarr",
                    "gzip.zarr",
                    "zstd.zarr",
                    "blosc.zarr");
        }

        assertThat(told.lines())
                .containsExactly(
                        "none.zarr 0 float32 2x37x41 none",
                        "none.zarr 1 float32 2x19x21 none",
                        "none.zarr 2 float32 2x10x11 none",
                        "gzip.zarr 0 uint8 2x37x41 gzip",
                        "gzip.zarr 1 uint8 2x19x21 gzip",
                        "gzip.zarr 2 uint8 2x10x11 gzip",
                        "zstd.zarr 0 uint8 2x37x41 zstd",
                        "zstd.zarr 1 uint8 2x19x21 zstd",
                        "zstd.zarr 2 uint8 2x10x11 zstd",
                        "blosc.zarr 0 float32 2x37x41 blosc",
                        "blosc.zarr 1 float32 2x19x21 blosc",
                        "blosc.zarr 2 float32 2x10x11 blosc");

        for (String name : List.of("none.zarr", "gzip.zarr", "zstd.zarr", "blosc.zarr"))
            for (OmeLevel level :
                    OmeZarrImage.open(work.resolve("s3/bucket").resolve(name)).levels()) {
                byte[] raw = Files.readAllBytes(work.resolve(name + "." + level.path() + ".raw"));
                assertThat(level.array().dataType().fromBytes(raw, ByteOrder.LITTLE_ENDIAN))
                        .as("%s level %s", name, level.path())
                        .isEqualTo(Hand.all(level.array()));
            }
    }

    /** The name of the mask is that of the compression. */
    private static void write(S3Server server, Path picture, String compression, String output) {
        CliRun run = CliRun.java(
                "--s3-endpoint",
                server.endpoint(),
                "--invert",
                "--chunk",
                16,
                "--compression",
                compression,
                "--output",
                output,
                picture,
                "s3://bucket/" + compression + ".zarr");
        assertThat(run.status()).as(run.err().toString()).isZero();
    }
}
