package sc.fiji.imagetomask.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.TestHome;
import sc.fiji.imagetomask.command.MenuOwners;

/** What must be in the standalone jar, and work from it alone. */
class StandaloneJarIT {

    @Test
    void sciJavaFindsTheCommandsInTheJarAlone() throws Exception {
        Path source = Path.of("src/test/java", CommandProbe.class.getName().replace('.', '/') + ".java");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-cp",
                        StandaloneJar.path() + File.pathSeparator + RealImageJ.jarOf(ij.IJ.class),
                        source.toString())
                .redirectErrorStream(true);
        builder.command().addAll(1, TestHome.options());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(output)
                .contains("sc.fiji.imagetomask.command.ImageToMaskCommand, menu: []")
                .contains("Mask of picture, 8 x 8")
                .contains("sc.fiji.imagetomask.command.ChannelGalleryCommand, menu: []")
                .contains("Channels of picture, 8 x 8")
                .contains("sc.fiji.imagetomask.command.MakeMaskAgainCommand, menu: []")
                .contains("The image 'picture' is not a mask of Image To Mask")
                .contains("sc.fiji.imagetomask.command.ImgLib2ToMaskCommand, menu: []");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void theIndexOfSciJavaHasTheirPluginsAndOurs() throws Exception {
        try (JarFile jar = new JarFile(StandaloneJar.path().toFile())) {
            String index = text(jar, "META-INF/json/org.scijava.plugin.Plugin");
            assertThat(index)
                    .contains("sc.fiji.imagetomask.command.ImageToMaskCommand")
                    .contains("org.scijava.command.DefaultCommandService");
            String entries = text(jar, "plugins.config");
            assertThat(entries).contains("sc.fiji.imagetomask.ij1.ImageToMaskPlugin");
            MenuOwners.assertLabelsAreThoseOfImageJ(index, entries);
            assertThat(jar.getEntry("ij/IJ.class")).isNull();
            assertThat(jar.stream().map(JarEntry::getName)).noneMatch(name -> name.startsWith("org/apache/spark/"));
        }
    }

    @Test
    void nothingOfClijIsInIt() throws Exception {
        try (JarFile jar = new JarFile(StandaloneJar.path().toFile())) {
            assertThat(jar.stream().map(JarEntry::getName))
                    .contains("sc/fiji/imagetomask/clij/ClijMasks.class")
                    .noneMatch(name -> name.startsWith("net/haesleinhuepf/"))
                    .noneMatch(name -> name.startsWith("com/nativelibs4java/") || name.startsWith("org/bridj/"))
                    .noneMatch(name -> name.startsWith("com/sun/jna/"));
        }
    }

    /** Java 24 and newer warn otherwise when zstd or JOCL is loaded. */
    @Test
    void itMayLoadLibrariesOfTheSystem() throws Exception {
        try (JarFile jar = new JarFile(StandaloneJar.path().toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Enable-Native-Access"))
                    .isEqualTo("ALL-UNNAMED");
        }
    }

    private static String text(JarFile jar, String entry) throws Exception {
        return new String(jar.getInputStream(jar.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
