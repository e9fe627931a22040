package sc.fiji.imagetomask.picturefile.raster;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import javax.imageio.stream.ImageInputStream;
import sc.fiji.imagetomask.picturefile.Calibration;

/**
 * A JPEG file in a form that Java's reader decodes like other readers: without its colour profile, which Java would
 * apply, and with a clear statement of its three components. The rule is that of the JFIF specification, and of
 * libjpeg: a JFIF file is YCbCr, even with other statements; a file without a statement, too, unless its components are
 * named R, G and B, or Adobe's segment says RGB.
 */
final class JpegStream {

    private static final int START_OF_SCAN = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final byte[] PROFILE = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
    /** Marker, length, name, number and count of the parts. */
    private static final int PROFILE_START = 18;

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RGB = "RGB".getBytes(StandardCharsets.US_ASCII);

    /** Version 1.1, one pixel as wide as high, no thumbnail. */
    private static final byte[] JFIF_SEGMENT = {
        (byte) 0xff, (byte) APP0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    private final byte[] file;
    private final List<Integer> starts = new ArrayList<>();
    private final int end;

    /** @param file all of it */
    JpegStream(byte[] file) {
        this.file = file;
        int at = 2;
        while (at + 4 <= file.length && (file[at] & 255) == 0xff && marker(at) != START_OF_SCAN) {
            starts.add(at);
            at = endOf(at);
        }
        end = at;
    }

    ImageInputStream stream() {
        return new ByteArrayImageInputStream(rewritten());
    }

    /** Its EXIF data, from their TIFF header on; null if it has none. */
    byte[] exif() {
        for (int at : starts) if (is(at, APP1, EXIF)) return Arrays.copyOfRange(file, at + 4 + EXIF.length, endOf(at));
        return null;
    }

    /** By its JFIF segment, in dots per inch (1) or centimetre (2). */
    Calibration calibration() {
        for (int at : starts)
            if (is(at, APP0, JFIF) && at + 16 <= endOf(at)) {
                int x = (file[at + 12] & 255) << 8 | file[at + 13] & 255;
                int y = (file[at + 14] & 255) << 8 | file[at + 15] & 255;
                return file[at + 11] == 1
                        ? RasterNotes.per("inch", x, y)
                        : file[at + 11] == 2 ? RasterNotes.per("cm", x, y) : Calibration.NONE;
            }
        return Calibration.NONE;
    }

    /** Its ICC profile, put together from its parts, which are numbered from 1; null if it has none. */
    byte[] profile() {
        SortedMap<Integer, Integer> parts = new TreeMap<>();
        for (int at : starts)
            if (is(at, APP2, PROFILE) && at + PROFILE_START <= endOf(at)) parts.putIfAbsent(file[at + 16] & 255, at);
        if (parts.isEmpty()) return null;
        ByteArrayOutputStream profile = new ByteArrayOutputStream();
        for (int at : parts.values()) profile.write(file, at + PROFILE_START, endOf(at) - at - PROFILE_START);
        return profile.toByteArray();
    }

    private byte[] rewritten() {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length + JFIF_SEGMENT.length);
        kept.write(file, 0, Math.min(2, file.length));
        boolean hasThree = any(this::hasThreeComponents);
        boolean isJfif = any(at -> is(at, APP0, JFIF));
        boolean isTold = isJfif || any(this::tellsTransform) || any(at -> hasThreeComponents(at) && isNamedRgb(at));
        if (hasThree && !isTold) kept.writeBytes(JFIF_SEGMENT);
        for (int at : starts) {
            boolean misleads = hasThree && is(at, APP14, ADOBE) && (isJfif || !tellsTransform(at));
            if (!misleads && !is(at, APP2, PROFILE)) kept.write(file, at, endOf(at) - at);
        }
        int from = Math.min(end, file.length);
        kept.write(file, from, file.length - from);
        return kept.toByteArray();
    }

    private boolean any(IntPredicate segment) {
        return starts.stream().mapToInt(at -> at).anyMatch(segment);
    }

    /** Whether it is Adobe's segment and says RGB (0) or YCbCr (1). */
    private boolean tellsTransform(int at) {
        return is(at, APP14, ADOBE) && at + 16 <= endOf(at) && (file[at + 15] == 0 || file[at + 15] == 1);
    }

    private int marker(int at) {
        return file[at + 1] & 255;
    }

    private int endOf(int at) {
        return Math.min(file.length, at + 2 + ((file[at + 2] & 255) << 8 | file[at + 3] & 255));
    }

    private boolean is(int at, int marker, byte[] name) {
        return marker(at) == marker
                && at + 4 + name.length <= endOf(at)
                && Arrays.equals(file, at + 4, at + 4 + name.length, name, 0, name.length);
    }

    /** Whether it is the header of a frame of three components. */
    private boolean hasThreeComponents(int at) {
        int marker = marker(at);
        boolean isFrame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        return isFrame && at + 19 <= endOf(at) && file[at + 9] == 3;
    }

    private boolean isNamedRgb(int at) {
        return file[at + 10] == RGB[0] && file[at + 13] == RGB[1] && file[at + 16] == RGB[2];
    }
}
