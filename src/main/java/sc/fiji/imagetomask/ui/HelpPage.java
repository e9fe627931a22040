package sc.fiji.imagetomask.ui;

import ij.plugin.BrowserLauncher;
import java.io.IOException;
import org.scijava.util.POM;

/** The page that the dialogs' Help buttons open: what each setting does. */
public final class HelpPage {

    private static final String GROUP = "sc.fiji.imagetomask";
    private static final String ARTIFACT = "Image_To_Mask";

    private HelpPage() {}

    /** The README's section on settings, at the address that the project gives for itself. */
    public static String url() {
        return POM.getPOM(HelpPage.class, GROUP, ARTIFACT).getProjectURL() + "#settings";
    }

    /** Opens it in the user's browser. */
    public static void open() {
        try {
            BrowserLauncher.openURL(url());
        } catch (IOException e) {
            throw new IllegalArgumentException("No browser opens for " + url() + ", but one must.", e);
        }
    }
}
