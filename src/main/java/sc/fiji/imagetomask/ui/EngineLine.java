package sc.fiji.imagetomask.ui;

import java.awt.BorderLayout;
import java.awt.Dimension;
import javax.swing.JComponent;
import javax.swing.JPanel;

/**
 * Says which engine computes the preview. It has two lines of text from the start, and never more, so that nothing moves when the
 * engine is named; a longer text is shortened, and its tip has all of it.
 */
public final class EngineLine extends JPanel {

    private static final long serialVersionUID = 1;
    private static final int LINES = 2;

    private final Message message = new Message("engine used", false);
    private final JComponent beside;

    /** @param beside what is shown beside the text */
    public EngineLine(JComponent beside) {
        super(new BorderLayout(6, 0));
        this.beside = beside;
        add(message, BorderLayout.CENTER);
        add(beside, BorderLayout.EAST);
    }

    /** Shows this sentence; or, if it is null, nothing. */
    public void say(String how) {
        message.setToolTipText(how);
        message.say(how);
        if (how == null) return;
        validate(); // its height depends on its width
        int end = how.length();
        while (message.getPreferredSize().height > high() && end > 0) {
            end = how.lastIndexOf(' ', end - 1);
            message.say(how.substring(0, Math.max(0, end)) + " \u2026");
        }
    }

    private int high() {
        return LINES * message.getFontMetrics(message.getFont()).getHeight();
    }

    @Override
    public Dimension getPreferredSize() {
        Dimension size = super.getPreferredSize();
        return new Dimension(size.width, Math.max(beside.getPreferredSize().height, high()));
    }
}
