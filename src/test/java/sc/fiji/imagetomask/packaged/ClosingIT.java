package sc.fiji.imagetomask.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.process.ColorProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Needs;
import sc.fiji.imagetomask.imagej.Images;

/** ImageJ is closed while masks are made: it ends, without a crash, and no file is half. */
class ClosingIT extends InImageJ {

    private static final int EDGE = 1500;
    private static final int PICTURES = 12;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"java", "opencl"})
    void inTheMiddleOfABatch(String engine) throws Exception {
        if (engine.equals("opencl")) Needs.openCl();
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        Path masks = Files.createDirectory(folder.resolve("masks"));
        for (int i = 0; i < PICTURES; i++)
            new FileSaver(picture(i)).saveAsTiff(pictures.resolve(i + ".tif").toString());
        String output = quit(
                "runMacro('%s', '%s | %s | channel=[S (HSV)] engine=%s');"
                        .formatted(Path.of("macros/Batch Image To Mask.ijm").toAbsolutePath(), pictures, masks, engine),
                masks,
                3);
        assertThat(output).contains("quits at work").doesNotContain("SIGSEGV");
        List<Path> made = visible(masks);
        assertThat(made).hasSizeBetween(2, PICTURES - 1);
        for (Path mask : made) {
            String name = mask.getFileName().toString();
            int number = Integer.parseInt(name.replaceAll("\\D", ""));
            assertThat(Images.bytes(new Opener().openImage(mask.toString()), 1))
                    .isEqualTo(Images.expected(picture(number), MaskSettings.of("S (HSV)"), null, null));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "opencl"})
    void inTheMiddleOfAStackWithItsWindow(String engine) throws Exception {
        if (engine.equals("opencl")) Needs.openCl();
        String output = quit("""
                newImage("stack", "RGB ramp", 2000, 2000, 60);
                File.saveString("", "%s/started");
                run("Image To Mask...", "channel=[L (LAB)] engine=%s");
                """.formatted(folder, engine), folder, 2);
        assertThat(output).contains("quits at work").doesNotContain("SIGSEGV").doesNotContain("Exception");
    }

    private String quit(String macro, Path watched, int files) throws Exception {
        Path file = folder.resolve("macro.ijm");
        Files.writeString(file, macro);
        return imageJ().session(QuitSession.class, file, watched, Path.of(String.valueOf(files)));
    }

    private static ImagePlus picture(int seed) {
        int[] rgb = new Random(seed).ints(EDGE * EDGE).toArray();
        return new ImagePlus("picture", new ColorProcessor(EDGE, EDGE, rgb));
    }

    private static List<Path> visible(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
        }
    }
}
