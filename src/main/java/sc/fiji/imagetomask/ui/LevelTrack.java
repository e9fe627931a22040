package sc.fiji.imagetomask.ui;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import javax.swing.JComponent;
import sc.fiji.imagetomask.tone.Levels;

/**
 * Two bars under the histogram and the handles on them, those of a band at rest beside the right end: the upper bar has the colours of the channel's values, the
 * lower one the greys that they become in the mask.
 */
final class LevelTrack extends JComponent {

    private static final long serialVersionUID = 1;
    private static final int BAR = 8;
    private static final int GAP = 2;
    /** From the right end to the two handles at rest, in pixels. */
    private static final int[] RESTS = {9, 15};

    private final Map<LevelPoint, LevelHandle> handles = new EnumMap<>(LevelPoint.class);
    private transient LevelsState state = LevelsState.FIRST;

    /** @param moved takes the levels that the user drags or steps to */
    LevelTrack(Consumer<Levels> moved) {
        setName("track");
        setPreferredSize(new Dimension(100, bars() + LevelHandle.edge()));
        setToolTipText("Upper bar: the values of the channel; lower bar: their values in the mask");
        for (LevelPoint point : LevelPoint.values()) {
            LevelHandle handle = new LevelHandle(
                    LevelHandle.Look.of(point),
                    x -> moved.accept(
                            point.moved(state.levels(), ValueAxis.across(this).value(x))),
                    () -> {},
                    steps -> moved.accept(point.stepped(state.levels(), steps)));
            handles.put(point, handle);
            add(handle);
        }
        setComponentZOrder(handles.get(LevelPoint.GRAY), 2); // an end that it stands on can be grabbed
    }

    /** The handles. */
    Collection<LevelHandle> handles() {
        return handles.values();
    }

    void show(LevelsState newState) {
        state = newState;
        doLayout();
        repaint();
    }

    /** The height of both bars with their gaps. */
    private static int bars() {
        return Scaled.px(2 * (BAR + GAP));
    }

    @Override
    public void doLayout() {
        ValueAxis axis = ValueAxis.across(this);
        handles.forEach((point, handle) -> {
            double x = axis.x(point.position(state.levels()));
            boolean isResting = point.isResting(state.levels());
            if (isResting) x += Scaled.px(RESTS[point == LevelPoint.WHITE2 ? 0 : 1]);
            handle.setResting(isResting);
            handle.setLocation((int) Math.round(x - handle.getWidth() / 2.0), bars());
        });
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        paintBar(g, Scaled.px(GAP), value -> state.color(value));
        paintBar(g, Scaled.px(2 * GAP + BAR), value -> (int) Math.round(state.output(value)) * 0x10101);
        g.dispose();
    }

    private void paintBar(Graphics2D g, int top, IntUnaryOperator color) {
        ValueAxis axis = ValueAxis.across(this);
        int height = Scaled.px(BAR) - 1;
        for (int x = (int) axis.x(0); x < axis.x(255); x++) {
            g.setColor(new Color(color.applyAsInt((int) Math.round(axis.value(x)))));
            g.fillRect(x, top, 1, height);
        }
        g.setColor(Color.GRAY);
        g.draw(new Rectangle2D.Double(axis.x(0), top, axis.width(), height));
    }
}
