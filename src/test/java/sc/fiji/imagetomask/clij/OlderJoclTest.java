package sc.fiji.imagetomask.clij;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.ChildJava;
import sc.fiji.imagetomask.ClassPath;

/** With JOCL 2.0.5, which CLIJ's update site brings, everything works. */
class OlderJoclTest {

    private static final Path JAR = Path.of("target", "older-jocl", "jocl-2.0.5.jar");

    @Test
    void allChannelsAreMadeOnBuffersOfClij(@TempDir Path folder) throws Exception {
        Clij.require();
        List<String> classPath = new ArrayList<>(ClassPath.without("jocl"));
        classPath.add(0, JAR.toString());
        assertThat(ChildJava.output(classPath, Map.of("LD_LIBRARY_PATH", withPlainName(folder)), AllChannels.class))
                .contains("equal: 20", "engine: opencl", "jocl-2.0.5.jar", "exit 0");
    }

    /** JOCL 2.0.5 knows the library on Linux only as libOpenCL.so, a name that comes with development packages. */
    private static String withPlainName(Path folder) throws IOException {
        for (Path place : List.of(Path.of("/usr/lib"), Path.of("/usr/lib64")))
            if (Files.isDirectory(place))
                try (Stream<Path> files = Files.find(place, 2, (file, is) -> file.endsWith("libOpenCL.so.1"))) {
                    Path found = files.findFirst().orElse(null);
                    if (found == null) continue;
                    Files.copy(found, folder.resolve("libOpenCL.so"));
                    break;
                }
        return folder.toString();
    }
}
