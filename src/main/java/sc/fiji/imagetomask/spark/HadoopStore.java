package sc.fiji.imagetomask.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;
import sc.fiji.imagetomask.zarr.store.Address;
import sc.fiji.imagetomask.zarr.store.Problem;
import sc.fiji.imagetomask.zarr.store.WritableStore;

/**
 * A folder on a file system that the cluster's Hadoop knows, such as {@code hdfs://}.
 *
 * <p>Design decision: on file systems that rename in one step, an object starts in the folder {@link #UNFINISHED} under a
 * name of its own. Object stores cannot rename, but show an object only when all of it was sent.
 */
final class HadoopStore implements WritableStore {

    private static final Set<String> RENAMING =
            Set.of("hdfs", "viewfs", "webhdfs", "swebhdfs", "file", "ofs", "o3fs", "maprfs");

    /** How long HDFS's client waits, in ms, before it asks again whether what it wrote is on the data nodes. */
    private static final String WAIT = "dfs.client.block.write.locateFollowingBlock.initial.delay.ms";

    /** How often it asks; it waits twice as long after each time. */
    private static final String ASKED = "dfs.client.block.write.locateFollowingBlock.retries";

    private static final String ABORT = "fs.capability.outputstream.abortable";

    private final FileSystem files;
    private final Path root;
    private final Set<Path> made = ConcurrentHashMap.newKeySet();
    private FileContext renamer;

    private HadoopStore(FileSystem files, Path root) {
        this.files = files;
        this.root = root;
    }

    /**
     * The folder of that address, which need not be there.
     *
     * @throws IOException with one sentence, if Hadoop has no file system for it
     */
    static HadoopStore at(String address) throws IOException {
        try {
            Path root = new Path(URI.create(address.replaceAll("(?<!/)/+$", "").replace(" ", "%20")));
            SparkConf conf =
                    SparkEnv.get() == null ? new SparkConf() : SparkEnv.get().conf();
            Configuration hadoop = withShortWaits(SparkHadoopUtil.get().newConfiguration(conf));
            return new HadoopStore(root.getFileSystem(hadoop), root);
        } catch (IOException | RuntimeException | LinkageError e) {
            throw unread(address, e);
        }
    }

    /** Chunks are small files, for each of which 400 ms would be most of the time; all in all it waits as long as before. */
    private static Configuration withShortWaits(Configuration hadoop) {
        if (hadoop.getInt(WAIT, 400) != 400 || hadoop.getInt(ASKED, 5) != 5) return hadoop;
        hadoop.setInt(WAIT, 6);
        hadoop.setInt(ASKED, 11);
        return hadoop;
    }

    private static IOException unread(String address, Throwable problem) {
        String shown = Address.shown(address);
        Throwable cause = problem;
        while (cause.getCause() != null && !(cause instanceof ClassNotFoundException)) cause = cause.getCause();
        String scheme = address.replaceFirst(":.*", "");
        if (problem instanceof NoClassDefFoundError && !(cause instanceof ExceptionInInitializerError))
            return Problem.in(
                    shown,
                    "is an address of " + scheme + ", but " + cause.getMessage()
                            + ", which the library for it needs, is not on Spark's class path");
        if (cause instanceof ClassNotFoundException || cause instanceof UnsupportedFileSystemException)
            return Problem.in(
                    shown,
                    "is an address of " + scheme + ", but the library for " + scheme + " is not on Spark's class path");
        if (cause instanceof UnknownHostException)
            return Problem.in(shown, "cannot be reached: there is no host '" + cause.getMessage() + "'");
        return Problem.in(shown, "is not an address that this cluster's Hadoop reads", cause);
    }

    @Override
    public String name(String key) {
        return Address.shown(place(key).toString());
    }

    @Override
    public String lastName() {
        return root.getName();
    }

    @Override
    public HadoopStore inside(String folder) {
        return new HadoopStore(files, place(folder));
    }

    private Path place(String key) {
        return key.isEmpty() ? root : new Path(root, key);
    }

    @Override
    public boolean hasFolder(String key) throws IOException {
        FileStatus status = status(key);
        return status != null && status.isDirectory();
    }

    @Override
    public boolean exists(String key) throws IOException {
        return status(key) != null;
    }

    /** Null if there is nothing of that name. */
    private FileStatus status(String key) throws IOException {
        try {
            return files.getFileStatus(place(key));
        } catch (FileNotFoundException e) {
            return null;
        } catch (IOException e) {
            throw Problem.in(name(key), "cannot be read", e);
        }
    }

    @Override
    public boolean isFar() {
        return true;
    }

    /** Hadoop's S3A does for its statistics: HADOOP-19712. */
    @Override
    public boolean needsCommonPool() {
        return true;
    }

    @Override
    public boolean canList() {
        return true;
    }

    @Override
    public Stream<String> list(String folder) throws IOException {
        try {
            return Arrays.stream(files.listStatus(place(folder)))
                    .map(status -> status.getPath().getName() + (status.isDirectory() ? "/" : ""));
        } catch (FileNotFoundException e) {
            return Stream.empty();
        } catch (IOException e) {
            throw Problem.in(name(folder), "cannot be read", e);
        }
    }

    @Override
    public ByteBuffer read(String key, long maxBytes, IntFunction<byte[]> arrays) throws IOException {
        FileStatus status = status(key);
        if (status == null) return null;
        if (status.isDirectory()) throw Problem.in(name(key), "is not a file");
        long size = status.getLen();
        if (size > maxBytes) throw Problem.in(name(key), "has " + size + " bytes, but must have at most " + maxBytes);
        return readPart(key, 0, (int) size, arrays);
    }

    @Override
    public ByteBuffer readPart(String key, long from, int length, IntFunction<byte[]> arrays) throws IOException {
        try (FSDataInputStream in = files.open(place(key))) {
            byte[] bytes = arrays.apply(length);
            in.readFully(from, bytes, 0, length);
            return ByteBuffer.wrap(bytes, 0, length);
        } catch (FileNotFoundException e) {
            return null;
        } catch (IOException e) {
            throw Problem.in(name(key), "cannot be read", e);
        }
    }

    @Override
    public Part readEdge(String key, boolean fromEnd, int length) throws IOException {
        FileStatus status = status(key);
        if (status == null) return null;
        int there = (int) Math.min(status.getLen(), length);
        ByteBuffer bytes = readPart(key, fromEnd ? status.getLen() - there : 0, there, byte[]::new);
        return bytes == null ? null : new Part(bytes, status.getLen());
    }

    @Override
    public void write(String key, ByteBuffer bytes) throws IOException {
        try {
            makeFolder(place(key).getParent());
            if (RENAMING.contains(files.getScheme())) renamed(key, bytes);
            else send(files.create(place(key), true), bytes);
        } catch (IOException e) {
            throw Problem.in(name(key), "cannot be written", e);
        }
    }

    private void renamed(String key, ByteBuffer bytes) throws IOException {
        Path pieces = new Path(root, UNFINISHED);
        if (key.startsWith(UNFINISHED + "/")) makeFolder(pieces);
        Path piece = new Path(pieces, UUID.randomUUID() + ".part");
        boolean isRenamed = false;
        try {
            int buffer = files.getConf().getInt("io.file.buffer.size", 4096);
            send(
                    files.createNonRecursive(
                            piece,
                            false,
                            buffer,
                            files.getDefaultReplication(piece),
                            files.getDefaultBlockSize(piece),
                            null),
                    bytes);
            renamer().rename(piece, place(key), Options.Rename.OVERWRITE);
            isRenamed = true;
        } catch (FileNotFoundException e) {
            if (files.exists(pieces)) throw e;
            throw Problem.in(name(""), "is complete, or was deleted: nothing more can be written");
        } finally {
            if (!isRenamed) files.delete(piece, false);
        }
    }

    /** Each has connections of its own, so there is one. */
    private synchronized FileContext renamer() throws IOException {
        if (renamer == null) renamer = FileContext.getFileContext(files.getUri(), files.getConf());
        return renamer;
    }

    private void makeFolder(Path folder) throws IOException {
        if (made.contains(folder)) return;
        files.mkdirs(folder);
        made.add(folder);
    }

    /** What could not be sent as a whole is not kept. */
    private static void send(FSDataOutputStream out, ByteBuffer bytes) throws IOException {
        try (out) {
            try {
                out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
            } catch (IOException e) {
                if (out.hasCapability(ABORT)) out.abort();
                throw e;
            }
        }
    }

    @Override
    public void delete(String key) throws IOException {
        made.clear();
        try {
            files.delete(place(key), true);
        } catch (IOException e) {
            throw Problem.in(name(key), "cannot be deleted", e);
        }
    }
}
