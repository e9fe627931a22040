package sc.fiji.imagetomask.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The jar with everything inside that the build has made. */
public final class StandaloneJar {

    private StandaloneJar() {}

    /** Where it is. */
    public static Path path() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target").toAbsolutePath())) {
            List<Path> jars = files.filter(file -> file.getFileName().toString().matches("Image_To_Mask-.*-all\\.jar"))
                    .toList();
            assertEquals(1, jars.size(), "standalone jars in target/: " + jars);
            return jars.get(0);
        }
    }
}
