package sc.fiji.imagetomask.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.zarr.store.WebServer;

/** The script that starts the command line makes the same masks with and without the file that Java keeps. */
class LauncherIT {

    private static final Path SCRIPT = Path.of("src/main/dist/image-to-mask");
    private static final Path PICTURE = Path.of("docs/sample-tissue.png").toAbsolutePath();

    @TempDir
    private Path temp;

    private Path folder;
    private Path cache;
    private String options = "";

    @BeforeEach
    void install() throws IOException {
        assumeThat(Path.of("/bin/sh")).exists();
        folder = Files.createDirectory(temp.resolve("a folder"));
        cache = temp.resolve("a cache");
        Files.copy(SCRIPT, folder.resolve("image-to-mask"));
        assertThat(folder.resolve("image-to-mask")).isExecutable();
        Files.copy(StandaloneJar.path(), folder.resolve(StandaloneJar.path().getFileName()));
    }

    private record Run(int status, String printed) {}

    private String javaHome = System.getProperty("java.home");

    private Run run(Path script, Path cacheHome, Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        for (Object argument : arguments) command.add(argument.toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", javaHome);
        builder.environment().remove("LD_PRELOAD");
        builder.environment().put("HOME", cacheHome.toString());
        builder.environment().put("XDG_CACHE_HOME", cacheHome.toString());
        builder.environment().put("JAVA_OPTS", options);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), printed);
    }

    private List<Path> kept() throws IOException {
        if (!Files.exists(cache)) return List.of();
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(file -> file.toString().contains(".jsa")).toList();
        }
    }

    private void assertMakesAMask(Path script, Path cacheHome) throws Exception {
        Path mask = temp.resolve("a mask.png");
        Run run = run(script, cacheHome, "--force", "--channel", "S (HSV)", PICTURE, mask);
        assertThat(run.status).as(run.printed).isZero();
        assertThat(run.printed.lines()).singleElement().asString().startsWith(PICTURE + " -> " + mask + ": 768 x 512");
        assertThat(mask).isNotEmptyFile();
        Files.delete(mask);
    }

    @Test
    void theFirstRunKeepsAFileAndLaterOnesUseItWithoutAWord() throws Exception {
        Path script = folder.resolve("image-to-mask");
        assertThat(run(script, cache, "--version").printed).startsWith("image-to-mask ");
        assertThat(kept()).isEmpty();
        assertMakesAMask(script, cache);
        assertThat(kept()).singleElement().asString().matches(".*\\.jsa\\.\\d+");
        Path link = Files.createSymbolicLink(temp.resolve("link"), script);
        assertMakesAMask(link, cache);
        assertThat(kept()).singleElement().asString().endsWith(".jsa");

        Path archive = kept().get(0);
        Files.delete(archive);
        Files.writeString(archive, "not made by Java");
        assertMakesAMask(script, cache);
        Files.delete(archive);
        Path killed = Path.of(archive + ".999999999");
        Files.write(killed, new byte[10_000]);
        assertMakesAMask(script, cache);
        assertThat(killed).doesNotExist();
    }

    @Test
    void whatARunThatFailsHasLoadedIsNotKept() throws Exception {
        Path script = folder.resolve("image-to-mask");
        assertThat(run(script, cache, temp.resolve("no picture.png"), temp.resolve("mask.png")).status)
                .isEqualTo(2);
        Path ofFailure = kept().get(0);
        assertMakesAMask(script, cache);
        assertThat(ofFailure).doesNotExist();
        assertMakesAMask(script, cache);
        assertThat(kept()).singleElement().asString().endsWith(".jsa");
    }

    @Test
    void runsWithAddressesHaveAFileOfTheirOwn() throws Exception {
        Path script = folder.resolve("image-to-mask");
        Path samples = temp.resolve("samples");
        assertThat(run(script, cache, "--samples", samples).status).isZero();
        assertMakesAMask(script, cache);
        Path before = Files.writeString(kept().get(0).resolveSibling("of another Java.jsa"), "");
        try (WebServer server = new WebServer(samples)) {
            String picture = server.address() + "/cells.ome.zarr";
            for (int i = 0; i < 2; i++) {
                Run run = run(script, cache, "--force", "--range", "90,400", picture, temp.resolve("mask.tif"));
                assertThat(run.status).as(run.printed).isZero();
            }
        }
        assertMakesAMask(script, cache);
        assertThat(before).doesNotExist();
        assertThat(kept())
                .hasSize(2)
                .anyMatch(file -> file.toString().endsWith("-addresses.jsa"))
                .anyMatch(file -> !file.toString().contains("-addresses"));
    }

    @Test
    void theUsersOptionsForJavaAreUsed() throws Exception {
        options = "-XX:+UseParallelGC -Xmx200m";
        assertMakesAMask(folder.resolve("image-to-mask"), cache);
        options = "-XX:+NoSuchOption";
        assertThat(run(folder.resolve("image-to-mask"), cache, "--version").printed)
                .contains("NoSuchOption");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void javaKeepsItsSignalsWhereOpenClIsAskedFor() throws Exception {
        Path library = Files.createDirectories(temp.resolve("java/lib")).resolve("libjsig.so");
        Files.copy(Path.of(javaHome, "lib", "libjsig.so"), library);
        Path java = javaThatSays("echo preloaded: $LD_PRELOAD");
        Path script = folder.resolve("image-to-mask");
        String preloaded = "preloaded: " + java.getParent() + "/../lib/libjsig.so\n";
        for (String words : new String[] {"--engine opencl", "--device 0", "--device=all", "--self-test"})
            assertThat(run(script, cache, (Object[]) words.split(" ")).printed)
                    .as(words)
                    .isEqualTo(preloaded);
        assertThat(run(script, cache, PICTURE, "mask.png").printed).isEqualTo("preloaded:\n");
        assertThat(run(script, cache, "--devices").printed).isEqualTo("preloaded:\n");
    }

    private Path javaThatSays(String command) throws IOException {
        Path java = Files.createDirectories(temp.resolve("java/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\n" + command + "\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        javaHome = temp.resolve("java").toString();
        return java;
    }

    @Test
    void onlyForOneSmallPictureTheSecondCompilerIsLeftOut() throws Exception {
        javaThatSays("echo \"$@\"");
        Path script = folder.resolve("image-to-mask");
        String option = "-XX:TieredStopAtLevel=1";
        assertThat(run(script, cache, "--channel", "S (HSV)", PICTURE, temp.resolve("a mask.png")).printed)
                .contains(option);
        assertThat(run(script, cache, "--mask", PICTURE, PICTURE, temp.resolve("a mask.png")).printed)
                .contains(option);
        Path large = Files.write(temp.resolve("large.tif"), new byte[4_000_001]);
        assertThat(run(script, cache, large, temp.resolve("mask.tif")).printed)
                .doesNotContain(option)
                .contains("-XX:Tier4BackEdgeThreshold=400000");
        assertThat(run(script, cache, PICTURE.getParent(), temp.resolve("masks")).printed)
                .doesNotContain(option);
        assertThat(run(script, cache, PICTURE, PICTURE, PICTURE, PICTURE, temp.resolve("masks")).printed)
                .doesNotContain(option);
        assertThat(run(script, cache, "--self-test").printed).doesNotContain(option);
        assertThat(run(script, cache, "https://host/a.zarr", "mask.tif").printed)
                .doesNotContain(option);
    }

    @Test
    void withoutACacheFolderItStartsWithoutAWord() throws Exception {
        Path file = Files.writeString(temp.resolve("no folder"), "");
        assertMakesAMask(folder.resolve("image-to-mask"), file);
    }

    @Test
    void withoutItsJarOrJavaItSaysSo() throws Exception {
        Path alone =
                Files.copy(SCRIPT, Files.createDirectory(temp.resolve("alone")).resolve("image-to-mask"));
        assertThat(run(alone, cache, "a", "b"))
                .isEqualTo(new Run(
                        2,
                        "There is no file Image_To_Mask-VERSION-all.jar in '" + alone.getParent()
                                + "', but it must be beside image-to-mask.\n"));
    }
}
