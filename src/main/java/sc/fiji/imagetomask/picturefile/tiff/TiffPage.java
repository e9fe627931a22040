package sc.fiji.imagetomask.picturefile.tiff;

import java.util.Set;

/**
 * A page of a TIFF.
 *
 * @param blocks that it lies in
 * @param fields about its samples
 */
record TiffPage(TiffBlocks blocks, TiffSampleFormat fields) {

    private static final Set<Integer> GREY_OR_INDEXED = Set.of(0, 1, 3);

    /**
     * Whether it may be a channel of the same picture as that page: one value for each pixel, of one type. ImageJ gives all
     * pages of a composite the colour table of the channel that was shown, which says nothing about the values.
     */
    boolean isChannelWith(TiffPage first) {
        return fields.samples() == 1
                && GREY_OR_INDEXED.contains(fields.colours())
                && fields.values().equals(first.fields.values());
    }

    /** The same with its values as they are stored, whatever its colour table is. */
    TiffPage asChannel() {
        return new TiffPage(blocks, fields.asGrey());
    }
}
