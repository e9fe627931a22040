package sc.fiji.imagetomask.imagej;

import static org.assertj.core.api.Assertions.assertThat;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.plugin.Colors;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import java.awt.Color;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.options.MaskOptions;

/** What is picked in a picture is the colour that masks are made from: its distance is 0 there. */
class PickedColourTest {

    private static final int SIDE = 9;

    @Test
    void theMeanOf3x3PixelsAsFarAsTheyLieInTheImage() {
        ColorProcessor pixels = new ColorProcessor(3, 3);
        for (int i = 0; i < 9; i++) pixels.set(i, 0x0a0000 * i + 0x000100 * i);
        PickedColour picked = new PickedColour(new ImagePlus("", pixels), MaskOptions.DEFAULT.reading());
        assertThat(picked.at(1, 1)).isEqualTo(0x280400);
        assertThat(picked.at(0, 0)).isEqualTo(0x140200); // of 0, 1, 3 and 4
    }

    @Test
    void theContrastOfAn8BitImageDoesNotMatterAsInMasks() {
        ImagePlus image = new ImagePlus("", flat(new ByteProcessor(SIDE, SIDE), 90));
        image.setDisplayRange(80, 120);
        assertThat(picked(image, "")).isEqualTo(0x5a5a5a);
        image.getProcessor().invertLut();
        assertThat(picked(image, "")).isEqualTo(0x5a5a5a);
    }

    @Test
    void theRangeCounts() {
        ImagePlus shorts = new ImagePlus("", flat(new ShortProcessor(SIDE, SIDE), 1200));
        shorts.setDisplayRange(1000, 3000);
        assertThat(picked(shorts, "range=1000,1400")).isEqualTo(0x808080);
        assertThat(picked(shorts, "range=type")).isEqualTo(0x050505);
        assertThat(picked(shorts, "")).isEqualTo(0x1a1a1a);
        ImagePlus floats = new ImagePlus("", flat(new FloatProcessor(SIDE, SIDE), 0.2));
        assertThat(picked(floats, "range=type")).isEqualTo(0x333333);
    }

    @Test
    void theOrderOfTheChannelsCounts() {
        ImageStack stack = new ImageStack(SIDE, SIDE);
        for (int value : new int[] {200, 100, 50}) stack.addSlice(flat(new ByteProcessor(SIDE, SIDE), value));
        ImagePlus image = new ImagePlus("", stack);
        image.setDimensions(3, 1, 1);
        CompositeImage composite = new CompositeImage(image, CompositeImage.COMPOSITE);
        assertThat(picked(composite, "rgb=3,1,2")).isEqualTo(0x32c864);
        assertThat(picked(composite, "")).isEqualTo(0xc86432);
        composite.setChannelLut(LUT.createLutFromColor(Colors.getColor("cyan", Color.BLACK)), 1);
        composite.setChannelLut(LUT.createLutFromColor(Color.BLACK), 2);
        assertThat(picked(composite, "")).isEqualTo(0x00c8fa);
    }

    /** The colour in the middle; the mask that is made by the same options has distance 0 there, but for rounding. */
    private static int picked(ImagePlus image, String reading) {
        MaskOptions options = MaskOptions.parse("channel=Distance clip=none " + reading);
        int colour = new PickedColour(image, options.reading()).at(SIDE / 2, SIDE / 2);
        ImagePlus mask =
                MaskCommands.mask(options.with("colour", "#%06x".formatted(colour)), image, note -> {}, Progress.NONE);
        assertThat(mask.getProcessor().get(SIDE / 2, SIDE / 2)).isLessThanOrEqualTo(1);
        return colour;
    }

    private static ImageProcessor flat(ImageProcessor pixels, double value) {
        for (int i = 0; i < SIDE * SIDE; i++) pixels.setf(i, (float) value);
        return pixels;
    }
}
