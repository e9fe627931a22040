package sc.fiji.imagetomask.natives;

import java.io.File;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Native code of libraries comes from their jars only.
 *
 * <p>Design decision: JOCL and zstd-jni bring their native code along, but ask Java's library path first, which on
 * Windows holds the working folder. Whoever runs a batch in a folder of somebody else's pictures would run what lies
 * there. Java reads the path once, at its start, so it cannot be changed; what is found there is refused.
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
