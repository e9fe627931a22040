package sc.fiji.imagetomask.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JLabel;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Levels;

/** What the levels panel keeps and says while the channel changes. */
class LevelsSourceTest {

    private final List<Levels> heard = new ArrayList<>();
    private final LevelsPanel panel = new LevelsPanel(heard::add);

    @Test
    void everyChannelHasLevelsOfItsOwn() {
        Levels first = new Levels(200, 250, 1.5);
        panel.setLevels(first);
        panel.setSource(Channel.LAB_L, 0, false);
        assertThat(panel.levels()).as("the dialog starts with its last levels").isEqualTo(first);
        panel.setSource(Channel.HSV_S, 0, false);
        assertThat(panel.levels()).isEqualTo(Levels.NONE);
        Levels second = new Levels(3, 40, 1);
        panel.setLevels(second);
        panel.setSource(Channel.HSV_S, 0, true);
        assertThat(panel.levels()).isEqualTo(second);
        panel.setSource(Channel.LAB_L, 0, true);
        assertThat(panel.levels()).isEqualTo(first);
        panel.setSource(Channel.HSV_S, 0, false);
        assertThat(panel.levels()).isEqualTo(second);
        assertThat(heard).as("only what the user does is told").isEmpty();
    }

    @Test
    void saysHowMuchIsWhiteAndBlack() {
        panel.setSource(Channel.LAB_L, 0, false);
        panel.setHistogram(histogram(), new ClipRange(0, 255));
        assertThat(shares()).isEqualTo("20.0 % white, 30.0 % black");
        panel.setLevels(new Levels(0, 100, 1));
        assertThat(shares()).isEqualTo("70.0 % white, 30.0 % black");
        panel.setSource(Channel.HSV_S, 0, false);
        assertThat(shares()).as("not those of the channel before").isBlank();
    }

    @Test
    void autoSetsPlainNumbers() {
        panel.setSource(Channel.LAB_L, 0, false);
        JButton auto = PanelPart.of(panel, JButton.class, "Auto");
        auto.doClick();
        assertThat(heard).as("nothing is counted yet").isEmpty();
        panel.setHistogram(histogram(), new ClipRange(0, 255));
        auto.doClick();
        assertThat(heard).hasSize(1);
        assertThat(heard.get(0)).isNotEqualTo(Levels.NONE).isEqualTo(panel.levels());
    }

    private String shares() {
        return PanelPart.of(panel, JLabel.class, "shares").getText();
    }

    private static Histogram histogram() {
        long[] counts = new long[Histogram.BINS];
        counts[0] = 30;
        counts[100] = 50;
        counts[255] = 20;
        return Histogram.of(counts);
    }
}
