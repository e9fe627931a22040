package sc.fiji.imagetomask.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The preview's own zoom. */
class ViewportTest {

    private static final Dimension PICTURE = new Dimension(1000, 600);
    private static final Dimension CONTENT = new Dimension(400, 400);

    private final Viewport whole = Viewport.fitted(new Rectangle(PICTURE), CONTENT);

    @Test
    void aPartIsAsLargeAsItFits() {
        assertThat(whole).isEqualTo(new Viewport(new Rectangle(0, 0, 1000, 600), 400, 240));
        assertThat(Viewport.fitted(new Rectangle(7, 8, 10, 20), CONTENT))
                .isEqualTo(new Viewport(new Rectangle(7, 8, 10, 20), 200, 400));
    }

    @Test
    void thePixelUnderTheMouseStaysThere() {
        Viewport now = whole;
        double across = 0.3;
        double down = 0.6;
        int x = now.column((int) (across * now.width()));
        int y = now.row((int) (down * now.height()));
        for (int i = 0; i < 10; i++) {
            now = Viewport.fitted(now.zoomed(across, down, 1.25, PICTURE, CONTENT), CONTENT);
            assertThat(now.column((int) (across * now.width()))).isBetween(x - 6, x + 6);
            assertThat(now.row((int) (down * now.height()))).isBetween(y - 6, y + 6);
        }
        assertThat(zoom(now)).isGreaterThan(3);
    }

    @Test
    void neverLeavesThePictureAndZoomsOutToAllOfIt() {
        Random random = new Random(2);
        Viewport now = whole;
        for (int i = 0; i < 2000; i++) {
            double factor = random.nextBoolean() ? 1.25 : 0.8;
            Rectangle part = now.zoomed(random.nextDouble(), random.nextDouble(), factor, PICTURE, CONTENT);
            assertThat(new Rectangle(PICTURE).contains(part))
                    .as(part.toString())
                    .isTrue();
            now = Viewport.fitted(part, CONTENT);
            assertThat(now.width()).isBetween(1, CONTENT.width);
            assertThat(now.height()).isBetween(1, CONTENT.height);
        }
        for (int i = 0; i < 40; i++) now = Viewport.fitted(now.zoomed(0.5, 0.5, 0.8, PICTURE, CONTENT), CONTENT);
        assertThat(now).isEqualTo(whole);
    }

    @Test
    void enlargesUntilAPixelIs32Wide() {
        Viewport now = whole;
        for (int i = 0; i < 100; i++) now = Viewport.fitted(now.zoomed(0, 1, 1.25, PICTURE, CONTENT), CONTENT);
        assertThat(zoom(now)).isBetween(30.0, 34.0);
        assertThat(now.source().x).isZero();
        assertThat(now.source().y + now.source().height).isEqualTo(600);
    }

    /** In screen pixels for each of the picture's. */
    private static double zoom(Viewport viewport) {
        return (double) viewport.width() / viewport.source().width;
    }
}
