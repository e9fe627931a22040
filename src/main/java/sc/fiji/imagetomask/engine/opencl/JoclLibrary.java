package sc.fiji.imagetomask.engine.opencl;

import java.lang.invoke.MethodHandles;
import org.jocl.CL;
import sc.fiji.imagetomask.natives.NativeLibraries;

/**
 * Loads JOCL's native code, which connects Java with OpenCL.
 *
 * <p>Design decision: JOCL unpacks it to a name in the folder for temporary files that is always the same, and loads
 * what is there already: what another user has put there, or half a file while another Java writes it. So here it is
 * told to take a name that nobody has.
 */
final class JoclLibrary {

    /** The system property by which JOCL takes names of its own. */
    private static final String UNIQUE = "uniqueLibraryNames";

    private JoclLibrary() {}

    /** Throws what JOCL throws if that fails, or if its native code lies outside its jar. */
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
