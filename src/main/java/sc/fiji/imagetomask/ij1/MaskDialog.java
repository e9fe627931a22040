package sc.fiji.imagetomask.ij1;

import ij.IJ;
import ij.ImagePlus;
import ij.Prefs;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.SecondaryLoop;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.swing.BorderFactory;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import sc.fiji.imagetomask.image.ImagePlusPictures;
import sc.fiji.imagetomask.image.MaskOptions;
import sc.fiji.imagetomask.image.OptionLabels;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.ui.HelpPage;
import sc.fiji.imagetomask.ui.LastDialog;
import sc.fiji.imagetomask.ui.MaskPreview;
import sc.fiji.imagetomask.ui.Placement;
import sc.fiji.imagetomask.ui.PreviewListener;
import sc.fiji.imagetomask.ui.PreviewView;

/**
 * The dialog in plain ImageJ: all options, the levels on the channel's histogram, and a live preview. It does not block
 * other windows, so that one can zoom, scroll and select on the picture meanwhile.
 */
final class MaskDialog extends JDialog {

    private static final long serialVersionUID = 1;

    private final transient CompletableFuture<Optional<MaskOptions>> answer;
    private final transient MaskPreview preview;
    private final OptionForm form;
    private final JCheckBox previewOn = new JCheckBox(OptionLabels.PREVIEW);
    private final JRadioButton mask = new JRadioButton(OptionLabels.VIEW_MASK);
    private final JRadioButton tinted = new JRadioButton(OptionLabels.VIEW_TINTED);
    private final JTextArea message = new JTextArea(2, 20);

    /**
     * Asks the user, starting with what was chosen last; empty if the user canceled or closed the picture.
     *
     * @throws IllegalArgumentException if the picture is empty, in one sentence
     */
    static Optional<MaskOptions> ask(ImagePlus picture) {
        ImagePlusPictures.requirePixels(picture);
        CompletableFuture<Optional<MaskOptions>> answer = new CompletableFuture<>();
        EventQueue.invokeLater(() -> {
            try {
                new MaskDialog(picture, LastDialog.load(), answer).setVisible(true);
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

    private MaskDialog(ImagePlus picture, LastDialog last, CompletableFuture<Optional<MaskOptions>> answer) {
        super(IJ.getInstance(), OptionLabels.TITLE + " - " + picture.getTitle(), false);
        this.answer = answer;
        setName("imagetomask");
        form = new OptionForm(picture, last.options(), this::changed);
        form.levels().setLogScale(last.logScale());
        previewOn.setSelected(last.preview());
        (last.view() == PreviewView.MASK ? mask : tinted).setSelected(true);
        JPanel content = new JPanel(new BorderLayout(0, 6));
        content.setBorder(BorderFactory.createEmptyBorder(10, 10, 8, 10));
        content.add(form, BorderLayout.CENTER);
        content.add(foot(), BorderLayout.SOUTH);
        setContentPane(content);
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                finish(Optional.empty());
            }
        });
        getRootPane()
                .registerKeyboardAction(
                        event -> finish(Optional.empty()),
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        dress(content);
        pack();
        setMinimumSize(getSize());
        setLocation(Placement.beside(
                picture.getWindow() == null
                        ? new Rectangle()
                        : picture.getWindow().getBounds(),
                getSize()));
        preview = new MaskPreview(picture, new Answers());
        preview.setVisible(last.preview());
        preview.setView(last.view());
        preview.show(form.options());
    }

    private JComponent foot() {
        ButtonGroup views = new ButtonGroup();
        views.add(mask);
        views.add(tinted);
        for (JComponent view : new JComponent[] {mask, tinted}) view.setToolTipText(OptionLabels.VIEW_TIP);
        previewOn.setToolTipText(OptionLabels.PREVIEW_TIP);
        previewOn.setName("preview");
        mask.setName("view mask");
        tinted.setName("view tinted");
        previewOn.addActionListener(event -> preview.setVisible(previewOn.isSelected()));
        mask.addActionListener(event -> preview.setView(view()));
        tinted.addActionListener(event -> preview.setView(view()));
        JPanel choice = new JPanel(new FlowLayout(FlowLayout.LEFT, 4, 0));
        choice.add(previewOn);
        choice.add(mask);
        choice.add(tinted);
        JPanel foot = new JPanel(new BorderLayout(0, 4));
        foot.add(choice, BorderLayout.NORTH);
        foot.add(message, BorderLayout.CENTER);
        foot.add(buttons(), BorderLayout.SOUTH);
        message.setName("problem");
        message.setEditable(false);
        message.setFocusable(false);
        message.setOpaque(false);
        message.setLineWrap(true);
        message.setWrapStyleWord(true);
        message.setForeground(new Color(0xb00020));
        return foot;
    }

    private JComponent buttons() {
        JButton ok = button("OK", this::accept);
        getRootPane().setDefaultButton(ok);
        JPanel right = new JPanel(new FlowLayout(FlowLayout.RIGHT, 6, 0));
        right.add(button("Cancel", () -> finish(Optional.empty())));
        right.add(ok);
        JPanel buttons = new JPanel(new BorderLayout());
        buttons.add(button("Help", this::help), BorderLayout.WEST);
        buttons.add(right, BorderLayout.EAST);
        return buttons;
    }

    private static JButton button(String text, Runnable action) {
        JButton button = new JButton(text);
        button.setName(text);
        button.addActionListener(event -> action.run());
        return button;
    }

    private void changed() {
        preview.show(form.options());
    }

    private PreviewView view() {
        return tinted.isSelected() ? PreviewView.TINTED : PreviewView.MASK;
    }

    private void help() {
        try {
            HelpPage.open();
        } catch (IllegalArgumentException e) {
            message.setText(e.getMessage());
        }
    }

    /** What is wrong is told, and the dialog stays. */
    private void accept() {
        if (form.mistake() != null) {
            message.setText(form.mistake());
            Toolkit.getDefaultToolkit().beep();
            return;
        }
        MaskOptions options = form.options();
        new LastDialog(options, previewOn.isSelected(), view(), form.levels().isLogScale()).save();
        finish(Optional.of(options));
    }

    private void finish(Optional<MaskOptions> options) {
        preview.close();
        dispose();
        answer.complete(options);
    }

    /** In plain type, of the size that ImageJ's own windows are set to. */
    private static void dress(Container container) {
        for (Component part : container.getComponents()) {
            Font font = part.getFont();
            if (font != null) part.setFont(font.deriveFont(Font.PLAIN, (float) (12 * Prefs.getGuiScale())));
            if (part instanceof Container inner) dress(inner);
        }
    }

    private final class Answers implements PreviewListener {

        @Override
        public void counted(Histogram histogram, ClipRange range) {
            form.setHistogram(histogram, range);
        }

        @Override
        public void failed(String sentence) {
            message.setText(sentence);
        }

        @Override
        public void windowClosed() {
            previewOn.setSelected(false);
        }

        @Override
        public void pictureClosed() {
            finish(Optional.empty());
        }
    }
}
