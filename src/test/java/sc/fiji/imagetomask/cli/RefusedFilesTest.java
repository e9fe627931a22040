package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.Python;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.picturefile.PictureFile;

/** What is refused of the files that tests have or make; a run writes the list into {@code target/refused-files.txt}. */
class RefusedFilesTest {

    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final Path LIST = Path.of("target", "refused-files.txt");

    @TempDir
    private Path temp;

    /** The sentence, or empty if masks can be made of it. */
    private static String refusal(Path path) {
        try (PictureFile file = PictureFiles.open(path)) {
            file.picture(0).read(new Tile(0, 0, file.width(), file.height()));
            return "";
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private static List<Path> rasters(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> path.toString().matches(".*\\.(png|jpg|gif|bmp)"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> refusals(List<Path> files) throws IOException {
        List<String> refusals = new ArrayList<>();
        for (Path file : files) {
            String sentence = refusal(file);
            if (sentence.isEmpty()) continue;
            assertThat(sentence)
                    .contains("'" + file + "'")
                    .endsWith(".")
                    .doesNotContain("\n", "Exception", "null", "Error", "PNG metadata");
            refusals.add(sentence);
        }
        Files.createDirectories(LIST.getParent());
        String lines = String.join("\n", refusals) + "\n" + refusals.size() + " of " + files.size() + " files\n";
        Files.writeString(LIST, (Files.exists(LIST) ? Files.readString(LIST) : "") + lines);
        return refusals;
    }

    @Test
    void onlyBombsAmongTheResourcesAreRefused() throws IOException {
        List<Path> files = rasters(RESOURCES);
        assertThat(refusals(files))
                .hasSize(4)
                .allMatch(sentence ->
                        sentence.matches(".*/found/.* is broken: it says that it has \\d+ x \\d+ pixels, but"
                                + " its \\d+ bytes cannot hold them\\."));
    }

    @Test
    void nothingThatPillowReadsIsRefused() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("pictures"));
        Python.run("pictures.py", folder);
        assertThat(refusals(rasters(folder))).isEmpty();
    }

    /** Before its pixels, and in their midst. */
    @Test
    void whatEndsEarlyIsBroken() throws IOException {
        List<Path> cut = new ArrayList<>();
        for (Path whole : rasters(RESOURCES.resolve("fuzz").resolve("seeds"))) {
            byte[] bytes = Files.readAllBytes(whole);
            for (int percent : new int[] {20, 40, 60})
                cut.add(Files.write(
                        temp.resolve(percent + "-" + whole.getFileName()),
                        Arrays.copyOf(bytes, bytes.length * percent / 100)));
        }
        assertThat(refusals(cut))
                .hasSize(cut.size())
                .allMatch(sentence ->
                        sentence.endsWith(" is broken: it ends early.") || sentence.contains(".jpg' cannot be read: "));
    }
}
