package sc.fiji.imagetomask.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import sc.fiji.imagetomask.cli.CliRun;

/**
 * OME-Zarr images, each a ZIP of its files, through the command line.
 *
 * @param name of the folder with seeds
 * @param folder for files
 */
record ZarrTarget(String name, Path folder) implements FuzzTarget {

    @Override
    public byte[] mutate(byte[] seed, Random random) throws IOException {
        Map<String, byte[]> files = unzip(seed);
        List<String> names = new ArrayList<>(files.keySet());
        boolean metadata = random.nextInt(4) > 0;
        names.removeIf(file -> isMetadata(file) != metadata);
        String chosen = names.get(random.nextInt(names.size()));
        byte[] bytes = files.get(chosen);
        files.put(
                chosen,
                metadata && random.nextInt(4) > 0 ? Mutations.text(bytes, random) : Mutations.bytes(bytes, random));
        if (random.nextInt(20) == 0) files.remove(names.get(random.nextInt(names.size())));
        return zip(files);
    }

    private static boolean isMetadata(String file) {
        return file.contains(".z") || file.endsWith(".json");
    }

    @Override
    public void run(byte[] input) throws IOException {
        Sandbox.empty(folder);
        Path image = folder.resolve("in.zarr");
        for (Map.Entry<String, byte[]> file : unzip(input).entrySet()) {
            Path path = image.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        boolean plane = input.length % 3 == 0;
        Path output = folder.resolve(plane ? "out.png" : input.length % 3 == 1 ? "out.tif" : "out.zarr");
        Sandbox.require(
                input.length % 5 == 0
                        ? CliRun.java("--quiet", "--mask", image, image, output)
                        : CliRun.java("--quiet", image, output));
    }

    static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
                files.put(entry.getName(), in.readAllBytes());
        }
        return files;
    }

    static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                out.putNextEntry(entry);
                out.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
