package sc.fiji.imagetomask.spark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import sc.fiji.imagetomask.TestHome;

/** A real HDFS on this machine: a name node and data nodes in this process, and one that is a process of its own. */
final class Hdfs implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final int START_SECONDS = 60;

    private final Path folder;
    private final MiniDFSCluster cluster;
    private final FileSystem files;
    private Process node;

    /**
     * Starts it and waits until it is ready.
     *
     * @param folder for its files
     * @param dataNodes how many, in this process
     */
    Hdfs(Path folder, int dataNodes) throws IOException {
        this.folder = folder;
        Configuration conf = new Configuration();
        conf.set(
                MiniDFSCluster.HDFS_MINIDFS_BASEDIR,
                folder.resolve("hdfs").toAbsolutePath().toString());
        conf.set("dfs.namenode.rpc-bind-host", HOST);
        conf.setInt("dfs.client.block.write.locateFollowingBlock.initial.delay.ms", 10);
        cluster = new MiniDFSCluster.Builder(conf).numDataNodes(dataNodes).build();
        try {
            cluster.waitActive();
            files = cluster.getFileSystem();
        } catch (IOException | RuntimeException e) {
            cluster.shutdown();
            throw e;
        }
    }

    /** What names of folders on it start with. */
    String address() {
        return "hdfs://" + HOST + ":" + cluster.getNameNodePort();
    }

    /** Stops the first data node of this process; what this returns starts it again. */
    MiniDFSCluster.DataNodeProperties stopDataNode() {
        return cluster.stopDataNode(0);
    }

    void startAgain(MiniDFSCluster.DataNodeProperties stopped) throws IOException {
        cluster.restartDataNode(stopped);
    }

    /** Starts another data node as a process, and waits until it takes part. */
    void startDataNodeProcess() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.apache.hadoop.hdfs.server.datanode.DataNode",
                "-Dfs.defaultFS=" + address(),
                "-Ddfs.datanode.data.dir=" + folder.resolve("data").toUri()));
        for (String port : List.of("address", "http.address", "ipc.address"))
            command.add("-Ddfs.datanode." + port + "=" + HOST + ":0");
        command.addAll(1, TestHome.options());
        File log = folder.resolve("datanode.log").toFile();
        int wanted = cluster.getDataNodes().size() + 1;
        node = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (cluster.getNamesystem().getNumLiveDataNodes() < wanted) {
            if (System.nanoTime() > end || !node.isAlive())
                throw new IOException("The data node did not start: see '" + log + "'.");
            Thread.sleep(50);
        }
    }

    /** Kills that process in the middle of whatever it does. */
    void killDataNodeProcess() throws InterruptedException {
        node.destroyForcibly().waitFor();
    }

    /** Copies a folder to it, and tells its address there. */
    String put(Path folder) throws IOException {
        org.apache.hadoop.fs.Path there = new org.apache.hadoop.fs.Path("/" + folder.getFileName());
        files.copyFromLocalFile(new org.apache.hadoop.fs.Path(folder.toUri()), there);
        return address() + there;
    }

    /** Copies a folder from it. */
    Path get(String name) throws IOException {
        Path here = folder.resolve("from " + name);
        files.copyToLocalFile(
                false, new org.apache.hadoop.fs.Path("/" + name), new org.apache.hadoop.fs.Path(here.toUri()), true);
        return here;
    }

    /** How many files a folder has whose bytes lie on so many data nodes. */
    long files(String name, int copies) throws IOException {
        org.apache.hadoop.fs.Path there = new org.apache.hadoop.fs.Path("/" + name);
        if (!files.exists(there)) return 0;
        long count = 0;
        RemoteIterator<LocatedFileStatus> all = files.listFiles(there, true);
        while (all.hasNext()) {
            LocatedFileStatus file = all.next();
            if (file.getLen() > 0 && file.getBlockLocations()[0].getNames().length == copies) count++;
        }
        return count;
    }

    @Override
    public void close() {
        if (node != null) node.destroyForcibly().onExit().join(); // its files may be deleted now
        cluster.shutdown();
    }
}
