package sc.fiji.imagetomask.zarr.store.s3;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The answer to a question for the objects whose keys have a prefix. */
final class S3Listing {

    /** Pages have so many entries. */
    private static final int PAGE = 7;

    private static final long FOLDER = -1;

    private final Map<String, String> query;
    private final TreeMap<String, Long> found = new TreeMap<>();

    S3Listing(Map<String, String> query) {
        this.query = query;
    }

    /** Adds an object if it is asked for; those in a folder are one entry if there is a delimiter. */
    void add(String key, long bytes) {
        String prefix = query.getOrDefault("prefix", "");
        if (!key.startsWith(prefix)) return;
        int end = query.containsKey("delimiter") ? key.indexOf('/', prefix.length()) : -1;
        if (end < 0) found.put(key, bytes);
        else found.put(key.substring(0, end + 1), FOLDER);
    }

    /** The next page. */
    String page() {
        String after = query.getOrDefault("start-after", "");
        List<String> rest = List.copyOf(found.tailMap(query.getOrDefault("continuation-token", after), false)
                .keySet());
        int most = Integer.parseInt(query.getOrDefault("max-keys", "" + PAGE));
        List<String> page = rest.subList(0, Math.min(rest.size(), Math.min(PAGE, most)));
        boolean isCut = page.size() < rest.size();
        String next = isCut
                ? "<NextContinuationToken>" + escaped(page.get(page.size() - 1)) + "</NextContinuationToken>"
                : "";
        String entries = page.stream().map(this::entry).collect(Collectors.joining());
        return "<R><IsTruncated>" + isCut + "</IsTruncated>" + next + entries + "</R>";
    }

    private String entry(String name) {
        if (found.get(name) == FOLDER) return "<CommonPrefixes><Prefix>" + escaped(name) + "</Prefix></CommonPrefixes>";
        return "<Contents><Key>" + escaped(name) + "</Key><Size>" + found.get(name)
                + "</Size><LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>";
    }

    private static String escaped(String name) {
        return name.replace("&", "&amp;");
    }
}
