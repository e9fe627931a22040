package sc.fiji.imagetomask.ome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import sc.fiji.imagetomask.zarr.V2Layout;
import sc.fiji.imagetomask.zarr.V3Layout;
import sc.fiji.imagetomask.zarr.store.Problem;

/** The images in a folder that is no image itself: the series of bioformats2raw, the fields of a plate, any group of images. */
final class InnerImages {

    private static final int NAMED = 5;

    /** Row, column and field of a plate. */
    private static final int DEPTH = 3;

    private InnerImages() {}

    /**
     * The path of the only image.
     *
     * @throws IOException one sentence, if there is none, or which names those that can be given, if there are several
     */
    static String theOneIn(Path folder) throws IOException {
        List<String> images = new ArrayList<>();
        collect(folder.toRealPath(), "", DEPTH, images);
        if (images.isEmpty()) throw Problem.in(folder, "is not an OME-Zarr image, and no folder in it is one");
        if (images.size() == 1) return images.get(0);
        boolean hasMore = images.size() > NAMED;
        throw Problem.in(
                folder,
                "holds several OME-Zarr images; give one of its folders: "
                        + String.join(", ", images.subList(0, Math.min(NAMED, images.size())))
                        + (hasMore ? " and more" : ""));
    }

    /** Stops as soon as there is one more than is named. Folders of chunks are not entered. */
    private static void collect(Path folder, String path, int depth, List<String> images) throws IOException {
        for (Path inner : groups(folder)) {
            if (images.size() > NAMED) return;
            String name = path + inner.getFileName();
            if (isImage(inner)) images.add(name);
            else if (depth > 1) collect(inner, name + "/", depth - 1, images);
        }
    }

    private static List<Path> groups(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .filter(entry -> Stream.of(".zgroup", ".zattrs", V3Layout.FILE)
                            .anyMatch(file -> Files.exists(entry.resolve(file))))
                    .filter(entry -> !Files.exists(entry.resolve(V2Layout.FILE)))
                    .sorted(Comparator.comparingInt((Path entry) ->
                                    entry.getFileName().toString().length())
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    private static boolean isImage(Path folder) {
        try {
            OmeMetadata metadata = OmeMetadata.read(folder);
            return metadata != null && metadata.isOfImage();
        } catch (IOException e) {
            return false;
        }
    }
}
