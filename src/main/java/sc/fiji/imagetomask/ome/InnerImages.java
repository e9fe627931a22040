package sc.fiji.imagetomask.ome;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sc.fiji.imagetomask.picturefile.tiff.OmeXml;
import sc.fiji.imagetomask.zarr.V2Layout;
import sc.fiji.imagetomask.zarr.V3Layout;
import sc.fiji.imagetomask.zarr.store.Problem;
import sc.fiji.imagetomask.zarr.store.Store;

/** The images in a folder that is no image itself: the series of bioformats2raw, the fields of a plate, any group of images. */
final class InnerImages {

    /** The key in the attributes of a folder with series of bioformats2raw. */
    static final String LAYOUT = "bioformats2raw.layout";

    /** What is known of all series is in there. */
    static final String OF_ALL = "OME";

    private static final String XML = Store.key(OF_ALL, "METADATA.ome.xml");
    private static final int MOST_XML = 64 << 20;

    private static final int NAMED = 5;

    /** Row, column and field of a plate. */
    private static final int DEPTH = 3;

    private InnerImages() {}

    /** The folders of the series that bioformats2raw and NGFF-Converter write, each an image of its own: those that the folder OME lists; or one for each image of the OME-XML; or those that are there. */
    static List<String> series(Store store) throws IOException {
        List<String> listed = listed(store);
        if (!listed.isEmpty()) return listed;
        ByteBuffer xml = store.hasFolder(OF_ALL) ? store.read(XML, MOST_XML, byte[]::new) : null;
        List<String> numbered = xml == null
                ? List.of()
                : IntStream.range(0, images(store, xml))
                        .mapToObj(Integer::toString)
                        .toList();
        List<String> there = new ArrayList<>();
        for (String name : numbered) if (store.hasFolder(name)) there.add(name);
        return there.isEmpty() ? directlyIn(store) : List.copyOf(there);
    }

    private static List<String> listed(Store store) throws IOException {
        OmeMetadata metadata = store.hasFolder(OF_ALL) ? OmeMetadata.read(store.inside(OF_ALL)) : null;
        if (metadata == null || !metadata.ome().has("series")) return List.of();
        List<String> names = new ArrayList<>();
        for (JsonNode name : metadata.ome().get("series")) {
            if (!name.isTextual() || !Multiscales.isPlain(name.textValue()))
                throw metadata.ome().wrong("series", "a list of folders");
            names.add(name.textValue());
        }
        return List.copyOf(names);
    }

    private static int images(Store store, ByteBuffer xml) throws IOException {
        try {
            return OmeXml.of(StandardCharsets.UTF_8.decode(xml).toString()).images();
        } catch (IOException e) {
            throw Problem.in(store.name(XML), "cannot be read", e);
        }
    }

    /**
     * The folder of the only image.
     *
     * @throws IOException one sentence, if there is none, or which names those that can be given, if there are several
     */
    static String theOneIn(Store store) throws IOException {
        OmeFields fields = OmeFields.of(store);
        List<String> images = fields == null ? undeclared(store) : fields.names();
        if (images.isEmpty())
            throw Problem.in(
                    store.name(""),
                    "is not an OME-Zarr image, and no folder in it is one"
                            + (store.hasRefused() ? ", or the server refuses access to it (403)" : ""));
        if (images.size() == 1) return images.get(0);
        boolean hasMore = images.size() > NAMED;
        throw Problem.in(
                store.name(""),
                "holds several OME-Zarr images; name one of them as field, or give its folder: "
                        + String.join(", ", images.subList(0, Math.min(NAMED, images.size())))
                        + (hasMore ? " and more" : ""));
    }

    private static List<String> undeclared(Store store) throws IOException {
        List<String> images = new ArrayList<>();
        collect(store, "", DEPTH, images);
        return images;
    }

    /** Those directly in a store; of one that cannot tell what is in it, those that are numbered from 0 on. */
    private static List<String> directlyIn(Store store) throws IOException {
        List<String> images = new ArrayList<>();
        if (store.canList()) {
            for (String name : groups(store, "")) if (isImage(store.inside(name))) images.add(name);
        } else {
            while (isImage(store.inside(Integer.toString(images.size())))) images.add(Integer.toString(images.size()));
        }
        return List.copyOf(images);
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
