package sc.fiji.imagetomask.files;

import java.nio.file.Path;
import java.util.Locale;

/** The folders in which programs keep files of a user. */
public final class UserFolders {

    private static final String OURS = "image-to-mask";

    private UserFolders() {}

    /** For files that can be deleted at any time, such as {@code ~/.cache/image-to-mask}. */
    public static Path caches() {
        return folder("Library/Caches", "LOCALAPPDATA", "XDG_CACHE_HOME", ".cache");
    }

    /** For what the user has set, such as {@code ~/.config/image-to-mask}. */
    public static Path settings() {
        return folder("Library/Application Support", "APPDATA", "XDG_CONFIG_HOME", ".config");
    }

    private static Path folder(String mac, String windows, String linux, String otherwise) {
        Path home = Path.of(System.getProperty("user.home", "."));
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) return home.resolve(mac).resolve(OURS);
        String named = System.getenv(system.startsWith("windows") ? windows : linux);
        boolean isUsable = named != null && Path.of(named).isAbsolute();
        return (isUsable ? Path.of(named) : home.resolve(otherwise)).resolve(OURS);
    }
}
