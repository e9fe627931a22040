package sc.fiji.imagetomask.ui.preview;

import java.awt.Dimension;
import java.awt.Frame;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.WindowConstants;

/**
 * The window of a preview: an image in the pixels of the screen. It has no keyboard focus, so that users can work in
 * other windows. It stays above the window of its picture, even if the user clicks there.
 */
final class PreviewWindow extends JDialog {

    private static final long serialVersionUID = 1;

    private final transient PreviewHands hands;
    private final Screen screen = new Screen();

    /** @param owner the picture's window, or null */
    PreviewWindow(Frame owner, String title, PreviewHands hands) {
        super(owner, title, false);
        this.hands = hands;
        setName("preview");
        setFocusableWindowState(false);
        setDefaultCloseOperation(WindowConstants.HIDE_ON_CLOSE);
        screen.setToolTipText("<html>Shows the same part as the picture's window.<br>Wheel: zooms; double click: back."
                + "<br>Hold the mouse button or Space: shows the picture itself");
        add(screen);
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                hands.closed();
            }
        });
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentMoved(ComponentEvent event) {
                hands.moved();
            }

            @Override
            public void componentResized(ComponentEvent event) {
                hands.moved();
            }
        });
        screen.addMouseListener(screen.mouse);
        screen.addMouseMotionListener(screen.mouse);
        screen.addMouseWheelListener(screen.mouse);
        pack(); // the frame's size is known from now on
    }

    /** The size of the content, in the pixels of the screen, which are finer than Java's where those are scaled. */
    Dimension pixels() {
        AffineTransform scale = getGraphicsConfiguration().getDefaultTransform();
        return new Dimension(Math.max(1, (int) (screen.getWidth() * scale.getScaleX())), Math.max(1, (int)
                (screen.getHeight() * scale.getScaleY())));
    }

    /** Shows an image in the largest size that fits. */
    void show(BufferedImage image) {
        screen.image = image;
        screen.repaint();
        if (!isVisible()) setVisible(true);
    }

    private final class Screen extends JComponent {

        private static final long serialVersionUID = 1;

        private transient BufferedImage image;
        private final transient Mouse mouse = new Mouse();

        /** Where the image is: in the middle. */
        private Rectangle place() {
            double scale = Math.min((double) getWidth() / image.getWidth(), (double) getHeight() / image.getHeight());
            int width = Math.max(1, (int) Math.round(scale * image.getWidth()));
            int height = Math.max(1, (int) Math.round(scale * image.getHeight()));
            return new Rectangle((getWidth() - width) / 2, (getHeight() - height) / 2, width, height);
        }

        /** In the screen's own pixels; an image that nearly fills it is not scaled, so that nothing blurs. */
        @Override
        protected void paintComponent(Graphics graphics) {
            if (image == null) return;
            Graphics2D g = (Graphics2D) graphics.create();
            Dimension pixels = pixels();
            double scale =
                    Math.min((double) pixels.width / image.getWidth(), (double) pixels.height / image.getHeight());
            if (Math.abs(scale - 1) * Math.max(pixels.width, pixels.height) < 1.5) {
                AffineTransform device = g.getTransform();
                g.translate(place().x, place().y);
                g.scale(1 / device.getScaleX(), 1 / device.getScaleY());
                g.drawImage(image, 0, 0, null);
            } else {
                Rectangle place = place();
                g.drawImage(image, place.x, place.y, place.width, place.height, null);
            }
            g.dispose();
        }

        private final class Mouse extends MouseAdapter {

            @Override
            public void mousePressed(MouseEvent event) {
                hands.compares(true);
            }

            @Override
            public void mouseReleased(MouseEvent event) {
                hands.compares(false);
            }

            @Override
            public void mouseClicked(MouseEvent event) {
                if (event.getClickCount() == 2) hands.follows();
            }

            @Override
            public void mouseMoved(MouseEvent event) {
                if (image == null || !place().contains(event.getPoint())) return;
                Rectangle place = place();
                hands.points(new Point(
                        (event.getX() - place.x) * image.getWidth() / place.width,
                        (event.getY() - place.y) * image.getHeight() / place.height));
            }

            @Override
            public void mouseWheelMoved(MouseWheelEvent event) {
                if (image == null) return;
                Rectangle place = place();
                hands.zooms(
                        part(event.getX() - place.x, place.width),
                        part(event.getY() - place.y, place.height),
                        -event.getPreciseWheelRotation());
            }

            private double part(double distance, double length) {
                return Math.min(Math.max(distance / length, 0), 1);
            }
        }
    }
}
