package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.TestHome;

/** Folders with what systems leave in them, and with names that a locale does not know. */
class OddFoldersTest {

    @TempDir
    private Path temp;

    private Path folder;
    private Path out;

    @BeforeEach
    void folder() throws IOException {
        folder = Files.createDirectory(temp.resolve("in"));
        out = temp.resolve("out");
        Sample.of(12, 9, 3, 1).write(folder.resolve("a.png"));
    }

    @Test
    void hiddenFilesAreLeftOutAndEmptyOnesAreTold() throws IOException {
        for (String hidden : List.of("._a.png", ".DS_Store", "Thumbs.db", "desktop.ini"))
            Files.write(folder.resolve(hidden), new byte[] {0, 5, 22, 7});
        Files.createDirectory(folder.resolve(".old.zarr"));
        Path empty = Files.createFile(folder.resolve("b.tif"));
        CliRun run = CliRun.java(folder, out);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .containsExactly("'" + empty + "' is empty: it has 0 bytes.", "1 of 2 masks were made, 1 failed.");
        assertThat(out.resolve("a.png")).exists();
    }

    @Test
    void picturesOfOtherKindsAreLeftOutWithOneSentence() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "No picture.");
        Path slide = folder.resolve("b.SVS");
        Sample.of(12, 9, 3, 1).write(folder.resolve("b.tif"));
        Files.move(folder.resolve("b.tif"), slide);
        CliRun one = CliRun.java(folder, out);
        assertThat(one.status()).isZero();
        assertThat(one.err())
                .containsExactly(
                        "'" + slide + "' is left out: of a folder, only PNG, JPEG, TIFF, GIF or BMP pictures with"
                                + " their usual endings are taken, and OME-Zarr. A TIFF with another ending, such as .svs, is"
                                + " read if it is named by itself.");
        Files.createFile(folder.resolve("c.czi"));
        CliRun more = CliRun.java("--force", folder, out);
        assertThat(more.status()).isZero();
        assertThat(more.err())
                .singleElement()
                .asString()
                .startsWith("'" + slide + "' and others, 2 in all, are left out: ");
        assertThat(CliRun.java("--force", slide, out).err()).isEmpty();
        assertThat(out.resolve("b.png")).exists();
    }

    /** The shell makes the file, since this Java may not be able to name it. */
    @Test
    void aNameThatTheLocaleDoesNotKnowCostsOnePicture() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
        shell("cp '" + folder.resolve("a.png") + "' '" + folder + "'/b\u00e4.png", "C.UTF-8");
        List<String> words = new ArrayList<>(TestHome.options());
        words.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        String java = Path.of(System.getProperty("java.home"), "bin", "java") + " '" + String.join("' '", words) + "' "
                + ImageToMaskCli.class.getName() + " --engine java ";
        String all = shell(java + "'" + folder + "' '" + out + "'; echo status $?", "C");
        assertThat(all)
                .contains("cannot be the name of a file in this locale; start Java with LC_ALL=C.UTF-8.")
                .contains("1 of 2 masks were made, 1 failed.")
                .contains("status 1");
        assertThat(out.resolve("a.png")).exists();
        String named = shell(java + "--force '" + folder + "'/*.png '" + out + "'; echo status $?", "C");
        assertThat(named).contains("1 of 2 masks were made, 1 failed.").contains("status 1");
    }

    private String shell(String command, String locale) throws Exception {
        Path script = Files.writeString(temp.resolve("run.sh"), command + "\n");
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", script.toString()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", locale);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return text;
    }
}
