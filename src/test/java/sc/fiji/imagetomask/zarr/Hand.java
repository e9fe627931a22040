package sc.fiji.imagetomask.zarr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of an array that a test writes itself, byte by byte. */
public final class Hand {

    private Hand() {}

    public static void file(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.replace('\'', '"'));
    }

    public static void file(Path file, int... bytes) throws IOException {
        byte[] content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) content[i] = (byte) bytes[i];
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    /** A 2 x 4 array of Zarr v2 in chunks of 2 x 3, uncompressed, with one value changed: {@code 'key': value}. */
    public static Path v2(Path folder, String... changes) throws IOException {
        String text = "{'zarr_format': 2, 'shape': [2, 4], 'chunks': [2, 3], 'dtype': '|u1', 'compressor': null,"
                + " 'fill_value': 9, 'order': 'C', 'filters': null}";
        file(folder.resolve(".zarray"), changed(text, changes));
        return folder;
    }

    /** A 2 x 4 array of Zarr v3 in chunks of 2 x 3, uncompressed. */
    public static Path v3(Path folder, String... changes) throws IOException {
        String text = "{'zarr_format': 3, 'node_type': 'array', 'shape': [2, 4], 'data_type': 'uint8',"
                + " 'chunk_grid': {'name': 'regular', 'configuration': {'chunk_shape': [2, 3]}},"
                + " 'chunk_key_encoding': {'name': 'default'}, 'fill_value': 9, 'codecs': [{'name': 'bytes'}]}";
        file(folder.resolve("zarr.json"), changed(text, changes));
        return folder;
    }

    /** With texts exchanged: what there is, what is there then, and so on. */
    private static String changed(String text, String... changes) {
        for (int i = 0; i < changes.length; i += 2) {
            if (!text.contains(changes[i])) throw new IllegalArgumentException(changes[i]);
            text = text.replace(changes[i], changes[i + 1]);
        }
        return text;
    }

    public static Object all(Path folder) throws IOException {
        return all(ZarrArray.open(folder));
    }

    public static Object all(ZarrArray array) throws IOException {
        int[] size = new int[array.rank()];
        for (int d = 0; d < size.length; d++) size[d] = (int) array.shape()[d];
        return array.readBlock(new long[size.length], size);
    }
}
