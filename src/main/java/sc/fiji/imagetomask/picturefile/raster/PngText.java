package sc.fiji.imagetomask.picturefile.raster;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text in a PNG file, by its keyword. */
public final class PngText {

    /** The keyword of the text that says how a mask was made. */
    public static final String MASK_RECORD = "Image To Mask";

    private static final long SIGNATURE = 0x89504e470d0a1a0aL;
    private static final int TEXT = 0x74455874;
    private static final int END = 0x49454e44;
    private static final int MOST_BYTES = 1 << 24;
    private static final int CHECKSUM = 4;

    private PngText() {}

    /** The text of that keyword; empty if there is none, or no such file. */
    public static String read(Path file, String keyword) {
        String start = keyword + "\0";
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readLong() != SIGNATURE) return "";
            while (true) {
                long length = Integer.toUnsignedLong(in.readInt());
                int kind = in.readInt();
                if (kind == END) return "";
                if (kind != TEXT || length > MOST_BYTES) in.skipNBytes(length + CHECKSUM);
                else {
                    String text = new String(in.readNBytes((int) length), StandardCharsets.ISO_8859_1);
                    if (text.startsWith(start)) return text.substring(start.length());
                    in.skipNBytes(CHECKSUM);
                }
            }
        } catch (IOException e) {
            return "";
        }
    }
}
