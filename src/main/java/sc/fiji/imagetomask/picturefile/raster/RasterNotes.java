package sc.fiji.imagetomask.picturefile.raster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.InflaterInputStream;
import sc.fiji.imagetomask.picturefile.Calibration;

/**
 * The data of a picture file other than TIFF besides its pixels. Broken parts are ignored.
 *
 * @param orientation the orientation tag of TIFF, 1 (upright) to 8
 * @param profile its ICC profile, or null
 * @param claim what it says about its colours without a profile, in words, if they are not sRGB; or null
 * @param calibration by its resolution
 */
record RasterNotes(int orientation, byte[] profile, String claim, Calibration calibration) {

    static final RasterNotes NONE = new RasterNotes(1, null, null, Calibration.NONE);

    /** A profile takes more than this; larger ones are no profiles. */
    private static final int MOST_PROFILE_BYTES = 1 << 24;

    private static final int SRGB_GAMMA = 45455;
    private static final int GAMMA_TOLERANCE = 1000;
    /** White, red, green and blue, x and y of each. */
    private static final int[] SRGB_CHROMATICITIES = {31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000};

    private static final int CHROMATICITY_TOLERANCE = 1000;
    private static final byte[] SRGB_CODES = {1, 13, 0, 1};

    static RasterNotes of(PngFile file) {
        return new RasterNotes(
                Exif.of(file.beside("eXIf")).orientation(),
                profile(file.beside("iCCP")),
                claim(file),
                calibration(file.beside("pHYs")));
    }

    static RasterNotes of(JpegStream file) {
        Exif exif = Exif.of(file.exif());
        Calibration calibration = file.calibration();
        return new RasterNotes(
                exif.orientation(), file.profile(), null, calibration.isKnown() ? calibration : exif.calibration());
    }

    static RasterNotes of(BmpHeader header) {
        return new RasterNotes(1, null, null, header.calibration());
    }

    private static Calibration calibration(byte[] part) {
        if (part == null || part.length < 9 || part[8] < 0 || part[8] > 1) return Calibration.NONE;
        ByteBuffer numbers = ByteBuffer.wrap(part);
        int x = numbers.getInt();
        int y = numbers.getInt();
        return part[8] == 1 ? perMetre(x, y) : per(Calibration.NO_UNIT, x, y);
    }

    /** From a number of pixels per metre. */
    static Calibration perMetre(int x, int y) {
        return per("cm", x / 100.0, y / 100.0);
    }

    /** From a number of pixels per unit. */
    static Calibration per(String unit, double x, double y) {
        return x > 0 && y > 0 ? new Calibration(1 / x, 1 / y, 0, unit, 0) : Calibration.NONE;
    }

    /** A name, a zero, the kind of compression, which is 0, and the profile in zlib's format. */
    private static byte[] profile(byte[] part) {
        if (part == null) return null;
        int start = 0;
        while (start < part.length && part[start] != 0) start++;
        if (start + 2 >= part.length) return new byte[0];
        try (InflaterInputStream in =
                new InflaterInputStream(new ByteArrayInputStream(part, start + 2, part.length - start - 2))) {
            return in.readNBytes(MOST_PROFILE_BYTES);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    /** Coding points come before the sRGB part, and that before gamma and primaries. */
    private static String claim(PngFile file) {
        byte[] codes = file.beside("cICP");
        if (codes != null && codes.length >= 4)
            return Arrays.equals(codes, SRGB_CODES)
                    ? null
                    : "that its colours have primaries " + (codes[0] & 255) + " and transfer function "
                            + (codes[1] & 255) + " (cICP)";
        if (file.beside("sRGB") != null) return null;
        byte[] gamma = file.beside("gAMA");
        if (gamma != null && gamma.length >= 4 && isFar(gamma, 0, SRGB_GAMMA, GAMMA_TOLERANCE))
            return "that its gamma is " + ByteBuffer.wrap(gamma).getInt() / 100000.0 + " (gAMA)";
        byte[] primaries = file.beside("cHRM");
        if (primaries == null || primaries.length < 32) return null;
        for (int i = 0; i < SRGB_CHROMATICITIES.length; i++)
            if (isFar(primaries, i, SRGB_CHROMATICITIES[i], CHROMATICITY_TOLERANCE))
                return "that its primaries are not those of sRGB (cHRM)";
        return null;
    }

    private static boolean isFar(byte[] part, int i, int usual, int tolerance) {
        return Math.abs((long) ByteBuffer.wrap(part).getInt(i * Integer.BYTES) - usual) > tolerance;
    }
}
