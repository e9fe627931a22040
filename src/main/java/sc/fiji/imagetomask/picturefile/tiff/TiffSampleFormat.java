package sc.fiji.imagetomask.picturefile.tiff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import sc.fiji.imagetomask.picturefile.OrientationUse;
import sc.fiji.imagetomask.picturefile.PictureRaster;
import sc.fiji.imagetomask.picturefile.SampleReading;
import sc.fiji.imagetomask.picturefile.UnsupportedPictureException;
import sc.fiji.imagetomask.picturefile.tiff.codec.TiffCompression;
import sc.fiji.imagetomask.reading.ChannelOrder;

/**
 * What the fields of a TIFF slice say about its samples.
 *
 * @param orientation the orientation: 1 (upright) to 8
 * @param colours PhotometricInterpretation
 * @param values what the samples are
 * @param samples per pixel
 * @param alpha where alpha is among the samples; 0: there is none
 * @param isMultiplied whether colours were multiplied by alpha
 */
record TiffSampleFormat(int orientation, int colours, TiffValues values, int samples, int alpha, boolean isMultiplied) {

    private static final int UNSPECIFIED = 0;
    private static final int MULTIPLIED = 1;
    private static final int APART = 2;

    static TiffSampleFormat of(TiffDirectory fields, OrientationUse orientation) throws IOException {
        int colours = (int) fields.number(TiffTag.PHOTOMETRIC_INTERPRETATION, 1);
        int samples = (int) fields.number(TiffTag.SAMPLES_PER_PIXEL, 1);
        int coloured = coloured(colours);
        int alpha = samples > coloured && !fields.isWhole(TiffTag.EXTRA_SAMPLES) ? coloured : 0;
        boolean isMultiplied = false;
        int extra = fields.isWhole(TiffTag.EXTRA_SAMPLES)
                ? (int) Math.min(samples, fields.field(TiffTag.EXTRA_SAMPLES).count())
                : 0;
        for (int i = 0; i < extra && coloured + i < samples && alpha == 0; i++) {
            long kind = fields.numbers(TiffTag.EXTRA_SAMPLES, i, 1)[0];
            if (kind != UNSPECIFIED) alpha = coloured + i;
            isMultiplied = kind == MULTIPLIED;
        }
        TiffValues values = new TiffValues((int) fields.number(TiffTag.BITS_PER_SAMPLE, 1), (int)
                fields.number(TiffTag.SAMPLE_FORMAT, TiffValues.UNSIGNED));
        return new TiffSampleFormat(
                orientation.of(orientationOf(fields)), colours, values, samples, alpha, isMultiplied);
    }

    private static long orientationOf(TiffDirectory fields) throws IOException {
        return fields.isWhole(TiffTag.ORIENTATION) ? fields.number(TiffTag.ORIENTATION, 1) : 1;
    }

    private static int coloured(int colours) {
        return colours == TiffColours.RGB || colours == TiffColours.YCBCR ? 3 : 1;
    }

    /** @throws UnsupportedPictureException if pages of this compression or kind of colours are never read */
    static void requireKind(Path path, TiffDirectory fields) throws IOException {
        TiffCompression compression = TiffCompression.of(fields.number(TiffTag.COMPRESSION, 1));
        if (!compression.refusal().isEmpty())
            throw new UnsupportedPictureException("'" + path + "' is compressed by " + compression.refusal()
                    + " (Compression is "
                    + fields.number(TiffTag.COMPRESSION, 1)
                    + "), but must be uncompressed, or compressed by LZW, Deflate, PackBits, ZSTD, JPEG or"
                    + " fax.");
        int colours = (int) fields.number(TiffTag.PHOTOMETRIC_INTERPRETATION, 1);
        if (colours > TiffColours.PALETTE && colours != TiffColours.YCBCR)
            throw new UnsupportedPictureException("'" + path + "' has colours of kind " + name(colours)
                    + ", but must be grey, indexed, RGB or RGBA.");
    }

    void requireFit(Path path, TiffDirectory fields, ChannelOrder rgb) throws IOException {
        requireKind(path, fields);
        requireOneDepth(path, fields);
        boolean isIndexed = colours == TiffColours.PALETTE;
        boolean isYCbCr = colours == TiffColours.YCBCR;
        boolean isJpeg = TiffCompression.of(fields.number(TiffTag.COMPRESSION, 1)) == TiffCompression.JPEG;
        boolean isFit = isIndexed
                ? values.bits() <= 16 && !values.isFloating() && values.isRead()
                : isYCbCr || isJpeg ? values.bits() == 8 && values.areBytes() : values.isRead();
        if (!isFit)
            throw new UnsupportedPictureException("'" + path + "' has " + values.bits() + " bits of kind "
                    + values.kind() + " per channel, but must have " + allowed(isIndexed, isYCbCr || isJpeg) + ".");
        if (isYCbCr && samples != 3)
            throw new UnsupportedPictureException(
                    "'" + path + "' has YCbCr colours of " + samples + " channels, but must have 3.");
        if (isYCbCr && fields.number(TiffTag.PLANAR_CONFIGURATION, 1) == APART)
            throw new UnsupportedPictureException(
                    "'" + path + "' has YCbCr colours whose channels are stored apart from each other, but"
                            + " must have them together.");
        if (coloured(colours) > samples)
            throw new UnsupportedPictureException(
                    "'" + path + "' has RGB colours of " + samples + " channels, but must have 3.");
        if (values.isFloating() && colours == TiffColours.WHITE_IS_ZERO)
            throw new UnsupportedPictureException(
                    "'" + path + "' has floating point with 0 as white, but 0 must be black.");
        if (rgb.numbers().isEmpty() && coloured(colours) == 1 && samples > 2)
            throw SampleReading.unnamed(path, samples);
    }

    private void requireOneDepth(Path path, TiffDirectory fields) throws IOException {
        if (!fields.has(TiffTag.BITS_PER_SAMPLE)
                || fields.field(TiffTag.BITS_PER_SAMPLE).count() < samples) return;
        long[] bits = fields.numbers(TiffTag.BITS_PER_SAMPLE, 0, samples);
        if (LongStream.of(bits).distinct().count() > 1)
            throw new UnsupportedPictureException("'" + path + "' has channels of "
                    + LongStream.of(bits).mapToObj(String::valueOf).collect(Collectors.joining(", "))
                    + " bits, but all must have the same.");
    }

    private static String allowed(boolean isIndexed, boolean isOfBytes) {
        if (isIndexed) return "1 to 16 unsigned ones, since it is indexed";
        if (isOfBytes) return "8, since it is compressed by JPEG or has YCbCr colours";
        return "1 to 32 unsigned ones, 8, 16 or 32 signed ones, or 16, 24, 32 or 64 of floating point";
    }

    /** The same as values without colours. */
    TiffSampleFormat asGrey() {
        return new TiffSampleFormat(orientation, TiffColours.BLACK_IS_ZERO, values, samples, 0, false);
    }

    /** Whether its rows are to be shown as columns. */
    boolean isSideways() {
        return orientation > 4 && orientation < 9;
    }

    /** Whether its last row is to be shown first. */
    boolean isUpsideDown() {
        return orientation == 3 || orientation == 4;
    }

    private static String name(int colours) {
        return switch (colours) {
            case 5 -> "CMYK";
            case 8, 9, 10 -> "Lab";
            default -> String.valueOf(colours);
        };
    }

    /** The planes with alpha only if it is one, and colours not multiplied by it. */
    PictureRaster plain(PictureRaster planes) {
        int used = planes.count() - samples + coloured(colours); // more than stored where a table gives colours
        if (planes.count() <= used) return planes;
        if (alpha == 0) return planes.first(used);
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < used; i++) chosen.add(i);
        chosen.add(used + alpha - coloured(colours));
        PictureRaster shown = planes.choose(chosen);
        return isMultiplied ? shown.unmultiplied() : shown;
    }
}
