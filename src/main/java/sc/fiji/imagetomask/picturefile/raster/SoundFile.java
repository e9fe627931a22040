package sc.fiji.imagetomask.picturefile.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import sc.fiji.imagetomask.picturefile.PictureFormat;

/** Finds PNG and JPEG files that readers are sure to read: whole, unbroken, and of a usual kind. */
public final class SoundFile {

    private static final int SIGNATURE = 8;
    private static final int END = 'I' << 24 | 'E' << 16 | 'N' << 8 | 'D';

    private static final int START_OF_SCAN = 0xda;
    private static final int BASELINE = 0xc0;
    private static final int PROGRESSIVE = 0xc2;
    private static final int END_OF_IMAGE = 0xffd9;

    private SoundFile() {}

    /** False for all other files, also for those that are no pictures or cannot be read. */
    public static boolean is(Path path) {
        try {
            PictureFormat format = PictureFormat.of(path);
            if (format != PictureFormat.PNG && format != PictureFormat.JPEG) return false;
            ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(path));
            return format == PictureFormat.PNG ? png(file) : jpeg(file);
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether the sum of every part is right, and the last part is there. */
    private static boolean png(ByteBuffer file) {
        for (int at = SIGNATURE; ; ) {
            int length = file.getInt(at);
            CRC32 sum = new CRC32();
            sum.update(file.slice(at + 4, Math.addExact(length, 4)));
            if ((int) sum.getValue() != file.getInt(at + 8 + length)) return false;
            if (file.getInt(at + 4) == END) return true;
            at += 12 + length;
        }
    }

    /** Whether it has one or three channels of 8 bits, and its end. */
    private static boolean jpeg(ByteBuffer file) {
        if ((file.getShort(file.limit() - 2) & 0xffff) != END_OF_IMAGE) return false;
        for (int at = 2; ; at += 2 + (file.getShort(at + 2) & 0xffff)) {
            int marker = file.get(at + 1) & 255;
            if (marker == START_OF_SCAN) return false;
            if (marker != BASELINE && marker != PROGRESSIVE) continue;
            int channels = file.get(at + 9);
            return file.get(at + 4) == Byte.SIZE && (channels == 1 || channels == 3);
        }
    }
}
