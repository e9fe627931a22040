package sc.fiji.imagetomask.cli;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/** EXIF data of a JPEG or PNG, which are the fields of a TIFF. */
final class Exif {

    private static final int ORIENTATION = 274;

    private Exif() {}

    /** How the picture is to be turned, 1 (not at all) to 8; 1 if the data do not say it. */
    static int orientation(byte[] exif) {
        try (ImageInputStream stream = new ByteArrayImageInputStream(exif)) {
            stream.setByteOrder(stream.readShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            stream.seek(4);
            long noted = new TiffDirectory(stream, stream.readUnsignedInt(), false).number(ORIENTATION, 1);
            return noted >= 1 && noted <= 8 ? (int) noted : 1;
        } catch (IOException | RuntimeException e) {
            return 1;
        }
    }
}
