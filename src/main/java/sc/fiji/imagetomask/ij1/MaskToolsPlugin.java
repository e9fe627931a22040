package sc.fiji.imagetomask.ij1;

import ij.gui.Toolbar;
import ij.plugin.MacroInstaller;
import ij.plugin.PlugIn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Plugins &gt; Masks &gt; Macros &gt; Image To Mask Tools: puts the toolset of that name, which is in this jar, into
 * ImageJ's toolbar until it is replaced or ImageJ ends.
 */
public final class MaskToolsPlugin implements PlugIn {

    private static final String TOOLSET = "/macros/toolsets/Image To Mask Tools.ijm";

    @Override
    public void run(String arg) {
        Entry.run("Image To Mask Tools", () -> {
            if (Toolbar.getInstance() == null)
                throw new IllegalArgumentException("There is no toolbar: ImageJ must be started with its window.");
            new MacroInstaller().install(text());
        });
    }

    private static String text() {
        try (InputStream toolset = MaskToolsPlugin.class.getResourceAsStream(TOOLSET)) {
            return new String(toolset.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
