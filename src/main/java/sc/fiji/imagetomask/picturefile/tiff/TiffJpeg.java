package sc.fiji.imagetomask.picturefile.tiff;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import sc.fiji.imagetomask.picturefile.AwtRasters;
import sc.fiji.imagetomask.picturefile.ByteRaster;
import sc.fiji.imagetomask.picturefile.PictureFormat;
import sc.fiji.imagetomask.picturefile.ReadWarnings;

/**
 * Decodes a strip or tile of a TIFF that is a JPEG, by Java's reader of JPEG.
 *
 * <p>Design decision: Y, Cb and Cr become red, green and blue as in any JPEG file, whatever the TIFF's fields say of their
 * coefficients: so does libtiff, and what is built on it.
 */
final class TiffJpeg {

    private static final int MARKER_BYTES = 2;
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_PICTURE = 0xd9;

    /** Start of a picture; its kind is JFIF 1.1, one pixel as wide as high, no thumbnail: so three channels are YCbCr. */
    private static final byte[] START = {
        (byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    private TiffJpeg() {}

    /**
     * The channels of a block.
     *
     * @param tables what all blocks share, a JPEG without a picture; null if there is none
     * @param isYCbCr whether the three channels become red, green and blue
     */
    static ByteRaster decode(byte[] tables, byte[] data, boolean isYCbCr, int width, int height) throws IOException {
        if (data.length < 2 * MARKER_BYTES) throw new EOFException();
        if (data[0] != START[0] || data[1] != START[1])
            throw new IOException("one of its strips or tiles is not a JPEG");
        ImageReader reader = ImageIO.getImageReadersByFormatName("JPEG").next();
        try {
            reader.setInput(new ByteArrayImageInputStream(whole(tables, data)));
            int storedWidth = reader.getWidth(0);
            int storedHeight = reader.getHeight(0);
            if ((long) storedWidth * storedHeight > PictureFormat.JPEG.mostPixels(data.length, Byte.SIZE))
                throw new EOFException();
            if (storedWidth < width || storedHeight < height)
                throw new IOException("one of its JPEGs is " + storedWidth + " x " + storedHeight
                        + " pixels, but must be " + width + " x " + height);
            ReadWarnings warnings = ReadWarnings.of(reader);
            ByteRaster planes =
                    isYCbCr ? (ByteRaster) AwtRasters.of(reader.read(0)) : AwtRasters.bytes(reader.readRaster(0, null));
            warnings.requireNone();
            return planes;
        } finally {
            reader.dispose();
        }
    }

    private static byte[] whole(byte[] tables, byte[] data) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(data.length + START.length);
        whole.writeBytes(START);
        if (tables != null) copySegments(tables, whole);
        int scan = copySegments(data, whole);
        whole.write(data, scan, data.length - scan);
        return whole.toByteArray();
    }

    /** All segments before the first scan but those of applications; returns where the scan starts. */
    private static int copySegments(byte[] jpeg, ByteArrayOutputStream to) {
        int at = MARKER_BYTES;
        while (at + 2 * MARKER_BYTES <= jpeg.length) {
            int marker = jpeg[at + 1] & 255;
            if (marker == START_OF_SCAN || marker == END_OF_PICTURE || jpeg[at] != -1) break;
            int end = at + MARKER_BYTES + ((jpeg[at + 2] & 255) << 8 | jpeg[at + 3] & 255);
            boolean isOfApplication = marker >= 0xe0 && marker <= 0xef;
            if (!isOfApplication) to.write(jpeg, at, Math.min(end, jpeg.length) - at);
            at = Math.min(end, jpeg.length);
        }
        return Math.min(at, jpeg.length);
    }
}
