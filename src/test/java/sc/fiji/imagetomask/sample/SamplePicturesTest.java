package sc.fiji.imagetomask.sample;

import static org.assertj.core.api.Assertions.assertThat;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.cli.CliRun;
import sc.fiji.imagetomask.cli.ImageToMaskCli;

/** The pictures that {@code --samples} writes: what they hold, and that ImageJ and the command line read them. */
class SamplePicturesTest {

    private static final List<String> SETTINGS =
            List.of("--quiet", "--range", "90,400", "--channel", "G (RGB)", "--black", "30", "--white", "120");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void write() throws IOException {
        SamplePictures.write(folder);
    }

    @Test
    void theSectionIsThatOfThePages() {
        ImagePlus drawn = IJ.openImage(folder.resolve(SamplePictures.TISSUE).toString());
        assertThat(drawn.getProcessor().getPixels())
                .isEqualTo(IJ.openImage("docs/sample-tissue.png").getProcessor().getPixels());
        assertThat(SamplePictures.tissue(folder.toString()))
                .isEqualTo(folder.resolve(SamplePictures.TISSUE).toString());
    }

    @Test
    void imageJOpensTheSeriesAsACompositeOfThreeChannelsAndFourTimes() {
        ImagePlus series = IJ.openImage(folder.resolve(SamplePictures.SERIES).toString());
        assertThat(series).isInstanceOf(CompositeImage.class);
        assertThat(series.getDimensions())
                .containsExactly(FluorescentCells.WIDTH, FluorescentCells.HEIGHT, 3, 1, SamplePictures.FRAMES);
        short[][][] frames = SamplePictures.frames();
        for (int t = 0; t < frames.length; t++)
            for (int c = 0; c < 3; c++)
                assertThat(series.getStack().getPixels(series.getStackIndex(c + 1, 1, t + 1)))
                        .isEqualTo(frames[t][c]);
    }

    @Test
    void theSeriesAndTheOmeZarrGiveTheSameMasks() {
        ImagePlus ofSeries = mask(SamplePictures.SERIES, "series.tif");
        ImagePlus ofZarr = mask(SamplePictures.ZARR, "zarr.tif");
        assertThat(ofSeries.getStackSize()).isEqualTo(SamplePictures.FRAMES);
        for (int slice = 1; slice <= SamplePictures.FRAMES; slice++) {
            assertThat(ofZarr.getStack().getPixels(slice))
                    .isEqualTo(ofSeries.getStack().getPixels(slice));
            assertThat(ofSeries.getStack().getProcessor(slice).getStatistics().max)
                    .isEqualTo(255);
        }
    }

    @Test
    void whatExistsIsLeftAndAFileInTheWayIsNamed(@TempDir Path folder) throws IOException {
        Path section = Files.writeString(folder.resolve(SamplePictures.TISSUE), "mine");
        assertThat(CliRun.of("--samples", folder).status()).isZero();
        assertThat(section).hasContent("mine");
        CliRun inTheWay = CliRun.of("--samples", section);
        assertThat(inTheWay.status()).isEqualTo(1);
        assertThat(inTheWay.err())
                .singleElement()
                .asString()
                .endsWith(" cannot be written: there is a file of this name in the place of a folder.");
        assertThat(CliRun.of("--samples", folder, "picture.png", "mask.png").status())
                .isEqualTo(2);
    }

    private ImagePlus mask(String picture, String name) {
        List<String> arguments = new ArrayList<>(SETTINGS);
        Path mask = folder.resolve(name);
        arguments.addAll(List.of(folder.resolve(picture).toString(), mask.toString()));
        assertThat(ImageToMaskCli.run(arguments.toArray(String[]::new))).isZero();
        return IJ.openImage(mask.toString());
    }
}
