package sc.fiji.imagetomask.ui;

import ij.Prefs;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Cursor;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.ActionEvent;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Path2D;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import javax.accessibility.AccessibleRole;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;

/** A triangle that users drag along the axis, or move with the arrow keys: by one step, with Shift by ten. */
final class LevelHandle extends JComponent {

    private static final int SIZE = 15;

    private static final long serialVersionUID = 1;
    private static final Color OUTLINE = new Color(0x404040);
    private static final Color FOCUSED = new Color(0x1f77d0);

    private static final float RESTING = 0.35f;

    /**
     * How a handle looks, and what it says.
     *
     * @param name for tests and tools
     * @param label for people who cannot see it
     * @param help its tooltip
     * @param fill its colour
     * @param pointsDown whether it stands above the axis
     */
    record Look(String name, String label, String help, Color fill, boolean pointsDown) {

        static Look of(LevelPoint point) {
            String help = point.option.help() + ". Drag it, or use the arrow keys (Shift: ten steps)";
            return new Look(point.option.key(), point.option.label(), help, LevelHandle.fill(point), false);
        }
    }

    private final transient Look look;
    private boolean resting;

    /**
     * @param dragged takes the position in its parent to which it was dragged, in pixels
     * @param released is called when the mouse lets it go
     * @param stepped takes the number of steps to the right
     */
    LevelHandle(Look look, DoubleConsumer dragged, Runnable released, IntConsumer stepped) {
        this.look = look;
        setName(look.name() + " handle");
        setSize(edge(), edge());
        setFocusable(true);
        setCursor(Cursor.getPredefinedCursor(Cursor.E_RESIZE_CURSOR));
        setToolTipText(look.help());
        accessibleContext = new AccessibleJComponent() {
            private static final long serialVersionUID = 1;

            @Override
            public AccessibleRole getAccessibleRole() {
                return AccessibleRole.SLIDER;
            }
        };
        accessibleContext.setAccessibleName(look.label());
        listenToMouse(dragged, released);
        listenToFocus();
        bind("LEFT", stepped, -1);
        bind("RIGHT", stepped, 1);
        bind("shift LEFT", stepped, -10);
        bind("shift RIGHT", stepped, 10);
    }

    /** The colour of a point. */
    static Color fill(LevelPoint point) {
        return switch (point) {
            case BLACK, BLACK2 -> Color.BLACK;
            case GRAY -> Color.GRAY;
            case WHITE, WHITE2 -> Color.WHITE;
        };
    }

    /** Draws it pale while it has no effect. */
    void setResting(boolean newResting) {
        resting = newResting;
        repaint();
    }

    /** Width and height. */
    static int edge() {
        return Scaled.px(SIZE);
    }

    private void listenToMouse(DoubleConsumer dragged, Runnable released) {
        MouseAdapter mouse = new MouseAdapter() {
            private double grip;

            @Override
            public void mousePressed(MouseEvent event) {
                requestFocusInWindow();
                grip = event.getX() - getWidth() / 2.0;
            }

            @Override
            public void mouseReleased(MouseEvent event) {
                released.run();
            }

            @Override
            public void mouseDragged(MouseEvent event) {
                MouseEvent onTrack = SwingUtilities.convertMouseEvent(LevelHandle.this, event, getParent());
                dragged.accept(onTrack.getX() - grip);
            }
        };
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
    }

    private void listenToFocus() {
        addFocusListener(new FocusListener() {
            @Override
            public void focusGained(FocusEvent event) {
                repaint();
            }

            @Override
            public void focusLost(FocusEvent event) {
                repaint();
            }
        });
    }

    private void bind(String key, IntConsumer stepped, int steps) {
        getInputMap().put(KeyStroke.getKeyStroke(key), key);
        getActionMap().put(key, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent event) {
                stepped.accept(steps);
            }
        });
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        if (look.pointsDown()) g.rotate(Math.PI, getWidth() / 2.0, getHeight() / 2.0);
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(getWidth() / 2.0, 1);
        triangle.lineTo(getWidth() - 1.5, getHeight() - 2);
        triangle.lineTo(1.5, getHeight() - 2);
        triangle.closePath();
        if (resting && !isFocusOwner()) g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, RESTING));
        g.setColor(look.fill());
        g.fill(triangle);
        g.setColor(isFocusOwner() ? FOCUSED : OUTLINE);
        g.setStroke(new BasicStroke((float) (Prefs.getGuiScale() * (isFocusOwner() ? 2 : 1.2))));
        g.draw(triangle);
        g.dispose();
    }
}
