package sc.fiji.imagetomask.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.Insets;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.imagetomask.ui.preview.FreeSpace.Obstacle;

/** Where dialog, preview and masks go. */
class PreviewPlacementTest {

    private static final Insets FRAME = new Insets(22, 2, 5, 2);
    private static final Rectangle SCREEN = new Rectangle(0, 0, 1366, 768);
    private static final Rectangle BAR = new Rectangle(380, 0, 611, 97);
    private static final Dimension DIALOG = new Dimension(425, 560);

    /** Pictures as ImageJ opens them on a small screen: one by one lower right of the last. */
    @ParameterizedTest
    @CsvSource({
        "441, 102, 780, 558",
        "10, 102, 524, 558",
        "400, 150, 320, 290",
        "597, 102, 780, 558",
        "20, 200, 300, 270",
        "700, 110, 620, 600"
    })
    void onASmallScreenDialogPreviewAndPictureDoNotCoverEachOther(int x, int y, int width, int height) {
        Rectangle picture = new Rectangle(x, y, width, height).intersection(SCREEN);
        Dimension content = new Dimension(width - 12, height - 46);
        FreeSpace space = space(picture, BAR);
        Rectangle dialog = PreviewPlacement.ofDialog(space, DIALOG, content, picture);
        assertFree(dialog, picture, BAR);
        Rectangle preview = PreviewPlacement.ofPreview(
                space.with(new Obstacle(dialog, PreviewPlacement.DIALOG)), content, FRAME, picture, null);
        assertFree(preview, picture, BAR, dialog);
        assertThat(Math.max(preview.width, preview.height)).isGreaterThan(200);
        double wanted = (double) content.width / content.height;
        double shown = (double) (preview.width - 4) / (preview.height - 27);
        assertThat(shown).as("proportions").isBetween(wanted * 0.97, wanted * 1.03);
    }

    @Test
    void aPreviewIsAsLargeAsThePictureAndBesideItIfThereIsRoom() {
        Rectangle picture = new Rectangle(20, 110, 304, 327);
        FreeSpace space = space(picture, BAR);
        assertThat(PreviewPlacement.ofPreview(space, new Dimension(300, 300), FRAME, picture, null))
                .isEqualTo(new Rectangle(330, 110, 304, 327));
    }

    @Test
    void whereNothingIsFreeThePreviewIsSmallAndCoversAsLittleAsPossible() {
        Rectangle picture = new Rectangle(0, 97, 1366, 671);
        Rectangle dialog = new Rectangle(900, 100, 425, 560);
        FreeSpace space = space(picture, BAR).with(new Obstacle(dialog, PreviewPlacement.DIALOG));
        Rectangle preview = PreviewPlacement.ofPreview(space, new Dimension(1350, 630), FRAME, picture, null);
        assertThat(SCREEN.contains(preview)).isTrue();
        assertThat(preview.intersects(dialog)).isFalse();
        assertThat(preview.getSize()).isEqualTo(new Dimension(204, 120));
    }

    @Test
    void thePreviewStaysWhereTheUserHasPutItUnlessThatCoversAWindowAtWorkWithoutNeed() {
        Rectangle picture = new Rectangle(20, 110, 304, 327);
        FreeSpace space = space(picture, BAR);
        Dimension content = new Dimension(300, 300);
        Rectangle free = new Rectangle(700, 300, 500, 400);
        assertThat(PreviewPlacement.ofPreview(space, content, FRAME, picture, free))
                .isEqualTo(free);
        assertThat(PreviewPlacement.ofPreview(space, content, FRAME, picture, new Rectangle(200, 200, 500, 400)))
                .isEqualTo(new Rectangle(330, 110, 304, 327));
        assertThat(PreviewPlacement.ofPreview(space, content, FRAME, picture, new Rectangle(1300, 300, 500, 400)))
                .as("beyond the screen")
                .isEqualTo(new Rectangle(330, 110, 304, 327));
        FreeSpace full = space(new Rectangle(0, 97, 1366, 671));
        assertThat(PreviewPlacement.ofPreview(full, content, FRAME, picture, free))
                .isEqualTo(free);
    }

    @Test
    void masksGoBesideThePictureAndOverNothingIfTheyFit() {
        Rectangle picture = new Rectangle(20, 110, 304, 327);
        Rectangle log = new Rectangle(340, 110, 400, 300);
        FreeSpace space = space(picture, BAR).with(new Obstacle(log, PreviewPlacement.OTHER));
        Rectangle mask = PreviewPlacement.ofWindow(space, picture.getSize(), picture);
        assertFree(mask, picture, BAR, log);
        Rectangle wide = PreviewPlacement.ofWindow(space, new Dimension(900, 320), picture);
        assertFree(wide, picture, BAR);
        Rectangle whole = PreviewPlacement.ofWindow(space, SCREEN.getSize(), picture);
        assertThat(whole).isEqualTo(SCREEN);
    }

    /** Whatever is open: a free place is found if there is one, and nothing leaves the screen. */
    @Test
    void anyWindows() {
        Random random = new Random(8);
        for (int round = 0; round < 300; round++) {
            List<Obstacle> taken = new ArrayList<>();
            for (int i = random.nextInt(8); i >= 0; i--)
                taken.add(new Obstacle(
                        new Rectangle(
                                random.nextInt(1300) - 50,
                                random.nextInt(700) - 50,
                                20 + random.nextInt(500),
                                20 + random.nextInt(400)),
                        random.nextBoolean() ? PreviewPlacement.AT_WORK : PreviewPlacement.DIALOG));
            FreeSpace space = new FreeSpace(SCREEN, taken);
            Dimension size = new Dimension(50 + random.nextInt(600), 50 + random.nextInt(500));
            Rectangle place =
                    PreviewPlacement.ofWindow(space, size, taken.get(0).bounds());
            assertThat(SCREEN.contains(place)).isTrue();
            if (space.cost(place) > 0)
                assertThat(freeByTrial(space, size)).as(taken + " " + size).isFalse();
        }
    }

    /** With the gap that windows keep, and a step of 4 pixels. */
    private static boolean freeByTrial(FreeSpace space, Dimension size) {
        for (int y = 0; y + size.height <= SCREEN.height; y += 4)
            for (int x = 0; x + size.width <= SCREEN.width; x += 4) {
                Rectangle place = new Rectangle(x - 8, y - 8, size.width + 16, size.height + 16);
                if (space.cost(place) == 0) return true;
            }
        return false;
    }

    private static FreeSpace space(Rectangle... atWork) {
        List<Obstacle> taken = new ArrayList<>();
        for (Rectangle window : atWork) taken.add(new Obstacle(window, PreviewPlacement.AT_WORK));
        return new FreeSpace(SCREEN, taken);
    }

    private static void assertFree(Rectangle window, Rectangle... others) {
        assertThat(SCREEN.contains(window)).as(window.toString()).isTrue();
        for (Rectangle other : others)
            assertThat(window.intersects(other)).as(window + " and " + other).isFalse();
    }
}
