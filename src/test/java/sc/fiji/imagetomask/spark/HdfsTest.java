package sc.fiji.imagetomask.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.imagetomask.cli.PlateSample;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.zarr.DataType;

/** Jobs on a real HDFS of one name node and two data nodes on this machine: the bytes are those of folders. */
class HdfsTest {

    @TempDir
    private static Path temp;

    private static MiniDFSCluster cluster;
    private static FileSystem files;
    private static String address;

    @BeforeAll
    static void start() throws IOException {
        Local.use();
        Configuration conf = new Configuration();
        conf.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, temp.resolve("hdfs").toString());
        conf.set("dfs.namenode.rpc-bind-host", "127.0.0.1");
        cluster = new MiniDFSCluster.Builder(conf).numDataNodes(2).build();
        cluster.waitActive();
        files = cluster.getFileSystem();
        address = "hdfs://127.0.0.1:" + cluster.getNameNodePort();
    }

    @AfterAll
    static void stop() {
        if (cluster != null) cluster.shutdown();
        Local.dontUse();
    }

    private static String put(Path folder) throws IOException {
        org.apache.hadoop.fs.Path there = new org.apache.hadoop.fs.Path("/" + folder.getFileName());
        files.copyFromLocalFile(new org.apache.hadoop.fs.Path(folder.toUri()), there);
        return address + there;
    }

    private static Path get(String name) throws IOException {
        Path here = temp.resolve("from " + name);
        files.copyToLocalFile(
                false, new org.apache.hadoop.fs.Path("/" + name), new org.apache.hadoop.fs.Path(here.toUri()), true);
        return here;
    }

    @ParameterizedTest
    @EnumSource
    void bytesAreThoseOfFolders(OmeVersion version) throws IOException {
        Path picture = temp.resolve("picture" + version + ".ome.zarr");
        new SampleImage(
                        "czyx",
                        Map.of("c", 3, "z", 2, "y", 70, "x", 50),
                        Map.of("c", 1, "y", 32, "x", 32),
                        DataType.UINT8,
                        version,
                        5)
                .write(picture);
        Path here = temp.resolve("here" + version + ".zarr");
        Object[] options = {"--channel", "S (HSV)", "--engine", "java", "--block", "32"};
        assertThat(Local.run(with(options, "--mask", picture, picture, here)).status())
                .isZero();
        String there = put(picture);
        String mask = "mask" + version + ".ome.zarr";

        Local.Outcome outcome = Local.run(with(options, "--mask", there, there, address + "/" + mask));

        assertThat(outcome.status()).as(outcome.err().toString()).isZero();
        Local.assertSame(get(mask), here);
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
        String there = put(plate);
        MiniDFSCluster.DataNodeProperties gone = cluster.stopDataNode(0);
        try {
            Local.Outcome outcome = Local.run(with(options, there, address + "/plates.ome.zarr"));
            assertThat(outcome.status()).as(outcome.err().toString()).isZero();
            Local.assertSame(get("plates.ome.zarr"), here);
        } finally {
            cluster.restartDataNode(gone);
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
