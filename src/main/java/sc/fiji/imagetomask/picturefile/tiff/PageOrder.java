package sc.fiji.imagetomask.picturefile.tiff;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which pages of a TIFF are its picture.
 *
 * @param pages the numbers of their directories, 0 being the first: the channels of the first z of the first t, then those of
 *     its other z, then those of the other t
 * @param channels how many of them are one picture
 * @param frames how many t there are
 */
record PageOrder(List<Integer> pages, int channels, int frames) {

    /** Pages that are a slice each. */
    static PageOrder of(List<Integer> pages) {
        return new PageOrder(pages, 1, 1);
    }

    /** That many pages whose channels follow one another; a slice each, where the numbers do not fit. */
    static PageOrder of(int pages, ImageJDescription description) {
        List<Integer> all = IntStream.range(0, pages).boxed().toList();
        return description.isFor(pages)
                ? new PageOrder(all, description.channelsOf(pages), (int) description.frames())
                : of(all);
    }
}
