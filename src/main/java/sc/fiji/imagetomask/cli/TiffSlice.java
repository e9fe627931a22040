package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import sc.fiji.imagetomask.image.ChannelOrder;

/**
 * What the fields of a TIFF slice say about its samples.
 *
 * @param orientation how it is turned: 1 (not at all) to 8
 * @param colours PhotometricInterpretation
 * @param bits BitsPerSample of the first sample
 * @param samples per pixel
 * @param format SampleFormat; 1: unsigned whole numbers, 2: signed ones, 3: floating point
 * @param planar PlanarConfiguration; 2: each channel is stored apart from the others
 * @param extra the first of ExtraSamples; 0: no alpha, 1: alpha that colours are multiplied by, else: alpha
 */
record TiffSlice(int orientation, int colours, int bits, int samples, int format, int planar, int extra) {

    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int YCBCR = 6;
    private static final int UNASSOCIATED = 2;
    private static final int UNSIGNED = 1;
    private static final int SIGNED = 2;
    private static final int FLOATING = 3;
    private static final int UNDEFINED = 4;
    private static final int APART = 2;
    private static final int WHITE_IS_ZERO = 0;
    private static final int BLACK_IS_ZERO = 1;

    static TiffSlice of(TiffDirectory fields, Orientation orientation) throws IOException {
        return new TiffSlice(
                orientation.of(fields.number(274, 1)),
                (int) fields.number(262, 1),
                (int) fields.number(258, 1),
                (int) fields.number(277, 1),
                (int) fields.number(339, UNSIGNED),
                (int) fields.number(284, 1),
                (int) fields.number(338, UNASSOCIATED));
    }

    void requireFit(Path path, ChannelOrder rgb) throws UnfitPicture {
        if (colours > PALETTE && colours != YCBCR)
            throw new UnfitPicture("'" + path + "' has colours of kind " + name(colours)
                    + ", but must be grey, indexed, RGB or RGBA.");
        boolean isFit = isFloating()
                ? bits == 32
                : format != SIGNED && List.of(1, 2, 4, 8, 16).contains(bits);
        if (!isFit)
            throw new UnfitPicture("'" + path + "' has " + bits + " bits of kind " + kind()
                    + " per channel, but must have 1, 2, 4, 8 or 16 unsigned ones, or 32 of floating point.");
        if (isFloating() && colours == WHITE_IS_ZERO)
            throw new UnfitPicture("'" + path + "' has floating point with 0 as white, but 0 must be black.");
        if (rgb.numbers().isEmpty() && colours != RGB && colours != YCBCR && samples > 2)
            throw SampleReading.unnamed(path, samples);
    }

    /** The same as values without colours. */
    TiffSlice asGrey() {
        return new TiffSlice(orientation, BLACK_IS_ZERO, bits, samples, format, planar, extra);
    }

    private String kind() {
        return switch (format) {
            case SIGNED -> "signed";
            case FLOATING -> "floating point";
            case UNSIGNED, UNDEFINED -> "unsigned";
            default -> String.valueOf(format);
        };
    }

    private boolean isFloating() {
        return format == FLOATING;
    }

    /** Whether its rows are to be shown as columns. */
    boolean isSideways() {
        return orientation > 4 && orientation < 9;
    }

    /** Whether its last row is to be shown first. */
    boolean isUpsideDown() {
        return orientation == 3 || orientation == 4;
    }

    /** Whether it has floating point, or more than one channel beyond grey or r, g, b, or one that is stored apart. */
    boolean isUnusual() {
        int coloured = colours == RGB || colours == YCBCR ? 3 : 1;
        return isFloating() || samples > coloured + 1 || planar == APART && samples > coloured;
    }

    private static String name(int colours) {
        return switch (colours) {
            case 5 -> "CMYK";
            case 8, 9, 10 -> "Lab";
            default -> String.valueOf(colours);
        };
    }

    /** The planes with alpha only if it is one, and colours not multiplied by it. */
    Slice plain(Slice planes) {
        int coloured = colours == RGB || colours == YCBCR ? 3 : 1;
        if (planes.count() <= coloured || colours == PALETTE) return planes;
        Slice shown = planes.first(extra == 0 ? coloured : coloured + 1);
        return extra == 1 ? shown.unmultiplied() : shown;
    }
}
