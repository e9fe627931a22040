package sc.fiji.imagetomask.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.imagetomask.cli.PlateSample;
import sc.fiji.imagetomask.ome.OmeVersion;

/** Jobs on a real HDFS of one name node and two data nodes on this machine: the bytes are those of folders. */
class HdfsTest {

    @TempDir
    private static Path temp;

    private static Hdfs hdfs;
    private static String address;

    @BeforeAll
    static void start() throws IOException {
        Local.use();
        hdfs = new Hdfs(temp, 2);
        address = hdfs.address();
    }

    @AfterAll
    static void stop() {
        if (hdfs != null) hdfs.close();
        Local.dontUse();
    }

    @ParameterizedTest
    @EnumSource
    void bytesAreThoseOfFolders(OmeVersion version) throws IOException {
        Path picture = temp.resolve("picture" + version + ".ome.zarr");
        SampleImage.ofColours(version).write(picture);
        Path here = temp.resolve("here" + version + ".zarr");
        Object[] options = {"--channel", "S (HSV)", "--engine", "java", "--block", "32"};
        assertThat(Local.run(with(options, "--mask", picture, picture, here)).status())
                .isZero();
        String there = hdfs.put(picture);
        String mask = "mask" + version + ".ome.zarr";

        Local.Outcome outcome = Local.run(with(options, "--mask", there, there, address + "/" + mask));

        assertThat(outcome.status()).as(outcome.err().toString()).isZero();
        Local.assertSame(hdfs.get(mask), here);
        assertThat(Local.run(with(options, there, address + "/" + mask)).err())
                .containsExactly("'" + address + "/" + mask + "' exists already; use --force to replace it.");
        assertThat(Local.run(with(options, "--force", "--mask", there, there, address + "/" + mask))
                        .status())
                .isZero();
        assertThat(Local.run(with(options, "--force", there, there)).err())
                .containsExactly("The output is '" + there + "', but must be outside the input '" + there + "'.");
    }

    private static Object[] with(Object[] options, Object... more) {
        Object[] all = java.util.Arrays.copyOf(options, options.length + more.length);
        System.arraycopy(more, 0, all, options.length, more.length);
        return all;
    }

    @Test
    void aPlateBecomesAPlateWhenADataNodeHasGone() throws IOException {
        Path plate = PlateSample.plate(temp.resolve("plate.zarr"), OmeVersion.V0_5);
        Object[] options = {"--channel", "R (RGB)", "--engine", "java"};
        Path here = temp.resolve("plate here.zarr");
        assertThat(Local.run(with(options, plate, here)).status()).isZero();
        String there = hdfs.put(plate);
        var gone = hdfs.stopDataNode();
        try {
            Local.Outcome outcome = Local.run(with(options, there, address + "/plates.ome.zarr"));
            assertThat(outcome.status()).as(outcome.err().toString()).isZero();
            Local.assertSame(hdfs.get("plates.ome.zarr"), here);
        } finally {
            hdfs.startAgain(gone);
        }
    }

    @Test
    void mistakesAreOneSentence() {
        assertThat(Local.run(address + "/none.zarr", address + "/x.zarr").err())
                .containsExactly("'" + address + "/none.zarr' is not a folder.");
        assertThat(Local.run("nonsense://host/none.zarr", address + "/x.zarr").err())
                .containsExactly(
                        "'nonsense://host/none.zarr' is an address of nonsense, but the library for nonsense is not"
                                + " on Spark's class path.");
        assertThat(Local.run(address + "/none.zarr", "https://host/x.zarr").err())
                .containsExactly("OUTPUT is 'https://host/x.zarr', but must be a folder, or an address of S3 or of this"
                        + " cluster's Hadoop, such as hdfs://.");
    }
}
