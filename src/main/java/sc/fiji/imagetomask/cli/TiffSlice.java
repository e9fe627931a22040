package sc.fiji.imagetomask.cli;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageMetadata;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageReader;

/**
 * What the fields of a TIFF slice say about its samples.
 *
 * @param orientation 1 (upright) to 8
 * @param colours PhotometricInterpretation
 * @param bits BitsPerSample of the first sample
 * @param extra the first of ExtraSamples; 0: no alpha, 1: alpha that colours are multiplied by, else: alpha
 */
record TiffSlice(int orientation, int colours, int bits, int extra) {

    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int YCBCR = 6;
    private static final int UNASSOCIATED = 2;

    static TiffSlice of(ImageReader reader, int i) throws IOException {
        TIFFImageMetadata fields = (TIFFImageMetadata) reader.getImageMetadata(i);
        return new TiffSlice(
                first(fields, 274, 1), first(fields, 262, 1), first(fields, 258, 1), first(fields, 338, UNASSOCIATED));
    }

    private static int first(TIFFImageMetadata fields, int tag, int otherwise) {
        Entry field = fields.getTIFFField(tag);
        if (field == null) return otherwise;
        Object value = field.getValue();
        if (value.getClass().isArray()) value = Array.get(value, 0);
        return value instanceof Number number ? number.intValue() : otherwise;
    }

    void requireFit(Path path) throws UnfitPicture {
        if (colours > PALETTE && colours != YCBCR)
            throw new UnfitPicture("'" + path + "' has colours of kind " + name(colours)
                    + ", but must be grey, indexed, RGB or RGBA.");
        if (!List.of(1, 2, 4, 8).contains(bits))
            throw new UnfitPicture(
                    "'" + path + "' has " + bits + " bits per channel, but must have 1, 2, 4 or 8 of them.");
    }

    private static String name(int colours) {
        return switch (colours) {
            case 5 -> "CMYK";
            case 8, 9, 10 -> "Lab";
            default -> String.valueOf(colours);
        };
    }

    /** The planes as they are shown: upright, with alpha only if it is one, and colours not multiplied by it. */
    Planes straighten(Planes planes) {
        int coloured = colours == RGB || colours == YCBCR ? 3 : 1;
        if (planes.channels().length <= coloured || colours == PALETTE) return planes.upright(orientation);
        Planes shown = planes.first(extra == 0 ? coloured : coloured + 1);
        return (extra == 1 ? shown.unmultiplied() : shown).upright(orientation);
    }
}
