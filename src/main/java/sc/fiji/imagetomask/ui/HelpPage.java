package sc.fiji.imagetomask.ui;

import ij.plugin.BrowserLauncher;
import java.awt.BorderLayout;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JEditorPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import org.scijava.util.POM;
import sc.fiji.imagetomask.options.Option;

/**
 * The window that the Help buttons of the dialogs open: it explains each setting without the internet, and shows the
 * address of the page with more help.
 */
public final class HelpPage {

    private static final String GROUP = "sc.fiji.imagetomask";
    private static final String ARTIFACT = "Image_To_Mask";

    private HelpPage() {}

    /** The README's section on settings, at the address that the project gives for itself. */
    public static String url() {
        return POM.getPOM(HelpPage.class, GROUP, ARTIFACT).getProjectURL() + "#settings";
    }

    /** Opens the window. */
    public static void open(Window owner, String title, List<Option> settings) {
        JDialog window = new JDialog(owner, title + ": Help");
        window.setName("help");
        JEditorPane page = new JEditorPane("text/html", html(settings));
        page.setEditable(false);
        page.putClientProperty(JEditorPane.HONOR_DISPLAY_PROPERTIES, true);
        page.setFont(owner.getFont());
        page.setCaretPosition(0);
        JPanel content = new JPanel(new BorderLayout(0, 6));
        content.setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
        content.add(new JScrollPane(page), BorderLayout.CENTER);
        content.add(address(owner), BorderLayout.SOUTH);
        window.setContentPane(content);
        window.getRootPane()
                .registerKeyboardAction(
                        event -> window.dispose(),
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        window.setSize(Scaled.px(560), Scaled.px(440));
        window.setLocationRelativeTo(owner);
        window.setVisible(true);
    }

    /** Opens the address in the user's browser. */
    public static void browse() {
        try {
            BrowserLauncher.openURL(url());
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "No browser can be opened for " + url() + "; open this address yourself.", e);
        }
    }

    /** The settings as a table. */
    static String html(List<Option> settings) {
        return "<html><body><table cellpadding=4><tr><th align=left>Setting<th align=left>In macros<th align=left>What it does"
                + settings.stream()
                        .map(setting -> "<tr valign=top><td><b>" + escaped(setting.label()) + "</b><td><code>"
                                + setting.key() + "</code><td>" + escaped(setting.help()))
                        .collect(Collectors.joining())
                + "</table></body></html>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static JComponent address(Window owner) {
        JTextField address = new JTextField(url());
        address.setName("address");
        address.setEditable(false);
        address.setFont(owner.getFont());
        JButton browse = new JButton("Open in browser");
        browse.setFont(owner.getFont());
        browse.addActionListener(event -> {
            try {
                browse();
            } catch (IllegalArgumentException e) {
                address.selectAll();
                address.requestFocusInWindow();
            }
        });
        JPanel line = new JPanel(new BorderLayout(6, 0));
        line.add(address, BorderLayout.CENTER);
        line.add(browse, BorderLayout.EAST);
        return line;
    }
}
