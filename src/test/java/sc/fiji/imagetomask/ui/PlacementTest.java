package sc.fiji.imagetomask.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacementTest {

    private static final Rectangle SCREEN = new Rectangle(0, 0, 1600, 1000);
    private static final Rectangle PICTURE = new Rectangle(300, 100, 500, 400);

    @Test
    void rightOfThePictureIfThereIsRoom() {
        assertThat(place(new Dimension(500, 400), Map.of(PICTURE, 4))).isEqualTo(new Point(808, 100));
    }

    @Test
    void elsewhereIfADialogIsThere() {
        Rectangle dialog = new Rectangle(808, 100, 450, 460);
        assertThat(place(new Dimension(500, 400), Map.of(PICTURE, 4, dialog, 100)))
                .isEqualTo(new Point(300, 508));
    }

    @Test
    void overThePictureRatherThanOverADialogAndAlwaysOnTheScreen() {
        Rectangle dialog = new Rectangle(808, 0, 792, 1000);
        Dimension size = new Dimension(780, 700);
        Rectangle window = new Rectangle(place(size, Map.of(PICTURE, 4, dialog, 100)), size);
        assertThat(SCREEN.contains(window)).isTrue();
        assertThat(window.intersects(dialog)).isFalse();
    }

    private static Point place(Dimension size, Map<Rectangle, Integer> costs) {
        return Placement.beside(PICTURE, size, SCREEN, costs);
    }
}
