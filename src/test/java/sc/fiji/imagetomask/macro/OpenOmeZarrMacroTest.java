package sc.fiji.imagetomask.macro;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.cli.CliRun;
import sc.fiji.imagetomask.cli.PlateSample;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.zarr.store.WebServer;
import sc.fiji.imagetomask.zarr.store.s3.S3Server;

/** <i>Open OME-Zarr...</i> in macros: masks of what it opens are those of the command line, and a mistake stops the macro. */
class OpenOmeZarrMacroTest {

    @TempDir
    private Path folder;

    @Test
    void masksAreThoseOfTheCommandLine() throws Exception {
        Path web = Files.createDirectory(folder.resolve("web"));
        Path plate = PlateSample.plate(web.resolve("plate.zarr"), OmeVersion.V0_5);
        List<String> classPath = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        String output;
        PlateSample.plate(folder.resolve("s3/bucket/plate.zarr"), OmeVersion.V0_4);
        try (WebServer server = new WebServer(web);
                S3Server s3 = new S3Server(folder.resolve("s3"))) {
            s3.makePublic();
            output = HeadlessFiji.output(
                    folder,
                    "-Xmx512m",
                    classPath,
                    OpenOmeZarrSession.class,
                    plate,
                    folder.resolve("local.tif"),
                    folder.resolve("far.tif"),
                    Path.of(server.address()),
                    Path.of(s3.endpoint()),
                    folder.resolve("s3.tif"));
        }
        assertThat(output)
                .contains("plate.zarr B/2/0 70 60 2 1 1 1")
                .contains("plate.zarr A/1/1 35 30 2 1 1 1")
                .contains(
                        "error: s3-endpoint is 'host', but must be the address of a server, such as https://s3.example.org")
                .contains("error: path is missing, but must be the folder or address of an OME-Zarr image.")
                .contains("error: '/nowhere' is not a folder.")
                .contains(
                        "error: 'ftp://host/x.zarr' is an address of ftp, but must start with http://, https:// or s3://.")
                .contains(
                        "holds several OME-Zarr images; name one of them as field, or give its folder: A/1/0, A/1/1, B/2/0.")
                .contains("error: field is 'C/1/0', but must be one of A/1/0, A/1/1, B/2/0 in '")
                .contains("error: level is 7, but must be from 0 to 2 in '")
                .contains("error: level is 'x', but must be a whole number of 0 or more.")
                .contains(
                        "error: 'depth=1' is not an option, but must be one of path, level, field, s3-endpoint, s3-anonymous.")
                .doesNotContain("went on");
        assertSame("local.tif", plate, "--field", "B/2/0");
        assertSame("far.tif", plate, "--field", "A/1/1", "--level", 1);
        assertSame("s3.tif", folder.resolve("s3/bucket/plate.zarr"), "--field", "A/1/1", "--level", 1);
    }

    private void assertSame(String made, Path plate, Object... options) throws Exception {
        Path expected = folder.resolve("expected " + made);
        Object[] all = java.util.Arrays.copyOf(options, options.length + 4);
        Object[] more = {"--channel", "R (RGB)", plate, expected};
        System.arraycopy(more, 0, all, options.length, more.length);
        CliRun run = CliRun.java(all);
        assertThat(run.status()).as(run.err().toString()).isZero();
        ImagePlus mask = IJ.openImage(folder.resolve(made).toString());
        assertThat(mask.getProcessor().getPixels())
                .isEqualTo(IJ.openImage(expected.toString()).getProcessor().getPixels());
    }
}
