package sc.fiji.imagetomask.zarr.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.IntFunction;

/** Files below the root folder of an image; links that lead out of it are not followed. */
public final class StoredFile {

    private static final int PIECE = 1 << 17;

    private StoredFile() {}

    /**
     * The folder with that name below the root.
     *
     * @param name with {@code /} between the names of folders
     * @param source the file that contains the name
     * @throws IOException naming the source, if the name is absolute, has {@code ..}, or leads out by a link
     */
    public static Path folder(Path root, String name, Path source) throws IOException {
        boolean plain = List.of(name.split("/", -1)).stream()
                .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
        if (!plain || name.contains("\\") || name.contains(":"))
            throw Problem.in(source, "names the folder '" + name + "', but must name one inside the image");
        try {
            Path folder = root.resolve(name);
            requireInside(root, folder);
            if (Files.isDirectory(folder)) return folder;
        } catch (InvalidPathException | NoSuchFileException e) {
            throw Problem.in(source, "names the folder '" + name + "', which is not there");
        }
        throw Problem.in(source, "names '" + name + "', which is not a folder");
    }

    /** The whole file, or null if there is none. */
    public static byte[] read(Path root, Path file, long maxBytes) throws IOException {
        ByteBuffer bytes = read(root, file, maxBytes, byte[]::new);
        return bytes == null ? null : bytes.array();
    }

    /**
     * The whole file, or null if there is none.
     *
     * @param arrays gives an array of at least that length
     */
    public static ByteBuffer read(Path root, Path file, long maxBytes, IntFunction<byte[]> arrays) throws IOException {
        try (FileChannel channel = open(root, file)) {
            if (channel == null) return null;
            long size = channel.size();
            if (size > maxBytes) throw Problem.in(file, "has " + size + " bytes, but must have at most " + maxBytes);
            return read(channel, file, 0, (int) size, arrays);
        }
    }

    /** The file for reading, or null if there is none. */
    public static FileChannel open(Path root, Path file) throws IOException {
        try {
            requireInside(root, file);
            if (!Files.isRegularFile(file)) throw Problem.in(file, "is not a file");
            return FileChannel.open(file);
        } catch (NoSuchFileException e) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) throw Problem.in(file, "is a link to nothing");
            return null;
        } catch (java.nio.file.FileSystemException e) {
            throw Problem.in(file, "cannot be read", e);
        }
    }

    /**
     * A part of a file.
     *
     * <p>Design decision: it is read in pieces. Java reads into memory outside the heap first, and a piece is still in the
     * processor's cache when it is copied to the heap.
     *
     * @param arrays gives an array of at least that length
     */
    public static ByteBuffer read(FileChannel channel, Path file, long from, int length, IntFunction<byte[]> arrays)
            throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(arrays.apply(length));
        while (bytes.position() < length) {
            bytes.limit(Math.min(length, bytes.position() + PIECE));
            if (channel.read(bytes, from + bytes.position()) < 0) throw Problem.in(file, "became shorter");
        }
        return bytes.limit(length).rewind();
    }

    /** Writes a new file, in pieces as in reading. */
    public static void write(Path file, ByteBuffer bytes) throws IOException {
        ByteBuffer rest = bytes.duplicate();
        int end = rest.limit();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (rest.position() < end) {
                rest.limit(Math.min(end, rest.position() + PIECE));
                channel.write(rest);
            }
        }
    }

    private static void requireInside(Path root, Path file) throws IOException {
        if (!file.toRealPath().startsWith(root)) throw Problem.in(file, "is a link that leaves the image's folder");
    }
}
