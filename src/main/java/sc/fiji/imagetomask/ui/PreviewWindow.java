package sc.fiji.imagetomask.ui;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.WindowConstants;

/** The window of a preview: an image, pixel for pixel, and no keyboard focus, so that work goes on elsewhere. */
final class PreviewWindow extends JFrame {

    private static final long serialVersionUID = 1;

    private final Screen screen = new Screen();

    /** @param closed is called if the user closes it */
    PreviewWindow(String title, Runnable closed) {
        super(title);
        setName("preview");
        setFocusableWindowState(false);
        setResizable(false);
        setDefaultCloseOperation(WindowConstants.HIDE_ON_CLOSE);
        screen.setToolTipText("Shows the part that the picture's window shows: zoom and scroll there");
        add(screen);
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                closed.run();
            }
        });
    }

    /** Shows an image; the window opens beside that window if it is not open, and takes the image's size. */
    void show(BufferedImage image, Rectangle beside) {
        boolean resized = screen.take(image);
        if (resized || !isVisible()) pack();
        if (isVisible()) return;
        setLocation(Placement.beside(beside, getSize()));
        setVisible(true);
    }

    private static final class Screen extends JComponent {

        private static final long serialVersionUID = 1;

        private transient BufferedImage image;

        /** Whether the size has changed. */
        boolean take(BufferedImage newImage) {
            Dimension size = new Dimension(newImage.getWidth(), newImage.getHeight());
            boolean resized = !size.equals(getPreferredSize());
            image = newImage;
            setPreferredSize(size);
            repaint();
            return resized;
        }

        @Override
        protected void paintComponent(Graphics g) {
            g.drawImage(image, 0, 0, null);
        }
    }
}
