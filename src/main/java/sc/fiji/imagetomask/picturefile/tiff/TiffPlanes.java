package sc.fiji.imagetomask.picturefile.tiff;

import java.io.IOException;
import java.nio.file.Path;
import sc.fiji.imagetomask.picturefile.UnsupportedPictureException;

/**
 * A stack that has a directory of its first page only, and the others behind that page, one after another: so ImageJ
 * writes what is larger than 4 GB, see {@code ij.io.TiffEncoder.write}.
 *
 * @param count how many pages there are
 * @param bytes of one of them
 */
record TiffPlanes(int count, long bytes) {

    /** One page with a directory. */
    static final TiffPlanes ONE = new TiffPlanes(1, 0);

    /**
     * Those that the file has room for.
     *
     * @param first page
     * @param images how many there are by the file's description
     * @throws UnsupportedPictureException if not all of them can be where they should be
     */
    static TiffPlanes of(Path path, TiffBlocks first, long images) throws IOException {
        if (images == 1) return ONE;
        String claim = "'" + path + "' says that it has " + images + " slices, but ";
        if (first.rowBytes() == 0)
            throw new UnsupportedPictureException(
                    claim + "only the first one is listed; further slices can be read only from uncompressed strips.");
        long start = -1;
        long end = -1;
        TiffBlocks.Part whole = new TiffBlocks.Part(0, 0, first.width(), first.height());
        for (int plane = 0; plane < first.planes(); plane++)
            for (TiffBlocks.Range strip : first.ranges(whole, plane)) {
                if (start < 0) start = end = strip.place();
                if (strip.place() != end)
                    throw new UnsupportedPictureException(
                            claim + "only the first one has a directory, and the others can be found"
                                    + " only where its strips follow one another.");
                end += strip.bytes();
            }
        long room = Math.min(Integer.MAX_VALUE, (first.directory().length() - start) / (end - start));
        if (images > room)
            throw new UnsupportedPictureException(
                    claim + "only the first one has a directory, and the file ends after " + room + " of them.");
        return new TiffPlanes((int) images, end - start);
    }
}
