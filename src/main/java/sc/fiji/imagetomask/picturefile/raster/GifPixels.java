package sc.fiji.imagetomask.picturefile.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.picturefile.ByteRaster;
import sc.fiji.imagetomask.picturefile.PaletteTable;
import sc.fiji.imagetomask.picturefile.PictureRaster;

/**
 * The first frame of a GIF on its canvas. The area outside the frame is transparent, or of colour 0.
 *
 * <p>Design decision: Java's own reader shifts all pixels after two clear codes in a row, and makes the last colour
 * transparent where the transparent one is not in the table; of the libraries tried none reads all of these files.
 */
final class GifPixels implements RasterPixels {

    private static final int EXTENSION = 0x21;
    private static final int CONTROL = 0xf9;
    private static final int FRAME = 0x2c;
    private static final int HAS_TABLE = 0x80;
    private static final int INTERLACED = 0x40;
    /** First row and step of each pass. */
    private static final int[][] PASSES = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};

    private final ByteBuffer file;
    private final int left;
    private final int top;
    private final int frameWidth;
    private final int frameHeight;
    private final int width;
    private final int height;
    private final boolean isInterlaced;
    private final PaletteTable palette;
    private final int free;

    GifPixels(Path path) throws IOException {
        file = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
        file.position(6);
        int screenWidth = file.getShort() & 0xffff;
        int screenHeight = file.getShort() & 0xffff;
        int flags = file.get();
        file.position(13);
        byte[][] colours = (flags & HAS_TABLE) == 0 ? greys() : table(flags);
        int transparent = -1;
        for (int kind = file.get(); kind != FRAME; kind = file.get()) {
            if (kind != EXTENSION) throw new IOException("it has no frame");
            if ((file.get() & 255) == CONTROL && file.get(file.position()) >= 4)
                transparent = (file.get(file.position() + 1) & 1) == 0 ? -1 : file.get(file.position() + 4) & 255;
            skipBlocks();
        }
        left = file.getShort() & 0xffff;
        top = file.getShort() & 0xffff;
        frameWidth = file.getShort() & 0xffff;
        frameHeight = file.getShort() & 0xffff;
        int frameFlags = file.get();
        isInterlaced = (frameFlags & INTERLACED) != 0;
        if ((frameFlags & HAS_TABLE) != 0) colours = table(frameFlags);
        width = Math.max(screenWidth, left + frameWidth);
        height = Math.max(screenHeight, top + frameHeight);
        free = Math.max(0, transparent);
        palette = PaletteTable.of(colours, transparent < 0 ? null : alphas(transparent));
    }

    private byte[][] table(int flags) {
        byte[][] colours = new byte[3][PaletteTable.COLOURS];
        for (int i = 0; i < 2 << (flags & 7); i++) for (byte[] channel : colours) channel[i] = file.get();
        return colours;
    }

    /** A file without a table. */
    private static byte[][] greys() {
        byte[] ramp = new byte[PaletteTable.COLOURS];
        for (int i = 0; i < ramp.length; i++) ramp[i] = (byte) i;
        return new byte[][] {ramp, ramp, ramp};
    }

    private static byte[] alphas(int transparent) {
        byte[] alphas = new byte[PaletteTable.COLOURS];
        Arrays.fill(alphas, (byte) 255);
        alphas[transparent] = 0;
        return alphas;
    }

    private void skipBlocks() {
        for (int length = file.get() & 255; length > 0; length = file.get() & 255)
            file.position(file.position() + length);
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int bits() {
        return Byte.SIZE;
    }

    @Override
    public int channels() {
        return palette.tables().length;
    }

    @Override
    public PictureRaster read() throws IOException {
        byte[] stored = new byte[Math.multiplyExact(frameWidth, frameHeight)];
        GifCodes codes = new GifCodes(file.duplicate());
        codes.decode(stored);
        ByteRaster frame = palette.planes(isInterlaced ? inOrder(stored) : stored, frameWidth, frameHeight);
        return frameWidth == width && frameHeight == height
                ? frame
                : frame.on(palette.entry(free), left, top, width, height);
    }

    private byte[] inOrder(byte[] stored) {
        byte[] rows = new byte[stored.length];
        int[] order = Arrays.stream(PASSES)
                .flatMapToInt(pass -> IntStream.iterate(pass[0], y -> y < frameHeight, y -> y + pass[1]))
                .toArray();
        for (int i = 0; i < order.length; i++)
            System.arraycopy(stored, i * frameWidth, rows, order[i] * frameWidth, frameWidth);
        return rows;
    }
}
