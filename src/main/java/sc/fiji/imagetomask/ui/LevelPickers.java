package sc.fiji.imagetomask.ui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Insets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.AbstractButton;
import javax.swing.BoxLayout;
import javax.swing.JPanel;
import javax.swing.JToggleButton;

/** Three switches: while one is on, a click in the picture sets the black, gray or white point from the pixel there. */
final class LevelPickers extends JPanel {

    private static final long serialVersionUID = 1;
    private static final List<LevelPoint> POINTS = List.of(LevelPoint.BLACK, LevelPoint.GRAY, LevelPoint.WHITE);

    private final transient List<AbstractButton> buttons = new ArrayList<>();

    LevelPickers() {
        setLayout(new BoxLayout(this, BoxLayout.X_AXIS));
        for (LevelPoint point : POINTS) {
            JToggleButton button = new JToggleButton(new Pipette(point));
            String word = point.word.toLowerCase(Locale.ROOT);
            button.setName("pick " + word);
            button.setMargin(new Insets(0, 1, 0, 1));
            button.setToolTipText("Click in the picture: the mean of 3 x 3 pixels becomes the " + word + " point");
            button.getAccessibleContext().setAccessibleName("Pick the " + word + " point in the picture");
            buttons.add(button);
            add(button);
        }
    }

    List<AbstractButton> buttons() {
        return buttons;
    }

    /** The point of the switch that is on; null if none is. */
    LevelPoint point() {
        for (int i = 0; i < POINTS.size(); i++) if (buttons.get(i).isSelected()) return POINTS.get(i);
        return null;
    }

    /** A pipette that is filled with the colour of its point. */
    private static final class Pipette extends SquareIcon {

        private static final int SIZE = 14;

        private final LevelPoint point;

        Pipette(LevelPoint point) {
            super(SIZE);
            this.point = point;
        }

        @Override
        protected void draw(Graphics2D g) {
            g.rotate(Math.PI / 4, SIZE / 2.0, SIZE / 2.0);
            g.setColor(new Color(0x404040));
            g.fillRoundRect(5, -1, 4, 5, 3, 3);
            g.fillRect(4, 3, 6, 2);
            g.setColor(LevelHandle.fill(point));
            g.fillRect(5, 5, 4, 8);
            g.setColor(new Color(0x404040));
            g.setStroke(new BasicStroke(1));
            g.drawRect(5, 5, 4, 8);
            g.drawLine(7, 13, 7, 15);
        }
    }
}
