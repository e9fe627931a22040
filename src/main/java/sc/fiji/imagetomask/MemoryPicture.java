package sc.fiji.imagetomask;

import sc.fiji.imagetomask.engine.Pixels;

/** A picture in memory, row by row, read without a copy. */
public final class MemoryPicture implements Picture {

    private final Pixels pixels;
    private final int width;
    private final int height;

    /** Of these width * height pixels. */
    public MemoryPicture(Pixels pixels, int width, int height) {
        if (pixels.length() != Math.multiplyExact(width, height))
            throw new IllegalArgumentException(
                    pixels.length() + " pixels, but must be " + width + " x " + height + ".");
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
        return pixels.part(tile.start(width), tile.pixels());
    }
}
