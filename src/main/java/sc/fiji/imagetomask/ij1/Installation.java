package sc.fiji.imagetomask.ij1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which jars of this project ImageJ or Fiji has loaded. The build makes several, and one must be installed: for ImageJ the
 * one with everything inside, for Fiji the one without the libraries that Fiji has itself.
 */
final class Installation {

    private static final String PACKAGE = "sc/fiji/imagetomask/";

    /** Each of these files is in another kind of jar: classes, sources, tests. */
    private static final String[] OURS = {
        PACKAGE + "ij1/Installation.class", PACKAGE + "ij1/Installation.java", PACKAGE + "ClassPath.class"
    };

    /** Classes that the jar for ImageJ contains and that Fiji has itself. */
    private static final String[] LIBRARIES = {"org/scijava/util/VersionUtils.class", "net/imglib2/img/Img.class"};

    private static final String FIJI = "net/imagej/legacy/LegacyInjector.class";

    private Installation() {}

    /** @throws IllegalArgumentException naming the right jar, in one sentence, if it is not the one that is loaded */
    static void require() {
        String mistake = Found.MISTAKE;
        if (mistake != null) throw new IllegalArgumentException(mistake);
    }

    /** Looked for once. */
    private static final class Found {

        private static final String MISTAKE = mistake(Installation.class.getClassLoader());
    }

    /** The error in the jars of this class loader, in one sentence; null if there is none. */
    static String mistake(ClassLoader loader) {
        boolean isFiji = loader.getResource(FIJI) != null;
        Set<String> jars = jars(loader);
        boolean isForFiji = jars.stream().noneMatch(jar -> jar.endsWith("-all.jar"));
        if (jars.size() < 2 && hasLibraries(loader) && (!isFiji || isForFiji)) return null;
        String right = "Image_To_Mask-" + version() + (isFiji ? ".jar" : "-all.jar");
        return (isFiji ? "Fiji" : "ImageJ") + " has loaded "
                + (jars.isEmpty() ? "single classes" : String.join(", ", jars))
                + ", but of all jars of Image To Mask only " + right + " must be installed.";
    }

    private static boolean hasLibraries(ClassLoader loader) {
        for (String library : LIBRARIES) if (loader.getResource(library) == null) return false;
        return true;
    }

    private static Set<String> jars(ClassLoader loader) {
        Set<String> names = new TreeSet<>();
        try {
            for (String part : OURS)
                for (URL url : Collections.list(loader.getResources(part)))
                    if (url.getProtocol().equals("jar")) names.add(jar(url));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String jar(URL inside) {
        String path = inside.getPath();
        return Path.of(URI.create(path.substring(0, path.indexOf("!/"))))
                .getFileName()
                .toString();
    }

    private static String version() {
        String version = Installation.class.getPackage().getImplementationVersion();
        return version == null ? "VERSION" : version;
    }
}
