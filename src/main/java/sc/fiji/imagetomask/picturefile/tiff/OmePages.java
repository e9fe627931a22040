package sc.fiji.imagetomask.picturefile.tiff;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import sc.fiji.imagetomask.picturefile.UnsupportedPictureException;

/** Which pages of an OME-TIFF are the planes of its first image, by its TiffData. */
final class OmePages {

    private final Path path;
    private final OmeXml ome;
    private final int directories;
    private final int[] size;
    private final int[] axes;
    private final int[] pages;

    private OmePages(Path path, OmeXml ome, int directories, int samples) throws UnsupportedPictureException {
        this.path = path;
        this.ome = ome;
        this.directories = directories;
        size = new int[] {
            Math.max(1, ome.size("SizeC") / Math.max(1, samples)),
            Math.max(1, ome.size("SizeZ")),
            Math.max(1, ome.size("SizeT"))
        };
        axes = axes();
        long planes = (long) size[0] * size[1] * size[2];
        if (planes > directories && !isElsewhere())
            throw new UnsupportedPictureException(
                    "'" + path + "' says that it has " + size[1] + " z, " + size[0] + " channels and " + size[2]
                            + " t, which are " + planes + " pages, but it has only " + directories + ".");
        pages = new int[(int) Math.min(planes, directories)];
        Arrays.fill(pages, -1);
    }

    /**
     * The pages of the first image.
     *
     * @param directories how many pages the file has
     * @param samples how many channels a page holds by itself
     * @throws UnsupportedPictureException if not all of them are in this file
     */
    static PageOrder of(Path path, OmeXml ome, int directories, int samples) throws UnsupportedPictureException {
        return new OmePages(path, ome, directories, samples).order(samples);
    }

    private PageOrder order(int samples) throws UnsupportedPictureException {
        if (isElsewhere())
            throw new UnsupportedPictureException("'" + path
                    + "' is one of several files of an OME-TIFF, and some planes of its image"
                    + " are in others (such as '" + otherFile() + "'), but only one file is read; --page reads one page"
                    + " of it by itself.");
        if (ome.places().isEmpty()) put(Map.of("PlaneCount", String.valueOf(pages.length)));
        for (Map<String, String> place : ome.places()) put(place);
        for (int page : pages)
            if (page < 0 || page >= directories)
                throw new UnsupportedPictureException("'" + path + "' does not list a page for every channel, z and t;"
                        + " --page reads one page of it by itself.");
        boolean isChannels = samples == 1;
        return new PageOrder(
                Arrays.stream(pages).boxed().toList(),
                isChannels ? size[0] : 1,
                isChannels || size[0] == 1 ? size[2] : 1);
    }

    /** The axes c (0), z (1) and t (2), the one that changes first at the front. */
    private int[] axes() {
        String order = ome.pixels().getOrDefault("DimensionOrder", "XYCZT");
        int[] known = order.chars()
                .map("CZT"::indexOf)
                .filter(axis -> axis >= 0)
                .distinct()
                .toArray();
        return known.length == 3 ? known : new int[] {0, 1, 2};
    }

    private void put(Map<String, String> place) {
        int ifd = Math.max(0, OmeXml.number(place, "IFD", 0));
        int count = OmeXml.number(place, "PlaneCount", place.containsKey("IFD") ? 1 : pages.length);
        int[] at = {
            OmeXml.number(place, "FirstC", 0), OmeXml.number(place, "FirstZ", 0), OmeXml.number(place, "FirstT", 0)
        };
        long first = at[axes[0]] + (long) size[axes[0]] * (at[axes[1]] + (long) size[axes[1]] * at[axes[2]]);
        for (long i = 0; i < count && first >= 0 && first + i < pages.length && ifd + i < directories; i++)
            pages[index(first + i)] = (int) (ifd + i);
    }

    private int index(long place) {
        int[] at = new int[3];
        at[axes[0]] = (int) (place % size[axes[0]]);
        at[axes[1]] = (int) (place / size[axes[0]] % size[axes[1]]);
        at[axes[2]] = (int) (place / size[axes[0]] / size[axes[1]]);
        return (at[2] * size[1] + at[1]) * size[0] + at[0];
    }

    /** Whether there are planes in other files; a file may have another name than when it was written. */
    private boolean isElsewhere() {
        Set<String> uuids = all("UUID");
        if (!ome.uuid().isEmpty() && !uuids.isEmpty()) return !uuids.equals(Set.of(ome.uuid()));
        return uuids.size() > 1 || all("FileName").size() > 1;
    }

    private String otherFile() {
        String name = path.getFileName().toString();
        return ome.places().stream()
                .filter(place -> !place.getOrDefault("UUID", "").equals(ome.uuid()))
                .map(place -> place.getOrDefault("FileName", place.getOrDefault("UUID", "")))
                .filter(other -> !other.equals(name))
                .findFirst()
                .orElse("a file that is not named");
    }

    private Set<String> all(String attribute) {
        List<Map<String, String>> places = ome.places();
        return places.stream()
                .map(place -> place.getOrDefault(attribute, ""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toSet());
    }
}
