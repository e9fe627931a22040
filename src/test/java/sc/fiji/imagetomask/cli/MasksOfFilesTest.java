package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.Python;

/** Real files through the command line give the masks of their bytes. */
class MasksOfFilesTest {

    private static final MaskSettings SATURATION =
            MaskSettings.of("S (HSV)").withLevels(10, 200, 1.2).withInvert(true);

    @TempDir
    private Path temp;

    private static CliRun saturation(Object... more) {
        Object[] settings = {
            "--engine", "java", "--channel", "S (HSV)", "--black", "10", "--white", "200", "--gray", "1.2", "--invert"
        };
        Object[] all = new Object[settings.length + more.length];
        System.arraycopy(settings, 0, all, 0, settings.length);
        System.arraycopy(more, 0, all, settings.length, more.length);
        CliRun run = CliRun.of(all);
        assertThat(run.problems()).isEmpty();
        assertThat(run.status()).isZero();
        return run;
    }

    @ParameterizedTest
    @CsvSource({"1,png", "2,png", "3,png", "4,png", "1,tif", "3,tif", "4,tif", "1,bmp", "3,bmp"})
    void everyKindOfChannelsAndFile(int channels, String extension) throws IOException {
        Sample sample = Sample.of(61, 47, channels, channels);
        Path input = sample.write(temp.resolve("in." + extension));
        for (String name : new String[] {"out.png", "out.tif", "out.TIFF"}) {
            Path output = temp.resolve(name);
            CliRun run = saturation(input, output);
            assertThat(Sample.grey(output, 0)).isEqualTo(sample.mask(SATURATION, null));
            assertThat(run.out())
                    .singleElement()
                    .asString()
                    .matches(".*in\\." + extension + " -> .*" + name
                            + ": 61 x 47 pixels, java on \\d+ threads?, \\d+ ms");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "bmp"})
    void palettesAreFollowed(String extension) throws IOException {
        byte[][] palette = Sample.of(16, 16, 3, 5).bands();
        boolean transparent = !extension.equals("bmp");
        Sample indices = Sample.of(40, 30, 1, 6);
        Path input = Sample.write(temp.resolve("in." + extension), indices.indexed(palette, transparent));
        byte[][] bands = new byte[transparent ? 4 : 3][40 * 30];
        for (int i = 0; i < 40 * 30; i++) {
            int index = indices.bands()[0][i] & 255;
            for (int c = 0; c < 3; c++) bands[c][i] = palette[c][index];
            if (transparent) bands[3][i] = (byte) (index == 255 ? 0 : 255);
        }
        saturation(input, temp.resolve("out.png"));
        assertThat(Sample.grey(temp.resolve("out.png"), 0)).isEqualTo(new Sample(40, 30, bands).mask(SATURATION, null));
    }

    @Test
    void aJpegIsAsItDecodes() throws IOException {
        Path input = Sample.of(64, 48, 3, 8).write(temp.resolve("in.jpg"));
        BufferedImage decoded = javax.imageio.ImageIO.read(input.toFile());
        byte[][] bands = new byte[3][64 * 48];
        for (int i = 0; i < 64 * 48; i++) {
            int rgb = decoded.getRGB(i % 64, i / 64);
            for (int c = 0; c < 3; c++) bands[c][i] = (byte) (rgb >> 16 - 8 * c);
        }
        saturation(input, temp.resolve("out.png"));
        assertThat(Sample.grey(temp.resolve("out.png"), 0)).isEqualTo(new Sample(64, 48, bands).mask(SATURATION, null));
    }

    @Test
    void aMaskReplacesTheAlphaAndAColouredOneCountsAsItsLuma() throws IOException {
        Sample sample = Sample.of(33, 20, 4, 1);
        Sample grey = Sample.of(33, 20, 1, 2);
        Sample coloured = Sample.of(33, 20, 3, 3);
        Path input = sample.write(temp.resolve("in.png"));
        Path output = temp.resolve("out.png");

        saturation("--mask", grey.write(temp.resolve("grey.png")), input, output);
        assertThat(Sample.grey(output, 0)).isEqualTo(sample.mask(SATURATION, new MemoryMask(grey.bands()[0], 33, 20)));

        byte[] luma = new byte[33 * 20];
        for (int i = 0; i < luma.length; i++)
            luma[i] = (byte) ((coloured.bands()[0][i] & 255) * 19595
                            + (coloured.bands()[1][i] & 255) * 38470
                            + (coloured.bands()[2][i] & 255) * 7471
                            + 0x8000
                    >> 16);
        saturation("--force", "--mask", coloured.write(temp.resolve("coloured.png")), input, output);
        assertThat(Sample.grey(output, 0)).isEqualTo(sample.mask(SATURATION, new MemoryMask(luma, 33, 20)));
    }

    @Test
    void aStackIsABatchAndTheLastMaskRepeats() throws IOException {
        Sample[] slices = new Sample[4];
        BufferedImage[] images = new BufferedImage[4];
        for (int i = 0; i < 4; i++) images[i] = (slices[i] = Sample.of(31, 19, 3, 10 + i)).image();
        Path input = Sample.write(temp.resolve("in.tif"), images);
        Sample first = Sample.of(31, 19, 1, 20);
        Sample last = Sample.of(31, 19, 1, 21);
        Path masks = Sample.write(temp.resolve("masks.tif"), first.image(), last.image());
        Path output = temp.resolve("out.tif");

        CliRun run = saturation("--mask", masks, input, output);
        assertThat(run.out().get(0)).contains(": 31 x 19 pixels, 4 slices, ");
        assertThat(Sample.slices(output)).isEqualTo(4);
        for (int i = 0; i < 4; i++) {
            MemoryMask mask = new MemoryMask((i == 0 ? first : last).bands()[0], 31, 19);
            assertThat(Sample.grey(output, i)).isEqualTo(slices[i].mask(SATURATION, mask));
        }
    }

    @Test
    void pillowReadsTheMasks() throws IOException {
        Sample sample = Sample.of(50, 40, 3, 1);
        Path picture = sample.write(temp.resolve("in.png"));
        Path stack = Sample.write(temp.resolve("in.tif"), sample.image(), sample.image());
        saturation(picture, temp.resolve("mask.png"));
        saturation(stack, temp.resolve("mask.tif"));
        String seen = Python.run("describe.py", temp.resolve("mask.png"), temp.resolve("mask.tif"));
        assertThat(seen.lines()).containsExactly("mask.png 1 L 50 x 40", "mask.tif 2 L 50 x 40");
        byte[] expected = sample.mask(SATURATION, null);
        for (String file : new String[] {"mask.png.0", "mask.tif.0", "mask.tif.1"})
            assertThat(Files.readAllBytes(temp.resolve(file))).isEqualTo(expected);
    }
}
