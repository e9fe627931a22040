package sc.fiji.imagetomask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

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
        URL[] urls = without(library).stream().map(ClassPath::url).toArray(URL[]::new);
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
