package sc.fiji.imagetomask;

import org.scijava.util.VersionUtils;

/** Which version of this project is running. */
public final class Version {

    private static final String TEXT = found();

    private Version() {}

    /** Such as {@code 1.0.0}; {@code unknown} where the classes came without their jar. */
    public static String text() {
        return TEXT;
    }

    private static String found() {
        String version = VersionUtils.getVersion(Version.class);
        return version == null ? "unknown" : version;
    }
}
