package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jocl.LibUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.Needs;

/** Native libraries that somebody has put where Java, or JOCL, looks for them. */
class PlantedLibrariesTest {

    @TempDir
    private Path folder;

    @Test
    void inTheLibraryPathTheyAreRefusedAndJavaGoesOn() throws Exception {
        Needs.openCl();
        Path planted = plant(jocl());
        CliRun run = CliProcess.withJava(List.of("-Djava.library.path=" + folder), "--devices");
        assertThat(run.err()).anyMatch(line -> line.startsWith("opencl: none") && line.contains("'" + planted + "'"));
        Path mask = folder.resolve("mask.png");
        CliRun masked =
                CliProcess.withJava(List.of("-Djava.library.path=" + folder), "--channel", "R (RGB)", picture(), mask);
        assertThat(masked.status()).isZero();
        assertThat(mask).exists();
    }

    @Test
    void inTheFolderOfTemporaryFilesTheyAreNotTaken() throws Exception {
        Needs.openCl();
        plant(jocl());
        CliRun run = CliProcess.withJava(List.of("-Djava.io.tmpdir=" + folder), "--devices");
        assertThat(run.err()).anyMatch(line -> line.startsWith("opencl: ") && !line.startsWith("opencl: none"));
        assertThat(folder).isDirectoryNotContaining("glob:**JOCL*-*-*-*-*-*");
    }

    @Test
    void zstandardIsTakenFromItsJarOnly() throws Exception {
        Path planted = plant("zstd-jni-" + version("zstd-jni"));
        Path mask = folder.resolve("mask.ome.zarr");
        CliRun run =
                CliProcess.withJava(List.of("-Djava.library.path=" + folder), "--channel", "R (RGB)", picture(), mask);
        assertThat(run.status()).isNotZero();
        assertThat(run.err()).anyMatch(line -> line.contains("'" + planted + "'"));
        assertThat(mask).doesNotExist();
    }

    @Test
    void whatZstandardDoesNotLoadDoesNotMatter() throws Exception {
        plant("zstd-jni"); // as Debian calls it, in a folder of Java's library path
        Path mask = folder.resolve("mask.ome.zarr");
        CliRun run =
                CliProcess.withJava(List.of("-Djava.library.path=" + folder), "--channel", "R (RGB)", picture(), mask);
        assertThat(run.status()).isZero();
    }

    private Path picture() throws IOException {
        return Sample.of(20, 10, 3, 1).write(folder.resolve("picture.png"));
    }

    private static String jocl() {
        return LibUtils.createPlatformLibraryName("JOCL_" + version("jocl").replace('.', '_'));
    }

    /** By the name of the jar. */
    private static String version(String artifact) {
        Matcher jar = Pattern.compile("/" + artifact + "-([^/]+)\\.jar").matcher(System.getProperty("java.class.path"));
        assertThat(jar.find()).isTrue();
        return jar.group(1);
    }

    private Path plant(String name) throws IOException {
        return Files.writeString(folder.resolve(System.mapLibraryName(name)), "not a library");
    }
}
