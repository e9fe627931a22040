package sc.fiji.imagetomask.ij1;

import ij.IJ;
import ij.gui.GUI;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.Rectangle;
import java.awt.SecondaryLoop;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.MenuSelectionManager;
import sc.fiji.imagetomask.ui.CheckedField;
import sc.fiji.imagetomask.ui.HelpPage;
import sc.fiji.imagetomask.ui.Message;

/**
 * A dialog with a form, Help, Cancel and OK, that does not block other windows. It stays open after OK if a field has
 * an error.
 *
 * @param <T> what OK gives
 */
abstract class FormDialog<T> extends JDialog {

    private static final long serialVersionUID = 1;

    private final transient CompletableFuture<Optional<T>> answer = new CompletableFuture<>();
    private final JPanel head = new JPanel(new BorderLayout());
    private final JScrollPane body = new JScrollPane();
    private final JPanel foot = new JPanel(new BorderLayout(0, 4));
    private final Message problem = new Message("problem", true);
    private Form form;
    /** How many parts of the form were shown when the size was last set. */
    private long fitted;

    FormDialog(String name, String title) {
        super(IJ.getInstance(), title, false);
        setName(name);
        body.setBorder(null);
        body.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        JPanel content = new JPanel(new BorderLayout(0, 6));
        content.setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
        content.add(head, BorderLayout.NORTH);
        content.add(body, BorderLayout.CENTER);
        content.add(foot, BorderLayout.SOUTH);
        setContentPane(content);
        foot.add(problem, BorderLayout.CENTER);
        setDefaultCloseOperation(DO_NOTHING_ON_CLOSE);
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowOpened(WindowEvent event) {
                form.firstField().requestFocusInWindow();
            }

            @Override
            public void windowClosing(WindowEvent event) {
                finish(Optional.empty());
            }
        });
        getRootPane()
                .registerKeyboardAction(
                        event -> {
                            MenuSelectionManager menus = MenuSelectionManager.defaultManager();
                            if (menus.getSelectedPath().length > 0) menus.clearSelectedPath(); // a menu is open
                            else escape();
                        },
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
    }

    /** What the form says, once all its fields are right. */
    abstract T result();

    /** What Esc does: it closes the dialog. */
    void escape() {
        finish(Optional.empty());
    }

    /** Opens a dialog and waits until the user accepts or cancels it. */
    static <T> Optional<T> ask(Supplier<FormDialog<T>> maker) {
        CompletableFuture<Optional<T>> answer = new CompletableFuture<>();
        EventQueue.invokeLater(() -> {
            try {
                FormDialog<T> dialog = maker.get();
                dialog.answer.thenAccept(answer::complete);
                dialog.setVisible(true);
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
        if (EventQueue.isDispatchThread()) {
            SecondaryLoop loop =
                    Toolkit.getDefaultToolkit().getSystemEventQueue().createSecondaryLoop();
            answer.whenComplete((options, failure) -> loop.exit());
            loop.enter();
        }
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) throw error;
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }

    /** Shows a form; another one may take its place. */
    final void setForm(Form newForm) {
        form = newForm;
        body.setViewportView(form);
    }

    /** Shows something above the form. */
    final void setHead(JComponent part) {
        head.add(part, BorderLayout.CENTER);
    }

    /**
     * Adds the last lines.
     *
     * @param above what is shown above the buttons; or null
     * @param beside what is shown beside OK; or null
     */
    final void setFoot(JComponent above, JComponent beside) {
        JPanel right = new JPanel(new FlowLayout(FlowLayout.RIGHT, 4, 0));
        JButton ok = button("OK", this::accept);
        right.add(button("Help", () -> HelpPage.open(this, getTitle(), form.settings())));
        right.add(button("Cancel", () -> finish(Optional.empty())));
        right.add(ok);
        getRootPane().setDefaultButton(ok);
        JPanel buttons = new JPanel(new BorderLayout());
        if (beside != null) buttons.add(beside, BorderLayout.WEST);
        buttons.add(right, BorderLayout.EAST);
        if (above != null) foot.add(above, BorderLayout.NORTH);
        foot.add(buttons, BorderLayout.SOUTH);
    }

    static JButton button(String text, Runnable action) {
        JButton button = new JButton(text);
        button.setName(text);
        button.addActionListener(event -> action.run());
        return button;
    }

    /** Sets the size when all parts were added. A dialog larger than the screen gets scroll bars. */
    final void fit() {
        Appearance.dress(getContentPane());
        Mnemonics.assign(getContentPane());
        body.getVerticalScrollBar()
                .setUnitIncrement(body.getFontMetrics(body.getFont()).getHeight());
        setMinimumSize(null);
        if (!isDisplayable()) pack(); // a window that is shown takes one size at a time
        validate();
        fitted = shownParts();
        Dimension wanted = getPreferredSize();
        Rectangle screen = GUI.getMaxWindowBounds(this);
        boolean isHigh = wanted.height > screen.height;
        int bar = isHigh ? body.getVerticalScrollBar().getPreferredSize().width : 0;
        Dimension size =
                new Dimension(Math.min(wanted.width + bar, screen.width), Math.min(wanted.height, screen.height));
        setSize(size);
        setMinimumSize(size);
    }

    /**
     * Sets the size again if other parts of the form are shown now and have too little room; only then, because a window may
     * lose the keyboard when its size is set.
     */
    final void grow() {
        Dimension wanted = form.getPreferredSize();
        Dimension has = body.getViewport().getExtentSize();
        if (shownParts() != fitted && (wanted.width > has.width || wanted.height > has.height)) fit();
    }

    private long shownParts() {
        return Stream.of(form.getComponents()).filter(Component::isVisible).count();
    }

    /** Shows an error beside its field, or else above the buttons; null removes it. */
    void say(String sentence) {
        problem.say(sentence == null || form.say(sentence) ? null : sentence);
    }

    /** The fields in which something wrong was typed. */
    List<CheckedField> wrongFields() {
        return form.wrongFields();
    }

    private void accept() {
        wrongFields().forEach(CheckedField::checkAgain);
        List<CheckedField> wrong = wrongFields();
        if (!wrong.isEmpty()) {
            wrong.get(0).requestFocusInWindow();
            wrong.get(0).selectAll();
            Toolkit.getDefaultToolkit().beep();
            return;
        }
        try {
            finish(Optional.of(result()));
        } catch (IllegalArgumentException e) {
            say(e.getMessage());
            Toolkit.getDefaultToolkit().beep();
        }
    }

    /** Closes the dialog. */
    void finish(Optional<T> result) {
        dispose();
        answer.complete(result);
    }
}
