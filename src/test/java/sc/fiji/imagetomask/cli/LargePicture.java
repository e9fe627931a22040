package sc.fiji.imagetomask.cli;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongUnaryOperator;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.engine.Pixels;

/**
 * A picture of any size whose colours are computed: smooth ones with noise. It is written as BigTIFF in tiles, RGB, not
 * compressed, as it is computed.
 *
 * <pre>{@code
 * java -cp ... sc.fiji.imagetomask.cli.LargePicture 40000 40000 large.tif
 * }</pre>
 *
 * @param width in pixels
 * @param height in pixels
 */
public record LargePicture(long width, long height) implements Picture {

    static final int SIDE = 256;

    private static final int HEADER = 16;
    private static final int FIELDS = 10;
    private static final long SPARE = HEADER + Long.BYTES + 20 * FIELDS + Long.BYTES;

    public static void main(String[] args) throws IOException {
        new LargePicture(Integer.parseInt(args[0]), Integer.parseInt(args[1])).write(Path.of(args[2]));
    }

    private static int rgb(long x, long y) {
        int noise = (int) ((x * 0x9e3779b1L ^ y * 0x85ebca6bL) * 0xc2b2ae3dL >>> 17) & 15;
        int red = 100 + noise + (int) (x >> 7 & 127);
        int green = 90 + (noise >> 1) + (int) (y >> 6 & 127);
        int blue = 60 + noise + (int) (x + y >> 8 & 63);
        return red << 16 | green << 8 | blue;
    }

    @Override
    public Pixels read(Tile tile) {
        int[] packed = new int[tile.pixels()];
        for (int i = 0; i < packed.length; i++)
            packed[i] = rgb(tile.x() + i % tile.width(), tile.y() + i / tile.width());
        return new Pixels.Packed(packed, 0, packed.length, false);
    }

    @Override
    public boolean isLazy() {
        return true;
    }

    private long tiles() {
        return ((width - 1) / SIDE + 1) * ((height - 1) / SIDE + 1);
    }

    /** All tiles of the file are one, the first: a picture of any size in a small file. */
    void writeRepeated(Path file) throws IOException {
        long data = SPARE + 2 * Long.BYTES * tiles();
        try (DataOutputStream out = open(file)) {
            writeHead(out, tile -> data);
            writeTile(out, 0, 0);
        }
    }

    public void write(Path file) throws IOException {
        long data = SPARE + 2 * Long.BYTES * tiles();
        try (DataOutputStream out = open(file)) {
            writeHead(out, tile -> data + tile * SIDE * SIDE * 3);
            for (long y = 0; y < height; y += SIDE) for (long x = 0; x < width; x += SIDE) writeTile(out, x, y);
        }
    }

    private static DataOutputStream open(Path file) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20));
    }

    private void writeHead(DataOutputStream out, LongUnaryOperator places) throws IOException {
        out.writeBytes("MM");
        for (int number : new int[] {43, 8, 0}) out.writeShort(number);
        out.writeLong(HEADER);
        out.writeLong(FIELDS);
        field(out, 256, 16, 1, width);
        field(out, 257, 16, 1, height);
        field(out, 258, 3, 3, 0x0008_0008_0008_0000L);
        field(out, 259, 16, 1, 1);
        field(out, 262, 16, 1, 2);
        field(out, 277, 16, 1, 3);
        field(out, 322, 16, 1, SIDE);
        field(out, 323, 16, 1, SIDE);
        field(out, 324, 16, tiles(), SPARE);
        field(out, 325, 16, tiles(), SPARE + Long.BYTES * tiles());
        out.writeLong(0);
        for (long i = 0; i < tiles(); i++) out.writeLong(places.applyAsLong(i));
        for (long i = 0; i < tiles(); i++) out.writeLong(SIDE * SIDE * 3);
    }

    private static void field(DataOutputStream out, int tag, int type, long count, long value) throws IOException {
        out.writeShort(tag);
        out.writeShort(type);
        out.writeLong(count);
        out.writeLong(value);
    }

    private void writeTile(DataOutputStream out, long left, long top) throws IOException {
        byte[] bytes = new byte[SIDE * SIDE * 3];
        for (int i = 0; i < SIDE * SIDE; i++) {
            int rgb = rgb(left + i % SIDE, top + i / SIDE);
            for (int c = 0; c < 3; c++) bytes[3 * i + c] = (byte) (rgb >> 16 - 8 * c);
        }
        out.write(bytes);
    }
}
