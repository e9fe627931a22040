package sc.fiji.imagetomask.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JLabel;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.channel.ReferenceColours;

class ColourChipsTest {

    private final List<String> heard = new ArrayList<>();
    private final ColourChips chips = new ColourChips(colours -> heard.add(colours.text()));

    @Test
    void aSquareHasItsColourAndAClickRemovesIt() {
        chips.setColours(ReferenceColours.parse("#b5651d,#404080"));
        List<JButton> squares = squares();
        assertThat(squares).hasSize(2);
        assertThat(middle(squares.get(0))).isEqualTo(0xffb5651d);
        assertThat(middle(squares.get(1))).isEqualTo(0xff404080);
        squares.get(0).doClick();
        assertThat(heard).containsExactly("#404080");
        assertThat(squares()).hasSize(1);
    }

    @Test
    void coloursArePickedAddedAndRemoved() {
        chips.pick(0x102030);
        chips.add(0xf0f0f0);
        chips.removeNearest(0x112233);
        assertThat(heard).containsExactly("#102030", "#102030,#f0f0f0", "#f0f0f0");
        IntStream.range(0, 20).forEach(chips::add);
        assertThat(squares()).hasSize(ReferenceColours.MOST);
    }

    @Test
    void whatToDoNextIsTold() {
        chips.setColours(ReferenceColours.NONE);
        assertThat(told()).containsExactly("no colour yet: press Pick colour");
        chips.setPicking(true);
        assertThat(told()).containsExactly("no colour yet: click in the picture");
        chips.pick(0x102030);
        assertThat(told()).isEmpty();
        chips.setPicking(false);
        chips.removeNearest(0x102030);
        assertThat(told()).containsExactly("no colour yet: press Pick colour");
    }

    private List<String> told() {
        return parts(chips)
                .filter(part -> part instanceof JLabel)
                .map(part -> ((JLabel) part).getText())
                .toList();
    }

    private static int middle(JButton square) {
        square.setSize(square.getPreferredSize());
        BufferedImage image = new BufferedImage(square.getWidth(), square.getHeight(), BufferedImage.TYPE_INT_ARGB);
        square.paint(image.getGraphics());
        return image.getRGB(square.getWidth() / 2, square.getHeight() / 2);
    }

    private List<JButton> squares() {
        return parts(chips)
                .filter(part -> part instanceof JButton)
                .map(JButton.class::cast)
                .toList();
    }

    private static Stream<Component> parts(Container container) {
        return Stream.of(container.getComponents())
                .flatMap(part -> Stream.concat(
                        Stream.of(part), part instanceof Container inner ? parts(inner) : Stream.empty()));
    }
}
