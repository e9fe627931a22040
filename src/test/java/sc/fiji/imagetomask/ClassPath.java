package sc.fiji.imagetomask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** The class path of the tests, less a library. */
public final class ClassPath {

    private ClassPath() {}

    /** All entries but the library's, which is named as its jar is before the version. */
    public static List<String> without(String library) {
        List<String> all = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        List<String> others =
                all.stream().filter(entry -> !isJar(entry, library)).toList();
        assertThat(others).as("class path without " + library).hasSizeLessThan(all.size());
        return others;
    }

    /** What the job gives in a class loader of its own that lacks the library. */
    public static Object without(String library, Class<? extends Callable<?>> job) throws Exception {
        return call(without(library), job);
    }

    private static Object call(List<String> entries, Class<? extends Callable<?>> job) throws Exception {
        URL[] urls = entries.stream().map(ClassPath::url).toArray(URL[]::new);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            Class<?> isolated = loader.loadClass(job.getName());
            return ((Callable<?>) isolated.getConstructor().newInstance()).call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /**
     * What the job gives in a class loader of its own in which the jars of a folder take the places of those of the same
     * names, but for the version.
     */
    public static Object withJarsOf(Path folder, Class<? extends Callable<?>> job) throws Exception {
        List<String> jars;
        try (Stream<Path> files = Files.list(folder)) {
            jars = files.map(Path::toString).toList();
        }
        assertThat(jars).as("jars in " + folder).isNotEmpty();
        List<String> entries = new ArrayList<>(jars);
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator))
            if (jars.stream().noneMatch(jar -> isJar(entry, library(jar)))) entries.add(entry);
        return call(entries, job);
    }

    private static String library(String jar) {
        return Path.of(jar).getFileName().toString().replaceFirst("-\\d.*", "");
    }

    private static boolean isJar(String entry, String library) {
        return Path.of(entry).getFileName().toString().matches(library + "-\\d.*\\.jar");
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
