package sc.fiji.imagetomask.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is to be installed lies in folders of its own; other jars of the build are told in one sentence. */
class WrongJarIT extends InImageJ {

    private static final Path DIST = RealImageJ.TARGET.resolve("dist");

    @Test
    void eachFolderHoldsWhatIsToBeInstalledAndNothingElse() throws IOException {
        assertThat(names(DIST)).containsExactly("command-line", "fiji", "fiji-s3", "imagej");
        assertThat(names(DIST.resolve("imagej")))
                .containsExactly(StandaloneJar.path().getFileName().toString());
        assertThat(names(DIST.resolve("fiji")))
                .containsExactly(thin().getFileName().toString(), "jocl-2.0.6.jar");
        assertThat(names(DIST.resolve("fiji-s3")))
                .contains("s3-2.58.0.jar", "url-connection-client-2.58.0.jar")
                .noneMatch(jar -> jar.startsWith("Image_To_Mask") || jar.startsWith("jocl") || jar.startsWith("netty"));
    }

    @Test
    void theJarForFijiAloneInImageJ() throws Exception {
        told("thin", thin());
    }

    @Test
    void theJarsOfSourcesAndTestsBesideTheRightOne() throws Exception {
        told("all-jars", StandaloneJar.path(), made("-sources.jar"), made("-tests.jar"));
    }

    private static void told(String name, Path... jars) throws Exception {
        String output = new RealImageJ(display(), name, jars).session(WrongJarSession.class);
        String loaded = String.join(
                ", ",
                Stream.of(jars)
                        .map(jar -> jar.getFileName().toString())
                        .sorted()
                        .toList());
        String sentence = "ImageJ has loaded " + loaded + ", but of all jars of Image To Mask only "
                + StandaloneJar.path().getFileName() + " must be installed.";
        assertThat(output.lines().filter(line -> line.matches("(macro|batch|told|dialog|image|window): .*")))
                .containsExactly(
                        "macro: " + sentence,
                        "macro: " + sentence,
                        "macro: " + sentence,
                        "batch: " + sentence,
                        "dialog: Image To Mask",
                        "told: " + sentence,
                        "image: picture");
    }

    /** The jar without libraries. */
    private static Path thin() throws IOException {
        return Path.of(StandaloneJar.path().toString().replace("-all.jar", ".jar"));
    }

    private static Path made(String ending) throws IOException {
        return Path.of(StandaloneJar.path().toString().replace("-all.jar", ending));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
