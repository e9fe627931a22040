package sc.fiji.imagetomask.ui;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.GradientPaint;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.JComponent;
import sc.fiji.imagetomask.tone.Levels;

/** The strip from black to white under the histogram, with the three handles on it. */
final class LevelTrack extends JComponent {

    private static final long serialVersionUID = 1;
    private static final int STRIP = 9;

    private final Map<LevelPoint, LevelHandle> handles = new EnumMap<>(LevelPoint.class);
    private transient Levels levels = Levels.NONE;

    /** @param moved takes the levels that the user drags or steps to */
    LevelTrack(Consumer<Levels> moved) {
        setPreferredSize(new Dimension(100, STRIP + LevelHandle.HEIGHT));
        for (LevelPoint point : LevelPoint.values()) {
            LevelHandle handle = new LevelHandle(
                    point,
                    x -> moved.accept(point.moved(levels, ValueAxis.across(this).value(x))),
                    steps -> moved.accept(point.stepped(levels, steps)));
            handles.put(point, handle);
            add(handle);
        }
        setComponentZOrder(handles.get(LevelPoint.GRAY), 2); // an end that it stands on can be grabbed
    }

    /** The handles, from black to white. */
    Collection<LevelHandle> handles() {
        return handles.values();
    }

    void setLevels(Levels newLevels) {
        levels = newLevels;
        doLayout();
        repaint();
    }

    @Override
    public void doLayout() {
        ValueAxis axis = ValueAxis.across(this);
        handles.forEach((point, handle) ->
                handle.setLocation((int) Math.round(axis.x(point.position(levels)) - LevelHandle.WIDTH / 2.0), STRIP));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        ValueAxis axis = ValueAxis.across(this);
        g.setPaint(new GradientPaint((float) axis.x(0), 0, Color.BLACK, (float) axis.x(255), 0, Color.WHITE));
        g.fill(new Rectangle2D.Double(axis.x(0), 2, axis.width(), STRIP - 3));
        g.setColor(Color.GRAY);
        g.draw(new Rectangle2D.Double(axis.x(0), 2, axis.width(), STRIP - 3));
        g.dispose();
    }
}
