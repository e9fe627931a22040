package sc.fiji.imagetomask;

import sc.fiji.imagetomask.engine.Pixels;

/** A picture in memory, row by row, read without a copy, in tiles of whole rows or of a part of one. */
public final class MemoryPicture implements Picture {

    private final Pixels pixels;
    private final int width;
    private final int height;

    /** Of these width * height pixels. */
    public MemoryPicture(Pixels pixels, int width, int height) {
        if (pixels.length() != Math.multiplyExact(width, height))
            throw new IllegalArgumentException(
                    "The picture has " + pixels.length() + " pixels, but must have " + width + " x " + height + ".");
        this.pixels = pixels;
        this.width = width;
        this.height = height;
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
    public Pixels read(Tile tile) {
        if (!tile.isContiguous(width))
            throw new IllegalArgumentException("The tile is " + tile + ", but must cover whole rows of " + width
                    + " pixels, or a part of one row.");
        return pixels.part(tile.start(width), tile.pixels());
    }
}
