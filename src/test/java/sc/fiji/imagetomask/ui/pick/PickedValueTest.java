package sc.fiji.imagetomask.ui.pick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;
import java.awt.Point;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.tone.ClipRange;

class PickedValueTest {

    private static final ClipRange ALL = new ClipRange(0, 255);

    @Test
    void itIsTheMeanOf3x3PixelsBeforeLevelsAndInvert() {
        ColorProcessor pixels = new ColorProcessor(9, 7);
        for (int i = 0; i < 63; i++) pixels.set(i, i << 16 | 0x3344);
        ImagePlus image = new ImagePlus("", pixels);
        MaskOptions red = MaskOptions.parse("channel=[R (RGB)] black=20 white=40 invert");
        assertThat(PickedValue.at(image, new Point(4, 3), red, ALL)).isCloseTo(31, within(1e-4));
        assertThat(PickedValue.at(image, new Point(0, 0), red, ALL)).isCloseTo((0 + 1 + 9 + 10) / 4.0, within(1e-4));
        assertThat(PickedValue.at(image, new Point(8, 6), red, ALL)).isCloseTo((52 + 53 + 61 + 62) / 4.0, within(1e-4));
        assertThat(PickedValue.at(image, new Point(4, 3), red, new ClipRange(21, 41)))
                .isCloseTo(127, within(5.0)); // of each pixel it is stretched, and cut off
        assertThat(PickedValue.at(image, new Point(4, 3), red, new ClipRange(7, 7)))
                .isZero();
    }

    @Test
    void deepImagesAreReadAsTheyAreDisplayed() {
        ImagePlus shorts = new ImagePlus("", new ShortProcessor(5, 5));
        shorts.getProcessor().add(1100);
        shorts.setDisplayRange(1000, 1200);
        MaskOptions grey = MaskOptions.parse("channel=[R (RGB)]");
        assertThat(PickedValue.at(shorts, new Point(2, 2), grey, ALL)).isCloseTo(127.5, within(0.01));
        ImagePlus floats = new ImagePlus("", new FloatProcessor(1, 1, new float[] {-3}));
        assertThat(PickedValue.at(floats, new Point(0, 0), MaskOptions.parse("channel=[R (RGB)] range=-4,-2"), ALL))
                .isCloseTo(127.5, within(0.01));
        ImagePlus bytes = new ImagePlus("", new ByteProcessor(2, 1, new byte[] {10, 20}));
        assertThat(PickedValue.at(bytes, new Point(0, 0), grey, ALL)).isCloseTo(15, within(1e-4));
    }
}
