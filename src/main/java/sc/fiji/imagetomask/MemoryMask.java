package sc.fiji.imagetomask;

import sc.fiji.imagetomask.engine.ByteRun;
import sc.fiji.imagetomask.engine.MaskRun;

/** A mask in memory, one byte per pixel, row by row; it can be read and written, tiles of whole rows without a copy. */
public final class MemoryMask implements Coverage, MaskTarget {

    private final byte[] bytes;
    private final int width;
    private final int height;

    /** Of these width * height values. */
    public MemoryMask(byte[] bytes, int width, int height) {
        if (bytes.length != Math.multiplyExact(width, height))
            throw new IllegalArgumentException(bytes.length + " values, but must be " + width + " x " + height + ".");
        this.bytes = bytes;
        this.width = width;
        this.height = height;
    }

    /** Of zeros. */
    public MemoryMask(int width, int height) {
        this(new byte[Math.multiplyExact(width, height)], width, height);
    }

    /** The values themselves. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public long width() {
        return width;
    }

    @Override
    public long height() {
        return height;
    }

    @Override
    public ByteRun read(Tile tile) {
        ByteRun run = open(tile);
        if (!tile.isRun(width))
            for (int y = 0; y < tile.height(); y++)
                System.arraycopy(bytes, start(tile, y), run.array(), y * tile.width(), tile.width());
        return run;
    }

    @Override
    public ByteRun open(Tile tile) {
        return tile.isRun(width)
                ? new ByteRun(bytes, tile.start(width), tile.pixels())
                : ByteRun.allocate(tile.pixels());
    }

    @Override
    public void written(Tile tile, MaskRun run) {
        if (!tile.isRun(width))
            for (int y = 0; y < tile.height(); y++)
                System.arraycopy(((ByteRun) run).array(), y * tile.width(), bytes, start(tile, y), tile.width());
    }

    private int start(Tile tile, int row) {
        return tile.start(width) + row * width;
    }
}
