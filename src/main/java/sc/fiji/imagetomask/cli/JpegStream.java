package sc.fiji.imagetomask.cli;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStream;

/** A JPEG file without its colour profile: Java's reader would follow it, and change the bytes. */
final class JpegStream {

    private static final int START_OF_SCAN = 0xda;
    private static final int APP2 = 0xe2;
    private static final byte[] PROFILE = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);

    private JpegStream() {}

    static ImageInputStream of(Path path) throws IOException {
        byte[] file = Files.readAllBytes(path);
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
        kept.write(file, 0, 2);
        int at = 2;
        while (at + 4 <= file.length && (file[at] & 255) == 0xff && (file[at + 1] & 255) != START_OF_SCAN) {
            int end = Math.min(file.length, at + 2 + ((file[at + 2] & 255) << 8 | file[at + 3] & 255));
            if (!isProfile(file, at)) kept.write(file, at, end - at);
            at = end;
        }
        kept.write(file, at, file.length - at);
        return new ByteArrayImageInputStream(kept.toByteArray());
    }

    private static boolean isProfile(byte[] file, int at) {
        int start = at + 4;
        int end = start + PROFILE.length;
        return (file[at + 1] & 255) == APP2
                && end <= file.length
                && Arrays.equals(file, start, end, PROFILE, 0, PROFILE.length);
    }
}
