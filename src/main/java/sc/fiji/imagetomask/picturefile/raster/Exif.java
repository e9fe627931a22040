package sc.fiji.imagetomask.picturefile.raster;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;
import sc.fiji.imagetomask.picturefile.Calibration;
import sc.fiji.imagetomask.picturefile.tiff.TiffDirectory;
import sc.fiji.imagetomask.picturefile.tiff.TiffTag;

/**
 * EXIF data of a JPEG or PNG, which have the form of TIFF fields. Broken parts are ignored.
 *
 * @param orientation the orientation tag of TIFF, 1 (upright) to 8
 * @param calibration by the resolution
 */
record Exif(int orientation, Calibration calibration) {

    static final Exif NONE = new Exif(1, Calibration.NONE);

    private static final int INCH = 2;
    private static final int CENTIMETRE = 3;
    private static final int RATIONAL_BYTES = 8;

    /** @param exif from its TIFF header on; or null */
    static Exif of(byte[] exif) {
        if (exif == null) return NONE;
        try (ImageInputStream stream = new ByteArrayImageInputStream(exif)) {
            stream.setByteOrder(stream.readShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            stream.seek(4);
            TiffDirectory fields = new TiffDirectory(stream, stream.readUnsignedInt(), false);
            long noted = fields.number(TiffTag.ORIENTATION, 1);
            return new Exif(noted >= 1 && noted <= 8 ? (int) noted : 1, calibration(fields, stream.getByteOrder()));
        } catch (IOException | RuntimeException e) {
            return NONE;
        }
    }

    private static Calibration calibration(TiffDirectory fields, ByteOrder order) throws IOException {
        if (!fields.has(TiffTag.X_RESOLUTION) || !fields.has(TiffTag.Y_RESOLUTION)) return Calibration.NONE;
        double x = rational(fields.bytes(TiffTag.X_RESOLUTION), order);
        double y = rational(fields.bytes(TiffTag.Y_RESOLUTION), order);
        long unit = fields.number(TiffTag.RESOLUTION_UNIT, INCH);
        return unit == INCH
                ? RasterNotes.per("inch", x, y)
                : unit == CENTIMETRE ? RasterNotes.per("cm", x, y) : Calibration.NONE;
    }

    private static double rational(byte[] bytes, ByteOrder order) {
        if (bytes.length != RATIONAL_BYTES) return 0;
        ByteBuffer numbers = ByteBuffer.wrap(bytes).order(order);
        return (double) Integer.toUnsignedLong(numbers.getInt()) / Integer.toUnsignedLong(numbers.getInt());
    }
}
