package sc.fiji.imagetomask.ui;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.Icon;

/** A drawn icon as wide as high, at ImageJ's GUI scale. */
public abstract class SquareIcon implements Icon {

    private final int size;

    /** @param size the length of its edges at scale 1 */
    protected SquareIcon(int size) {
        this.size = size;
    }

    /** Draws it in its size at scale 1. */
    protected abstract void draw(Graphics2D g);

    @Override
    public final int getIconWidth() {
        return Scaled.px(size);
    }

    @Override
    public final int getIconHeight() {
        return Scaled.px(size);
    }

    @Override
    public final void paintIcon(Component on, Graphics graphics, int x, int y) {
        Graphics2D g = (Graphics2D) graphics.create(x, y, getIconWidth(), getIconHeight());
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        double unit = getIconWidth() / (double) size;
        g.scale(unit, unit);
        draw(g);
        g.dispose();
    }
}
