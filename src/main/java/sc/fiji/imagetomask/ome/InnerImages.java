package sc.fiji.imagetomask.ome;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sc.fiji.imagetomask.zarr.V2Layout;
import sc.fiji.imagetomask.zarr.V3Layout;
import sc.fiji.imagetomask.zarr.store.Problem;
import sc.fiji.imagetomask.zarr.store.Store;

/** The images in a folder that is no image itself: the series of bioformats2raw, the fields of a plate, any group of images. */
final class InnerImages {

    private static final int NAMED = 5;

    /** Row, column and field of a plate. */
    private static final int DEPTH = 3;

    private InnerImages() {}

    /**
     * The folder of the only image.
     *
     * @throws IOException one sentence, if there is none, or which names those that can be given, if there are several
     */
    static String theOneIn(Store store) throws IOException {
        List<String> images = new ArrayList<>();
        collect(store, "", DEPTH, images);
        if (images.isEmpty())
            throw Problem.in(
                    store.name(""),
                    "is not an OME-Zarr image, and no folder in it is one"
                            + (store.hasRefused() ? ", or the server refuses access to it (403)" : ""));
        if (images.size() == 1) return images.get(0);
        boolean hasMore = images.size() > NAMED;
        throw Problem.in(
                store.name(""),
                "holds several OME-Zarr images; give one of its folders: "
                        + String.join(", ", images.subList(0, Math.min(NAMED, images.size())))
                        + (hasMore ? " and more" : ""));
    }

    /** Stops as soon as there is one more than is named. Folders of chunks are not entered. */
    private static void collect(Store store, String folder, int depth, List<String> images) throws IOException {
        for (String name : groups(store, folder)) {
            if (images.size() > NAMED) return;
            String inner = Store.key(folder, name);
            if (isImage(store.inside(inner))) images.add(inner);
            else if (depth > 1) collect(store, inner, depth - 1, images);
        }
    }

    /** Of a store that cannot tell, the names that bioformats2raw gives to its first series. */
    private static List<String> groups(Store store, String folder) throws IOException {
        if (!store.canList())
            return folder.isEmpty()
                    ? IntStream.rangeClosed(0, NAMED)
                            .mapToObj(Integer::toString)
                            .toList()
                    : List.of();
        List<String> groups = new ArrayList<>();
        for (String name : folders(store, folder)) if (isGroup(store, Store.key(folder, name))) groups.add(name);
        return groups;
    }

    private static List<String> folders(Store store, String folder) throws IOException {
        try (Stream<String> names = store.list(folder)) {
            return names.filter(name -> name.endsWith("/"))
                    .map(name -> name.substring(0, name.length() - 1))
                    .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    private static boolean isGroup(Store store, String folder) throws IOException {
        if (store.exists(Store.key(folder, V2Layout.FILE))) return false;
        for (String file : List.of(".zgroup", ".zattrs", V3Layout.FILE))
            if (store.exists(Store.key(folder, file))) return true;
        return false;
    }

    private static boolean isImage(Store store) {
        try {
            OmeMetadata metadata = OmeMetadata.read(store);
            return metadata != null && metadata.isOfImage();
        } catch (IOException e) {
            return false;
        }
    }
}
