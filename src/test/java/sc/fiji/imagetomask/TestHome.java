package sc.fiji.imagetomask;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The home folder of the tests and of the Javas that they start: not that of the person who runs them. */
public final class TestHome {

    private static final List<String> PROPERTIES =
            List.of("user.home", "java.util.prefs.userRoot", "imagetomask.devices.file");

    private TestHome() {}

    /** Options by which another Java has the same home. */
    public static List<String> options() {
        List<String> options = new ArrayList<>();
        for (String property : PROPERTIES)
            if (System.getProperty(property) != null) options.add("-D" + property + "=" + System.getProperty(property));
        String preferences = System.getProperty("java.util.prefs.userRoot");
        if (preferences != null)
            try { // else Java tells that it makes the folder
                Files.createDirectories(Path.of(preferences, ".java", ".userPrefs"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        return options;
    }
}
