package sc.fiji.imagetomask.zarr.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects are files; nothing outside of the folder is read, written or deleted. */
class FolderStoreTest {

    private static final String BEGUN = Store.key(WritableStore.UNFINISHED, "metadata.json");

    @TempDir
    Path temp;

    private Path folder;
    private FolderStore store;

    @BeforeEach
    void create() throws IOException {
        folder = temp.resolve("image");
        store = FolderStore.create(folder);
        store.write(BEGUN, ByteBuffer.wrap(new byte[1]));
    }

    private static ByteBuffer bytes(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length);
        for (int value : values) bytes.put((byte) value);
        return bytes.flip();
    }

    @Test
    void readsWhatWasWritten() throws IOException {
        store.write("a/b", bytes(1, 2, 3, 4));
        assertThat(store.read("a/b", 4, byte[]::new)).isEqualTo(bytes(1, 2, 3, 4));
        assertThat(store.readPart("a/b", 1, 2, byte[]::new)).isEqualTo(bytes(2, 3));
        assertThat(store.readEdge("a/b", false, 3)).isEqualTo(new Store.Part(bytes(1, 2, 3), 4));
        assertThat(store.readEdge("a/b", true, 3)).isEqualTo(new Store.Part(bytes(2, 3, 4), 4));
        assertThat(store.readEdge("a/b", true, 9)).isEqualTo(new Store.Part(bytes(1, 2, 3, 4), 4));
        assertThat(store.inside("a").read("b", 4, byte[]::new)).isEqualTo(bytes(1, 2, 3, 4));
        assertThat(store.list("")).containsExactlyInAnyOrder("a/", ".unfinished/");
        assertThat(store.list("a")).containsExactly("b");
        assertThat(store.hasFolder("a")).isTrue();
        assertThat(store.hasFolder("a/b")).isFalse();
        assertThat(store.read("none", 4, byte[]::new)).isNull();
        assertThat(store.readPart("none", 0, 1, byte[]::new)).isNull();
        assertThat(store.readEdge("none", true, 1)).isNull();
        store.delete("a");
        assertThat(store.exists("a/b")).isFalse();
        store.delete("a");
    }

    @Test
    void saysWhatCannotBeRead() throws IOException {
        store.write("a", bytes(1, 2));
        assertThatIOException()
                .isThrownBy(() -> store.read("a", 1, byte[]::new))
                .withMessage("'" + store.name("a") + "' has 2 bytes, but must have at most 1.");
        assertThatIOException()
                .isThrownBy(() -> store.readPart("a", 1, 2, byte[]::new))
                .withMessage("'" + store.name("a") + "' became shorter.");
    }

    @Test
    void linksOutOfTheFolderAreNotFollowed() throws IOException {
        Path other = Files.createDirectory(temp.resolve("other"));
        Path secret = Files.writeString(other.resolve("secret"), "secret");
        Files.createSymbolicLink(folder.resolve("link"), other);
        assertThatIOException()
                .isThrownBy(() -> store.read("link/secret", 9, byte[]::new))
                .withMessageEndingWith("is a link that leaves the image's folder.");
        assertThatIOException()
                .isThrownBy(() -> store.write("link/secret", bytes(1)))
                .withMessageEndingWith("is a link that leaves the image's folder.");
        assertThat(store.list("")).contains("link");
        store.delete("link");
        assertThat(secret).hasContent("secret");
        assertThat(folder.resolve("link")).doesNotExist();
    }

    @Test
    void nothingIsWrittenAfterTheEnd() throws IOException {
        store.delete(WritableStore.UNFINISHED);
        assertThatIOException()
                .isThrownBy(() -> store.write("a", bytes(1)))
                .withMessageEndingWith("is complete, or was deleted: nothing more can be written.");
    }
}
