package sc.fiji.imagetomask.picturefile.tiff;

import static org.assertj.core.api.Assertions.assertThat;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.LUT;
import java.awt.Color;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.cli.CliRun;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.imagej.ImagePlusMasks;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.NumberRange;
import sc.fiji.imagetomask.reading.Reading;

/** The command line reads a composite that ImageJ has saved in the colours in which ImageJ shows it. */
class ShownTiffTest {

    private static final int WIDTH = 40;
    private static final int HEIGHT = 30;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"8,2", "8,4", "8,7", "16,2", "16,3", "16,5", "32,3", "32,6"})
    void masksAreThoseOfTheOpenedFile(int bits, int channels) {
        Random random = new Random(bits + channels);
        CompositeImage image = composite(random, bits, channels);
        Path source = folder.resolve("in.tif");
        IJ.saveAsTiff(image, source.toString());
        ImagePlus opened = IJ.openImage(source.toString());
        for (String channel : new String[] {"B (RGB)", "A (LAB)", "S (HSV)"}) {
            assertMask(source, opened, channel, Reading.DEFAULT);
            assertMask(source, opened, channel, new Reading(NumberRange.TYPE, ChannelOrder.DEFAULT), "--range", "type");
            Reading byNumber = new Reading(NumberRange.TYPE, ChannelOrder.parse("2,1,2"));
            assertMask(source, opened, channel, byNumber, "--rgb", "2,1,2", "--range", "type");
        }
    }

    private void assertMask(Path source, ImagePlus opened, String channel, Reading reading, Object... options) {
        Path mask = folder.resolve("out.tif");
        Object[] all = java.util.Arrays.copyOf(options, options.length + 5);
        System.arraycopy(new Object[] {"--force", "--channel", channel, source, mask}, 0, all, options.length, 5);
        CliRun run = CliRun.java(all);
        assertThat(run.status()).as(run.err().toString()).isZero();
        ImageStack menu = new ImagePlusMasks(
                        new JavaEngine(), MaskSettings.DEFAULT.withChannel(Channel.of(channel)), reading)
                .of(opened)
                .getStack();
        ImageStack made = IJ.openImage(mask.toString()).getStack();
        assertThat(made.getSize()).isEqualTo(menu.getSize());
        for (int i = 1; i <= menu.getSize(); i++)
            assertThat((byte[]) made.getPixels(i)).isEqualTo((byte[]) menu.getPixels(i));
    }

    private static CompositeImage composite(Random random, int bits, int channels) {
        ImagePlus plain = IJ.createHyperStack("in", WIDTH, HEIGHT, channels, 2, 1, bits);
        for (int i = 1; i <= plain.getStackSize(); i++)
            for (int p = 0; p < WIDTH * HEIGHT; p++)
                plain.getStack()
                        .getProcessor(i)
                        .setf(p, bits == 32 ? random.nextFloat() : random.nextInt(bits == 8 ? 256 : 5000));
        CompositeImage image = new CompositeImage(plain, CompositeImage.COMPOSITE);
        double most = bits == 32 ? 1 : bits == 8 ? 255 : 5000;
        for (int c = 1; c <= channels; c++) {
            LUT lut = LUT.createLutFromColor(new Color(random.nextInt(1 << 24)));
            if (c == 2) lut = lut.createInvertedLut();
            lut.min = Math.round(random.nextDouble() * most / 3);
            lut.max = Math.round(most * (0.6 + random.nextDouble() / 3) + 0.5);
            image.setChannelLut(lut, c);
        }
        return image;
    }
}
