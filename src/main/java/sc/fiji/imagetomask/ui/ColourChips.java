package sc.fiji.imagetomask.ui;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.swing.AbstractButton;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import sc.fiji.imagetomask.channel.ReferenceColours;

/**
 * Colours as small squares, and a switch for picking them in the picture. A click on a square removes its colour. Used on
 * the event thread only.
 */
public final class ColourChips extends JPanel {

    private static final long serialVersionUID = 1;
    private static final String HELP = "Click in the picture: the colour there is taken, the mean of 3 x 3 pixels."
            + " With Shift it is added, with Alt the nearest one is removed.";

    private final transient Consumer<ReferenceColours> changed;
    private final JToggleButton pick = new JToggleButton("Pick colour");
    private final JLabel none = new JLabel();
    private final JPanel chips = new JPanel(new FlowLayout(FlowLayout.LEADING, 3, 0));
    private transient ReferenceColours colours = ReferenceColours.NONE;

    /** @param changed hears of every change that the user makes */
    public ColourChips(Consumer<ReferenceColours> changed) {
        super(new FlowLayout(FlowLayout.LEADING, 6, 0));
        this.changed = changed;
        pick.setName("pick");
        pick.setToolTipText(HELP);
        pick.addItemListener(event -> sayWhatIsNext());
        sayWhatIsNext();
        add(pick);
        add(chips);
    }

    private void sayWhatIsNext() {
        none.setText("no colour yet: " + (pick.isSelected() ? "click in the picture" : "press " + pick.getText()));
    }

    /** The switch for picking colours in the picture. */
    public AbstractButton picker() {
        return pick;
    }

    /** Turns picking on or off. */
    public void setPicking(boolean on) {
        pick.setSelected(on);
    }

    /** Shows other colours. */
    public void setColours(ReferenceColours newColours) {
        if (newColours.equals(colours) && chips.getComponentCount() > 0) return;
        colours = newColours;
        chips.removeAll();
        if (colours.rgb().isEmpty()) chips.add(none);
        colours.rgb().forEach(rgb -> chips.add(chip(rgb)));
        revalidate();
        repaint();
    }

    /** Takes a colour that was picked in the picture: it replaces all others. */
    public void pick(int rgb) {
        change(List.of(rgb));
    }

    /** Adds a colour that was picked in the picture, unless there are as many as can be. */
    public void add(int rgb) {
        if (colours.rgb().size() < ReferenceColours.MOST)
            change(IntStream.concat(colours.rgb().stream().mapToInt(Integer::intValue), IntStream.of(rgb))
                    .boxed()
                    .toList());
    }

    /** Removes the colour that is nearest to one that was picked in the picture. */
    public void removeNearest(int rgb) {
        colours.nearest(rgb).ifPresent(this::drop);
    }

    private void drop(int rgb) {
        change(colours.rgb().stream().filter(colour -> colour != rgb).toList());
    }

    private void change(List<Integer> rgb) {
        setColours(new ReferenceColours(rgb));
        changed.accept(colours);
    }

    private JButton chip(int rgb) {
        JButton chip = new Chip();
        String text = "#%06x".formatted(rgb);
        chip.setName("chip " + text);
        chip.setBackground(new Color(rgb));
        chip.setContentAreaFilled(false); // which also makes it transparent
        chip.setOpaque(true);
        chip.setBorder(BorderFactory.createLineBorder(Color.GRAY));
        chip.setToolTipText(text + "; a click removes it");
        chip.getAccessibleContext().setAccessibleName("Colour " + text);
        chip.addActionListener(event -> drop(rgb));
        return chip;
    }

    /** As high as the switch with its letters, but for a rest, so that all that can be fit into a row. */
    private final class Chip extends JButton {

        private static final long serialVersionUID = 1;

        @Override
        public Dimension getPreferredSize() {
            int side = pick.getPreferredSize().height * 4 / 5;
            return new Dimension(side, side);
        }
    }
}
