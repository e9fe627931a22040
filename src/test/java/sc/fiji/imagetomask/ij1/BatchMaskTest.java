package sc.fiji.imagetomask.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.process.ColorProcessor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.imagej.MaskCommands;
import sc.fiji.imagetomask.imagej.MaskInfo;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.tone.Clip;

class BatchMaskTest {

    @Test
    void optionsThatFitNoFileAreTold() {
        assertThat(BatchMask.mistake("channel=[S (HSV)] white=200")).isEmpty();
        assertThat(BatchMask.mistake("black=x")).isEqualTo("black is 'x', but must be a whole number from 0 to 255.");
        assertThat(BatchMask.mistake("image=[a b]"))
                .isEqualTo("image is 'a b', but must be left out when pictures are files.");
        assertThat(BatchMask.mistake("output=selection"))
                .isEqualTo("output is 'selection', but must be 8-bit, 32-bit or binary for files.");
        assertThat(BatchMask.mistake("channel=[Stain 1] stains=[From selections]"))
                .isEqualTo(
                        "stains is 'From selections', but files and terms have no selections: write the numbers, which the mask of an open image records.");
    }

    /** The masks are those of the range that their records name. */
    @Test
    void picturesOfABatchCanShareARange(@TempDir Path folder) throws IOException {
        Path masks = Files.createDirectory(folder.resolve("masks"));
        ColorProcessor dark = new ColorProcessor(20, 10);
        ColorProcessor bright = new ColorProcessor(20, 10);
        for (int i = 0; i < 200; i++) {
            dark.set(i, 0x010101 * (i % 50));
            bright.set(i, 0x010101 * (100 + i % 100));
        }
        new FileSaver(new ImagePlus("dark", dark))
                .saveAsPng(folder.resolve("dark.png").toString());
        new FileSaver(new ImagePlus("bright", bright))
                .saveAsPng(folder.resolve("bright.png").toString());
        Files.writeString(folder.resolve("broken.png"), "");
        String pictures = Stream.of("dark.png", "broken.png", "bright.png")
                .map(name -> folder.resolve(name).toString())
                .collect(Collectors.joining("\n"));
        String options = "channel=[R (RGB)] engine=java ";
        assertThat(BatchMask.saveAll(pictures, options + "statistics=batch", masks.toString()))
                .isEqualTo("2");
        for (String name : new String[] {"dark", "bright"}) {
            ImagePlus mask = new Opener()
                    .openImage(masks.resolve("Mask of " + name + ".png.tif").toString());
            assertThat(MaskInfo.of(mask).options().settings().clip()).isEqualTo(Clip.of(0, 199));
            ImagePlus picture =
                    new Opener().openImage(folder.resolve(name + ".png").toString());
            ImagePlus alone =
                    MaskCommands.mask(MaskOptions.parse(options + "clip=0,199"), picture, notice -> {}, Progress.NONE);
            assertThat((byte[]) mask.getProcessor().getPixels())
                    .isEqualTo((byte[]) alone.getProcessor().getPixels());
        }
    }

    /** Several are broken at the same time. */
    @Test
    void allPicturesOfAFolderBecomeMasksAndTheBrokenOnesAreToldInOrder(@TempDir Path folder) throws IOException {
        Path masks = Files.createDirectory(folder.resolve("masks"));
        StringBuilder pictures = new StringBuilder();
        for (int i = 0; i < 24; i++) {
            Path picture = folder.resolve("p" + (10 + i) + (i % 3 == 0 ? ".tif" : i % 3 == 1 ? ".png" : ".jpg"));
            pictures.append(picture).append('\n');
            if (i % 8 > 4) Files.writeString(picture, i % 8 == 5 ? "" : "\u0089PNG no picture");
            else if (i % 3 == 0) new FileSaver(picture(i)).saveAsTiff(picture.toString());
            else if (i % 3 == 1) new FileSaver(picture(i)).saveAsPng(picture.toString());
            else new FileSaver(picture(i)).saveAsJpeg(picture.toString());
        }
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true));
        String made;
        try {
            made = BatchMask.saveAll(pictures.toString(), "channel=[S (HSV)]", masks.toString());
        } finally {
            System.setOut(before);
        }
        assertThat(made).isEqualTo("15");
        assertThat(printed.toString().lines().filter(line -> line.matches("p\\d\\d\\..*ImageJ cannot open it.*")))
                .hasSize(9)
                .isSorted();
        try (Stream<Path> files = Files.list(masks)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(15)
                    .allMatch(name -> name.matches("Mask of p\\d\\d\\.(tif|png|jpg)\\.tif"));
        }
        for (int i = 0; i < 24; i++) {
            if (i % 8 > 4 || i % 3 == 2) continue;
            ImagePlus mask = new Opener()
                    .openImage(masks.resolve("Mask of p" + (10 + i) + (i % 3 == 0 ? ".tif" : ".png") + ".tif")
                            .toString());
            assertThat((byte[]) mask.getProcessor().getPixels())
                    .isEqualTo(MaskCommands.mask(
                                    MaskOptions.parse("channel=[S (HSV)]"), picture(i), notice -> {}, Progress.NONE)
                            .getProcessor()
                            .getPixels());
        }
    }

    private static ImagePlus picture(int seed) {
        int[] rgb = new Random(seed).ints(300 * 200).toArray();
        return new ImagePlus("picture", new ColorProcessor(300, 200, rgb));
    }
}
