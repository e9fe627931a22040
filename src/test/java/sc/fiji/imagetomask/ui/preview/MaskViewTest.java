package sc.fiji.imagetomask.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.imagetomask.ui.Tint;

/** What each view shows of a mask of 0, 127, 128 and 255 on a grey picture. */
class MaskViewTest {

    private static final int GREY = 0x646464;

    private final MaskView mask =
            new MaskView(new byte[] {0, 127, (byte) 128, (byte) 255}, new Viewport(new Rectangle(4, 1), 4, 1));

    @Test
    void theMaskIsGrey() {
        assertThat(draw(PreviewView.MASK, 0xff0000)).containsExactly(0, 0x7f7f7f, 0x808080, 0xffffff);
    }

    /** By half at most, so that the picture is seen. */
    @Test
    void whatIsLeftOutIsTintedInTheColour() {
        assertThat(draw(PreviewView.TINTED, 0x00ff00)).containsExactly(0x32b232, 0x4b8b4b, 0x4b8b4b, GREY);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsKeptIsTintedInTheColour(TintColor color) {
        int[] kept = draw(PreviewView.KEPT, color.rgb());
        assertThat(kept[0]).isEqualTo(GREY);
        assertThat(kept[3]).isEqualTo(Tint.mix(GREY, color.rgb(), 0.5)).isNotEqualTo(GREY);
    }

    @Test
    void theOutlineRunsBetween127And128() {
        assertThat(draw(PreviewView.OUTLINE, 0x0000ff)).containsExactly(GREY, 0x0000ff, 0x0000ff, GREY);
    }

    @Test
    void theOutlineOfAPixelGoesAroundIt() {
        byte[] values = new byte[25];
        values[12] = (byte) 200;
        MaskView dot = new MaskView(values, new Viewport(new Rectangle(5, 5), 5, 5));
        BufferedImage image = dot.draw(PreviewView.OUTLINE, background(5, 5), 0xff00ff);
        int count = 0;
        for (int i = 0; i < 25; i++) if ((image.getRGB(i % 5, i / 5) & 0xffffff) == 0xff00ff) count++;
        assertThat(count).isEqualTo(5);
        assertThat(image.getRGB(2, 1) & 0xffffff).isEqualTo(0xff00ff);
    }

    private int[] draw(PreviewView view, int color) {
        BufferedImage image = mask.draw(view, background(4, 1), color);
        int[] rgb = image.getRGB(0, 0, 4, 1, null, 0, 4);
        for (int i = 0; i < 4; i++) rgb[i] &= 0xffffff;
        return rgb;
    }

    private static BufferedImage background(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) image.setRGB(i % width, i / width, GREY);
        return image;
    }
}
