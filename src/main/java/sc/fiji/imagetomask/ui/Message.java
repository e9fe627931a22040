package sc.fiji.imagetomask.ui;

import ij.gui.GUI;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.Window;
import java.util.List;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;

/**
 * Sentences beside the field that they are about, wrapped to the available width. Without a sentence it takes no space;
 * with more sentences the window grows.
 */
public final class Message extends JTextArea {

    private static final long serialVersionUID = 1;
    private static final Color MISTAKE = new Color(0xb00020);

    /** @param isMistake whether it says what is wrong, in red; else it is a hint */
    public Message(String name, boolean isMistake) {
        setName(name);
        setEditable(false);
        setFocusable(false);
        setOpaque(false);
        setBorder(null);
        setLineWrap(true);
        setWrapStyleWord(true);
        if (isMistake) setForeground(MISTAKE);
        setVisible(false);
    }

    /** Shows these sentences, one below the other; or nothing. */
    public void say(List<String> sentences) {
        String text = String.join("\n", sentences);
        if (text.equals(getText()) && isVisible() != text.isEmpty()) return;
        setText(text);
        setVisible(!text.isEmpty());
        revalidate();
        SwingUtilities.invokeLater(this::makeRoom);
    }

    /** Shows one sentence; or, if it is null, nothing. */
    public void say(String sentence) {
        say(sentence == null ? List.of() : List.of(sentence));
    }

    /** The height depends on the width, which is its parent's. */
    @Override
    public Dimension getPreferredSize() {
        int width = getParent() == null ? 0 : getParent().getWidth();
        if (width == 0) return new Dimension();
        if (getWidth() == 0) setSize(width, 1);
        return new Dimension(1, super.getPreferredSize().height);
    }

    @Override
    public Dimension getMinimumSize() {
        return getPreferredSize();
    }

    private void makeRoom() {
        Window window = SwingUtilities.getWindowAncestor(this);
        if (window == null || !isVisible()) return;
        window.validate();
        Rectangle screen = GUI.getMaxWindowBounds(window);
        int height = Math.min(window.getPreferredSize().height, screen.height);
        if (height <= window.getHeight()) return;
        int y = Math.max(screen.y, Math.min(window.getY(), screen.y + screen.height - height));
        window.setBounds(window.getX(), y, window.getWidth(), height);
    }
}
