package sc.fiji.imagetomask.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The inputs that are kept: good ones, which are changed, and those that once found a fault. */
final class Corpus {

    static final Path FOLDER = Path.of("src", "test", "resources", "fuzz");

    private Corpus() {}

    /** All targets, with a folder for their files. */
    static List<FuzzTarget> targets(Path folder) throws IOException {
        byte[] picture = Files.readAllBytes(FOLDER.resolve("seeds/png/rgb.png"));
        return List.of(
                new PictureTarget("png", folder),
                new PictureTarget("jpeg", folder),
                new PictureTarget("tiff", folder),
                new PictureTarget("tiff-big", folder),
                new PictureTarget("gif", folder),
                new PictureTarget("bmp", folder),
                new ZarrTarget("zarr", folder),
                new OptionsTarget(),
                new CommandLineTarget(folder, picture),
                new SparkTarget(folder, picture),
                new RecordTarget());
    }

    /** Good inputs by their names. */
    static Map<String, byte[]> seeds(FuzzTarget target) throws IOException {
        return files("seeds", target);
    }

    /** Inputs that found a fault, by their names. */
    static Map<String, byte[]> found(FuzzTarget target) throws IOException {
        return files("found", target);
    }

    private static Map<String, byte[]> files(String kind, FuzzTarget target) throws IOException {
        Path folder = FOLDER.resolve(kind).resolve(target.name());
        Map<String, byte[]> files = new TreeMap<>();
        if (!Files.exists(folder)) return files;
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) files.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
        return files;
    }
}
