package sc.fiji.imagetomask.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;
import java.awt.Point;
import java.awt.Rectangle;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.Output;

/** What ImageJ's status bar says about a pixel of the preview. */
class PointedValueTest {

    /** Columns 10 to 13 of row 5, twice as large. */
    private final MaskView mask = new MaskView(
            new byte[] {0, 0, 1, 1, (byte) 128, (byte) 128, (byte) 255, (byte) 255},
            new Viewport(new Rectangle(10, 5, 4, 1), 8, 1));

    @Test
    void placeAndValuesOfPictureAndMask() {
        ColorProcessor colours = new ColorProcessor(20, 20);
        colours.set(12, 5, 0x0a141e);
        assertThat(text(new ImagePlus("colours", colours), Output.BYTE))
                .isEqualTo("x=12, y=5, value=10,20,30, mask=128");
        ShortProcessor deep = new ShortProcessor(20, 20);
        deep.set(12, 5, 60000);
        assertThat(text(new ImagePlus("deep", deep), Output.BINARY)).isEqualTo("x=12, y=5, value=60000, mask=128");
        FloatProcessor floats = new FloatProcessor(20, 20);
        floats.setf(12, 5, 0.25f);
        assertThat(text(new ImagePlus("floats", floats), Output.FLOAT)).isEqualTo("x=12, y=5, value=0.25, mask=0.502");
    }

    private String text(ImagePlus picture, Output output) {
        return PointedValue.text(picture, mask, new Point(5, 0), output);
    }
}
