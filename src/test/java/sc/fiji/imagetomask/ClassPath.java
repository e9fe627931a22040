package sc.fiji.imagetomask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;

/** The class path of the tests, less a library. */
public final class ClassPath {

    private ClassPath() {}

    /** What the job gives in a class loader of its own that lacks that library; its name is the jar's, no version. */
    public static <T extends Callable<?>> Object without(String library, Class<T> job) throws Exception {
        String[] paths = System.getProperty("java.class.path").split(File.pathSeparator);
        URL[] urls = Arrays.stream(paths)
                .filter(path -> !isJar(path, library))
                .map(ClassPath::url)
                .toArray(URL[]::new);
        assertThat(urls).as("class path without " + library).hasSizeLessThan(paths.length);
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

    private static boolean isJar(String path, String library) {
        return Path.of(path).getFileName().toString().matches(library + "-\\d.*\\.jar");
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
