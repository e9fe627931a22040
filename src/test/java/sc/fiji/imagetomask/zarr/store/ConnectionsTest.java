package sc.fiji.imagetomask.zarr.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.ChildJava;

/** In a Java of its own, because no connection can be opened afterwards. */
class ConnectionsTest {

    private static final String CLASSES = System.getProperty("java.class.path");

    @Test
    void noThreadWaitsForAServerAfterTheConnectionsWereClosed(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("some"), new byte[10]);
        try (WebServer server = new WebServer(folder)) {
            assertThat(ChildJava.output(
                            List.of(CLASSES.split(File.pathSeparator)), Map.of(), Reader.class, server.address()))
                    .isEqualToIgnoringNewLines("10 bytes, 1 waits, closed: 0 wait" + "exit 0");
        }
    }

    /** Reads an object, and closes the connections. */
    static final class Reader {

        public static void main(String[] args) throws IOException {
            Store store = new HttpStore(Address.of(args[0]), Patience.USUAL);
            int length = store.read("some", 100, byte[]::new).remaining();
            System.out.print(length + " bytes, " + waiting() + " waits, ");
            Connections.close();
            System.out.println("closed: " + waiting() + " wait");
        }

        private static long waiting() {
            return Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().contains("SelectorManager"))
                    .count();
        }
    }
}
