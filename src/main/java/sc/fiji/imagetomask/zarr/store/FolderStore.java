package sc.fiji.imagetomask.zarr.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * A folder whose files are the objects; links that lead out of it are not followed. Every file starts in the folder
 * {@link #UNFINISHED} under a name of its own and takes its place in one step.
 */
public final class FolderStore implements WritableStore {

    private static final int PIECE = 1 << 17;

    private final Path folder;
    private final Path root;

    /** @param folder which need not be there */
    public FolderStore(Path folder) throws IOException {
        this.folder = folder;
        root = real(folder.toAbsolutePath().normalize());
    }

    /** Without links; what is not there has none. */
    private static Path real(Path path) throws IOException {
        Path parent = path.getParent();
        return Files.exists(path) || parent == null
                ? path.toRealPath()
                : real(parent).resolve(path.getFileName());
    }

    /** The same; the folder is made if it is not there. */
    public static FolderStore create(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw Problem.in(folder.toString(), "is a file, but must be a folder");
        }
        return new FolderStore(folder);
    }

    @Override
    public String name(String key) {
        return (key.isEmpty() ? folder : root.resolve(key)).toString();
    }

    @Override
    public String lastName() {
        return root.getFileName().toString();
    }

    @Override
    public FolderStore inside(String inner) throws IOException {
        return new FolderStore(folder.resolve(inner));
    }

    @Override
    public boolean hasFolder(String key) throws IOException {
        try {
            Path inner = root.resolve(key);
            requireInside(inner);
            return Files.isDirectory(inner);
        } catch (InvalidPathException | NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public boolean exists(String key) {
        try {
            return Files.exists(root.resolve(key));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    @Override
    public boolean isFar() {
        return false;
    }

    @Override
    public boolean canList() {
        return true;
    }

    @Override
    public Stream<String> list(String inner) throws IOException {
        Path there = root.resolve(inner);
        if (!Files.exists(there)) return Stream.empty();
        return Files.list(there)
                .map(path -> path.getFileName() + (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? "/" : ""));
    }

    @Override
    public ByteBuffer read(String key, long maxBytes, IntFunction<byte[]> arrays) throws IOException {
        try (FileChannel channel = open(key)) {
            if (channel == null) return null;
            long size = channel.size();
            if (size > maxBytes)
                throw Problem.in(name(key), "has " + size + " bytes, but must have at most " + maxBytes);
            return read(channel, key, 0, (int) size, arrays);
        }
    }

    @Override
    public ByteBuffer readPart(String key, long from, int length, IntFunction<byte[]> arrays) throws IOException {
        try (FileChannel channel = open(key)) {
            return channel == null ? null : read(channel, key, from, length, arrays);
        }
    }

    @Override
    public Part readEdge(String key, boolean fromEnd, int length) throws IOException {
        try (FileChannel channel = open(key)) {
            if (channel == null) return null;
            long size = channel.size();
            int there = (int) Math.min(size, length);
            return new Part(read(channel, key, fromEnd ? size - there : 0, there, byte[]::new), size);
        }
    }

    /** The file for reading, or null if there is none. */
    private FileChannel open(String key) throws IOException {
        Path file = root.resolve(key);
        try {
            requireInside(file);
            if (!Files.isRegularFile(file)) throw Problem.in(name(key), "is not a file");
            return FileChannel.open(file);
        } catch (NoSuchFileException e) {
            if (Files.isSymbolicLink(file)) throw Problem.in(name(key), "is a link to nothing");
            return null;
        } catch (FileSystemException e) {
            throw Problem.in(name(key), "cannot be read", e);
        }
    }

    /**
     * A part of a file.
     *
     * <p>Design decision: it is read in pieces. Java reads into memory outside the heap first, and a piece is still in the
     * processor's cache when it is copied to the heap.
     */
    private ByteBuffer read(FileChannel channel, String key, long from, int length, IntFunction<byte[]> arrays)
            throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(arrays.apply(length));
        while (bytes.position() < length) {
            bytes.limit(Math.min(length, bytes.position() + PIECE));
            if (channel.read(bytes, from + bytes.position()) < 0) throw Problem.in(name(key), "became shorter");
        }
        return bytes.limit(length).rewind();
    }

    private void requireInside(Path file) throws IOException {
        if (!file.toRealPath().startsWith(root)) throw leaves(file);
    }

    @Override
    public void write(String key, ByteBuffer bytes) throws IOException {
        Path pieces = root.resolve(UNFINISHED);
        Path file = root.resolve(key);
        if (file.startsWith(pieces)) Files.createDirectories(pieces);
        if (Files.isSymbolicLink(pieces)) throw leaves(pieces);
        requireWrittenInside(file);
        Path piece = pieces.resolve(UUID.randomUUID() + ".part");
        try {
            write(piece, bytes);
            Files.createDirectories(file.getParent());
            Files.move(piece, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            if (Files.exists(pieces)) throw e;
            throw Problem.in(root.toString(), "is complete, or was deleted: nothing more can be written");
        } catch (IOException e) {
            throw Problem.in(name(key), "cannot be written", e);
        } finally {
            Files.deleteIfExists(piece);
        }
    }

    /** Writes a new file, in pieces as in reading. */
    private static void write(Path file, ByteBuffer bytes) throws IOException {
        ByteBuffer rest = bytes.duplicate();
        int end = rest.limit();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (rest.position() < end) {
                rest.limit(Math.min(end, rest.position() + PIECE));
                channel.write(rest);
            }
        }
    }

    /** A link that stands for a folder is not followed out of the store. */
    private void requireWrittenInside(Path file) throws IOException {
        Path there = file.getParent();
        while (!Files.exists(there)) there = there.getParent();
        if (!there.toRealPath().startsWith(root)) throw leaves(there);
    }

    private static IOException leaves(Path link) {
        return Problem.in(link.toString(), "is a link that leaves the image's folder");
    }

    @Override
    public void delete(String key) throws IOException {
        Path start = root.resolve(key);
        if (!Files.exists(start, LinkOption.NOFOLLOW_LINKS)) return;
        try (Stream<Path> paths = Files.walk(start)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        }
    }
}
