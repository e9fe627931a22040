package sc.fiji.imagetomask.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.imagetomask.tone.Levels;

class LevelPointTest {

    @ParameterizedTest
    @CsvSource({"0, 255, 1", "20, 230, 1.3", "100, 120, 0.4", "30, 200, 9.99", "10, 250, 0.05"})
    void grayStandsOnTheValueThatBecomesTheMiddle(int black, int white, double gray) {
        Levels levels = new Levels(black, white, gray);
        double part = (LevelPoint.GRAY.position(levels) - black) / (white - black);
        assertThat(Math.pow(part, 1 / gray)).isCloseTo(0.5, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0, 255, 1", "20, 230, 1.3", "0, 255, 0.3", "30, 200, 4.5"})
    void aPointDraggedToWhereItStandsStays(int black, int white, double gray) {
        Levels levels = new Levels(black, white, gray);
        for (LevelPoint point : LevelPoint.values())
            assertThat(point.moved(levels, point.position(levels))).isEqualTo(levels);
    }

    @Test
    void pointsStopAtEachOtherAndAtTheEnds() {
        Levels levels = new Levels(50, 100, 1);
        assertThat(LevelPoint.BLACK.moved(levels, 180)).isEqualTo(new Levels(99, 100, 1));
        assertThat(LevelPoint.BLACK.moved(levels, -7)).isEqualTo(new Levels(0, 100, 1));
        assertThat(LevelPoint.WHITE.moved(levels, 10)).isEqualTo(new Levels(50, 51, 1));
        assertThat(LevelPoint.WHITE.moved(levels, 999)).isEqualTo(new Levels(50, 255, 1));
        assertThat(LevelPoint.GRAY.moved(levels, 10)).isEqualTo(new Levels(50, 100, 9.99));
        assertThat(LevelPoint.GRAY.moved(levels, 200)).isEqualTo(new Levels(50, 100, 0.01));
    }

    @Test
    void aBandBeginsAtTheRightEndAndCanBeDraggedBackThere() {
        Levels levels = new Levels(50, 100, 1.3);
        assertThat(LevelPoint.WHITE2.isResting(levels)).isTrue();
        assertThat(LevelPoint.WHITE.isResting(levels)).isFalse();
        Levels band = LevelPoint.WHITE2.moved(levels, 180);
        assertThat(band).isEqualTo(new Levels(50, 100, 1.3, 180, 255));
        assertThat(LevelPoint.BLACK2.isResting(band)).isFalse();
        assertThat(LevelPoint.BLACK2.moved(band, 200)).isEqualTo(new Levels(50, 100, 1.3, 180, 200));
        assertThat(LevelPoint.BLACK2.moved(band, 120)).isEqualTo(new Levels(50, 100, 1.3, 120, 120));
        assertThat(LevelPoint.BLACK2.moved(levels, 120)).isEqualTo(new Levels(50, 100, 1.3, 120, 120));
        assertThat(LevelPoint.WHITE2.moved(new Levels(50, 100, 1, 120, 150), 180))
                .isEqualTo(new Levels(50, 100, 1, 150, 150));
        assertThat(LevelPoint.WHITE2.moved(band, 270)).isEqualTo(levels);
        assertThat(LevelPoint.WHITE.moved(band, 110)).isEqualTo(new Levels(50, 110, 1.3, 180, 255));
    }

    @Test
    void exchangedPointsThatWereTypedMoveFreely() {
        Levels exchanged = new Levels(200, 100, 1);
        assertThat(LevelPoint.GRAY.position(exchanged)).isEqualTo(150);
        assertThat(LevelPoint.BLACK.moved(exchanged, 20)).isEqualTo(new Levels(20, 100, 1));
    }

    @Test
    void stepsGoRight() {
        Levels levels = new Levels(50, 100, 1);
        assertThat(LevelPoint.BLACK.stepped(levels, 10)).isEqualTo(new Levels(60, 100, 1));
        assertThat(LevelPoint.WHITE.stepped(levels, -1)).isEqualTo(new Levels(50, 99, 1));
        assertThat(LevelPoint.GRAY.stepped(levels, 10)).isEqualTo(new Levels(50, 100, 0.9));
        assertThat(LevelPoint.GRAY.position(LevelPoint.GRAY.stepped(levels, 1)))
                .isGreaterThan(LevelPoint.GRAY.position(levels));
    }
}
