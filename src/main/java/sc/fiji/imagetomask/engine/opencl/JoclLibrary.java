package sc.fiji.imagetomask.engine.opencl;

import java.lang.invoke.MethodHandles;
import org.jocl.CL;
import sc.fiji.imagetomask.natives.NativeLibraries;

/**
 * Loads JOCL's native code, which connects Java with OpenCL.
 *
 * <p>Design decision: JOCL unpacks it to a file in the temporary folder whose name is always the same, and loads a file
 * that is there already: another user may have put it there, or another Java may still be writing it. So here JOCL gets
 * a unique name.
 */
final class JoclLibrary {

    /** The system property by which JOCL takes names of its own. */
    private static final String UNIQUE = "uniqueLibraryNames";

    private JoclLibrary() {}

    /** Throws JOCL's error if that fails, or if its native code is outside its jar. */
    static synchronized void load() {
        NativeLibraries.refuseOutsideJars("JOCL_");
        String before = System.setProperty(UNIQUE, "true");
        try {
            MethodHandles.lookup().ensureInitialized(CL.class);
        } catch (IllegalAccessException e) {
            throw new AssertionError("CL is public.", e);
        } finally {
            if (before == null) System.clearProperty(UNIQUE);
            else System.setProperty(UNIQUE, before);
        }
    }

    /** Why it could not be loaded, in one sentence. */
    static String reason(Throwable e) {
        String message = String.valueOf(e.getMessage()).strip();
        if (message.contains("Implementation library could not be loaded")) // JOCL's words
        return "No OpenCL library is installed; it comes with the driver of a GPU.";
        String line = message.lines().findFirst().orElse(e.getClass().getSimpleName());
        return "The OpenCL library cannot be loaded: " + line.replaceAll("\\.$", "") + ".";
    }
}
