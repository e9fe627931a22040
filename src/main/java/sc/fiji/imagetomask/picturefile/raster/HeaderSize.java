package sc.fiji.imagetomask.picturefile.raster;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sc.fiji.imagetomask.picturefile.PictureFormat;

/**
 * How large a picture file other than TIFF is as its header says. No more of the file is read, and nothing is checked.
 *
 * @param pixels how many
 * @param isHighBitDepth whether there are more than 8 bits per channel
 */
public record HeaderSize(long pixels, boolean isHighBitDepth) {

    private static final int START_OF_FRAME = 0xc0;
    private static final int LAST_OF_FRAME = 0xcf;
    /** Huffman tables, extensions and arithmetic conditioning have codes between those of frames. */
    private static final int NO_FRAMES = 1 << 4 | 1 << 8 | 1 << 12;

    private static final int OLD_BMP = 12;

    /** @throws IOException if the file ends in its header */
    public static HeaderSize of(Path path, PictureFormat format) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            return switch (format) {
                case PNG -> png(in);
                case JPEG -> jpeg(in);
                case GIF -> gif(in);
                default -> bmp(in);
            };
        }
    }

    private static HeaderSize png(DataInputStream in) throws IOException {
        in.skipNBytes(16);
        long pixels = pixels(in.readInt(), in.readInt());
        return new HeaderSize(pixels, in.readUnsignedByte() > Byte.SIZE);
    }

    private static HeaderSize jpeg(DataInputStream in) throws IOException {
        in.skipNBytes(2);
        while (true) {
            int marker = in.readUnsignedShort() & 255;
            int length = in.readUnsignedShort();
            if (isFrame(marker)) {
                in.skipNBytes(1);
                return new HeaderSize(pixels(in.readUnsignedShort(), in.readUnsignedShort()), false);
            }
            in.skipNBytes(Math.max(0, length - 2));
        }
    }

    private static boolean isFrame(int marker) {
        return marker >= START_OF_FRAME && marker <= LAST_OF_FRAME && (NO_FRAMES >> marker - START_OF_FRAME & 1) == 0;
    }

    private static HeaderSize gif(DataInputStream in) throws IOException {
        in.skipNBytes(6);
        int width = Short.reverseBytes(in.readShort()) & 0xffff;
        int height = Short.reverseBytes(in.readShort()) & 0xffff;
        return new HeaderSize(pixels(width, height), false);
    }

    private static HeaderSize bmp(DataInputStream in) throws IOException {
        in.skipNBytes(14);
        boolean isOld = Integer.reverseBytes(in.readInt()) == OLD_BMP;
        long width = isOld ? Short.reverseBytes(in.readShort()) : Integer.reverseBytes(in.readInt());
        long height = isOld ? Short.reverseBytes(in.readShort()) : Integer.reverseBytes(in.readInt());
        return new HeaderSize(pixels(width, height), false);
    }

    /** Rows of BMP that go from top to bottom have a negative height. */
    private static long pixels(long width, long height) {
        return Math.abs(width) * Math.abs(height);
    }
}
