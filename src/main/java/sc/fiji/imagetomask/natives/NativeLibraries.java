package sc.fiji.imagetomask.natives;

import java.io.File;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes sure that native code of libraries comes only from their jars.
 *
 * <p>Design decision: JOCL and zstd-jni contain their native code, but search Java's library path first, which on
 * Windows includes the working folder. A batch in a folder with another person's pictures would run a library from that
 * folder. Java reads the path once, at its start, so it cannot be changed; a library that is found there is an error.
 */
public final class NativeLibraries {

    private NativeLibraries() {}

    /**
     * Checks that Java's library path holds no native library of that name, to be called before it is loaded.
     *
     * @param name the start of its name without what the system puts before it, such as {@code zstd-jni}
     * @throws UnsatisfiedLinkError naming the file, if there is one
     */
    public static void refuseOutsideJars(String name) {
        outside(System.getProperty("java.library.path", ""), name).ifPresent(file -> {
            throw new UnsatisfiedLinkError(
                    "'" + file + "' is in Java's library path, but this native library must come from its jar.");
        });
    }

    static Optional<File> outside(String path, String name) {
        String mapped = System.mapLibraryName(name);
        String start = mapped.substring(0, mapped.lastIndexOf('.'));
        return Arrays.stream(path.split(File.pathSeparator))
                .map(folder -> new File(folder.isEmpty() ? "." : folder))
                .flatMap(folder -> files(folder, start))
                .findFirst();
    }

    private static Stream<File> files(File folder, String start) {
        File[] files = folder.listFiles((parent, file) -> file.regionMatches(true, 0, start, 0, start.length()));
        return files == null ? Stream.empty() : Arrays.stream(files);
    }
}
