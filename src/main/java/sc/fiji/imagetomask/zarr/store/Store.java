package sc.fiji.imagetomask.zarr.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * A place that holds objects of bytes under keys, such as {@code 0/1/2}: a folder, or an address. Safe for use from several
 * threads. What cannot be read is an {@link IOException} with one sentence, which names the object.
 */
public interface Store {

    /**
     * A part of an object.
     *
     * @param bytes of the part; fewer than asked for, if the object has fewer
     * @param size bytes of the whole object
     */
    record Part(ByteBuffer bytes, long size) {}

    /** The key of something in a folder; the folder {@code ""} is the store itself. */
    static String key(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    /** What messages call the object or folder of that key; {@code ""} is the store itself. */
    String name(String key);

    /** The name of the store itself without the places that it is in, such as {@code picture.ome.zarr}. */
    String lastName();

    /** The store whose keys are those in a folder of this one. */
    Store inside(String folder) throws IOException;

    /**
     * Whether a folder of that key is there; a store that cannot tell says that it is.
     *
     * @throws IOException one sentence, if it is a link that leaves the store
     */
    boolean hasFolder(String key) throws IOException;

    /** Whether there is an object of that key. */
    boolean exists(String key) throws IOException;

    /** Whether an answer takes long, so that several objects should be asked for at once. */
    boolean isFar();

    /** Whether reading may need a thread of Java's common pool, which then must not wait for it. */
    default boolean needsCommonPool() {
        return false;
    }

    /** Whether it refused something that was taken as missing. */
    default boolean hasRefused() {
        return false;
    }

    /** Whether the store can tell which objects there are. */
    boolean canList();

    /** The names of what is directly in a folder, those of folders with {@code /} at the end. To be closed. */
    Stream<String> list(String folder) throws IOException;

    /**
     * Says that it will be looked soon for these metadata; a store that takes long to answer may ask for them together.
     *
     * @param keys of objects of which some may be missing
     */
    default void expect(List<String> keys) {}

    /**
     * A whole object, or null if there is none.
     *
     * @param maxBytes what it may have at most
     * @param arrays gives an array of at least that length
     */
    ByteBuffer read(String key, long maxBytes, IntFunction<byte[]> arrays) throws IOException;

    /**
     * A part of an object, or null if there is no such object.
     *
     * @param from the first byte
     * @param length of the part; the object must have so many bytes from there on
     * @param arrays gives an array of at least that length
     */
    ByteBuffer readPart(String key, long from, int length, IntFunction<byte[]> arrays) throws IOException;

    /**
     * The start or the end of an object, or null if there is no such object; all of it if it is shorter.
     *
     * @param fromEnd whether it is the end
     */
    Part readEdge(String key, boolean fromEnd, int length) throws IOException;

    /**
     * Looks whether the metadata that were read are still the same, if the store can tell.
     *
     * @throws IOException one sentence, if they are not
     */
    default void requireUnchanged() throws IOException {}
}
