package sc.fiji.imagetomask.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Component;
import java.awt.event.ActionEvent;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Levels;

/** What the numbers of the levels say of what is typed, and how the last change is taken back. */
class LevelsPanelTest {

    private Levels heard;
    private final LevelsPanel panel = new LevelsPanel(levels -> heard = levels);

    @Test
    void everyWrongFieldSaysItsOwnOnceInTheWordsBesideIt() {
        field("black").setText("");
        field("white").setText("300");
        assertThat(text("message").lines())
                .containsExactly(
                        "Black is empty, but must be a whole number from 0 to 255.",
                        "White is 300, but must be a whole number from 0 to 255.");
        assertThat(panel.wrongFields()).extracting(Component::getName).containsExactly("black", "white");
        assertThat(heard).isNull();
        for (String name : new String[] {"black", "white"}) {
            Color background = field(name).getBackground();
            assertThat(background.getRed()).isGreaterThan(background.getBlue() + 30);
            assertThat(field(name).getAccessibleContext().getAccessibleDescription())
                    .contains("must be a whole number");
        }
        field("black").setText("7");
        assertThat(text("message").lines()).hasSize(1);
        field("white").setText("30");
        assertThat(text("message")).isEmpty();
        assertThat(field("white").getBackground()).isEqualTo(field("gray").getBackground());
        assertThat(heard).isEqualTo(new Levels(7, 30, 1));
    }

    @ParameterizedTest
    @CsvSource({"'1,5', 1.5", "0.7, 0.7", "' 2 ', 2"})
    void grayIsReadWithAPointOrAComma(String typed, double gray) {
        field("gray").setText(typed);
        assertThat(heard).isEqualTo(new Levels(0, 255, gray));
    }

    @Test
    void blackAboveWhiteSaysWhatHappens() {
        assertThat(text("hint")).isEmpty();
        panel.setLevels(new Levels(200, 100, 1));
        assertThat(text("hint"))
                .isEqualTo("Black is above white: the two are swapped, which does not invert the mask.");
        press("Reset");
        assertThat(text("hint")).isEmpty();
    }

    @Test
    void ctrlZTakesBackOneChangeAfterTheOther() {
        panel.setLevels(new Levels(1, 2, 3));
        press("Reset");
        for (FocusListener listener : field("black").getFocusListeners())
            listener.focusGained(new FocusEvent(field("black"), FocusEvent.FOCUS_GAINED));
        field("black").setText("9");
        undo();
        assertThat(heard).isEqualTo(Levels.NONE);
        undo();
        assertThat(heard).isEqualTo(new Levels(1, 2, 3));
        assertThat(field("white").getText()).isEqualTo("2");
        undo();
        assertThat(panel.levels()).isEqualTo(new Levels(1, 2, 3));
    }

    @Test
    void aPickedValueSetsThePointWhoseSwitchIsOnAndCanBeTakenBack() {
        panel.pick(40);
        assertThat(heard).isNull();
        PanelPart.of(panel, AbstractButton.class, "pick black").setSelected(true);
        panel.pick(39.6);
        assertThat(heard).isEqualTo(new Levels(40, 255, 1));
        PanelPart.of(panel, AbstractButton.class, "pick black").setSelected(false);
        PanelPart.of(panel, AbstractButton.class, "pick white").setSelected(true);
        panel.pick(200);
        PanelPart.of(panel, AbstractButton.class, "pick white").setSelected(false);
        PanelPart.of(panel, AbstractButton.class, "pick gray").setSelected(true);
        panel.pick(120);
        assertThat(heard).isEqualTo(new Levels(40, 200, 1));
        panel.pick(80);
        assertThat(heard).isEqualTo(new Levels(40, 200, 2));
        undo();
        undo();
        assertThat(heard).isEqualTo(new Levels(40, 255, 1));
    }

    @Test
    void theArrowKeysMoveTheClipRangeWithinItsBounds() {
        List<String> clips = new ArrayList<>();
        panel.onClip(clip -> clips.add(clip.text()));
        step("clip low handle", "RIGHT");
        assertThat(clips).isEmpty(); // not counted yet
        panel.setHistogram(Histogram.EMPTY, new ClipRange(3, 250));
        step("clip low handle", "shift LEFT");
        step("clip high handle", "shift RIGHT");
        step("clip low handle", "RIGHT");
        panel.setHistogram(Histogram.EMPTY, new ClipRange(100, 101));
        step("clip low handle", "shift RIGHT");
        step("clip high handle", "LEFT");
        panel.setHistogram(Histogram.EMPTY, new ClipRange(0, 0));
        step("clip high handle", "LEFT");
        assertThat(clips).containsExactly("0,250", "3,255", "4,250", "100,101", "100,101");
        assertThat(heard).isNull();
    }

    private void step(String handle, String key) {
        JComponent part = PanelPart.of(panel, JComponent.class, handle);
        part.getActionMap().get(key).actionPerformed(new ActionEvent(part, 0, ""));
    }

    private void undo() {
        KeyStroke keys = KeyStroke.getKeyStroke("ctrl Z");
        panel.getActionForKeyStroke(keys).actionPerformed(new ActionEvent(panel, 0, ""));
    }

    private void press(String name) {
        PanelPart.of(panel, JButton.class, name).doClick();
    }

    private JTextField field(String name) {
        return PanelPart.of(panel, JTextField.class, name);
    }

    private String text(String name) {
        Message message = PanelPart.of(panel, Message.class, name);
        return message.isVisible() ? message.getText() : "";
    }
}
