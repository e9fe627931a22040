package sc.fiji.imagetomask.picturefile.raster;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The run lengths of a BMP of 8 or 4 bits: pairs of a count and a value, from the lowest row up. Pixels left out are 0. */
final class BmpRuns {

    private static final int END_OF_ROW = 0;
    private static final int END = 1;
    private static final int MOVE = 2;

    private final ByteBuffer file;
    private final int width;
    private final int height;
    private final boolean isTopDown;
    private final boolean isNibbles;
    private final byte[] indices;
    private int x;
    private int y;

    /** @param file at the first pair */
    BmpRuns(BmpHeader header, ByteBuffer file) {
        this.file = file;
        width = header.width();
        height = header.height();
        isTopDown = header.isTopDown();
        isNibbles = header.compression() == BmpHeader.RUNS_OF_NIBBLES;
        indices = new byte[Math.multiplyExact(width, height)];
    }

    /** Of all pixels, the uppermost row first. A file may leave out the end of the last row and of the picture. */
    byte[] indices() throws IOException {
        while (y < height && (y < height - 1 || x < width || file.hasRemaining())) {
            int count = file.get() & 255;
            int value = file.get() & 255;
            if (count > 0) for (int i = 0; i < count; i++) put(isNibbles ? nibble(value, i) : value);
            else if (value == END) break;
            else if (value == END_OF_ROW) {
                x = 0;
                y++;
            } else if (value == MOVE) {
                x += file.get() & 255;
                y += file.get() & 255;
            } else copy(value);
        }
        return indices;
    }

    private static int nibble(int pair, int i) {
        return i % 2 == 0 ? pair >> 4 : pair & 15;
    }

    /** Values one by one, in a whole number of pairs of bytes. */
    private void copy(int count) {
        byte[] values = new byte[isNibbles ? (count + 1) / 2 : count];
        file.get(values);
        for (int i = 0; i < count; i++) put(isNibbles ? nibble(values[i / 2] & 255, i) : values[i] & 255);
        if (values.length % 2 == 1 && file.hasRemaining()) file.get();
    }

    private void put(int value) {
        if (x < width && y < height) indices[(isTopDown ? y : height - 1 - y) * width + x] = (byte) value;
        x++;
    }
}
