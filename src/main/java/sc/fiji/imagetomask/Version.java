package sc.fiji.imagetomask;

import org.scijava.util.VersionUtils;

/** Which version of this project is running. */
public final class Version {

    private Version() {}

    /** Such as {@code 1.0.0}. */
    public static String text() {
        return VersionUtils.getVersion(Version.class);
    }
}
