package sc.fiji.imagetomask.image;

import net.imglib2.Interval;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import sc.fiji.imagetomask.Coverage;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.engine.ByteRun;

/**
 * A binary ImgLib2 region in the coordinates of a picture: 255 where it is true, 0 where it is false and everywhere
 * outside its bounds.
 */
record ImgRoi(RandomAccessibleInterval<? extends BooleanType<?>> region, Interval picture) implements Coverage {

    ImgRoi {
        if (region.numDimensions() != 2)
            throw new IllegalArgumentException(
                    "The selection has " + region.numDimensions() + " dimensions, but must have 2.");
    }

    @Override
    public long width() {
        return picture.dimension(0);
    }

    @Override
    public long height() {
        return picture.dimension(1);
    }

    @Override
    public ByteRun read(Tile tile) {
        ByteRun inside = ByteRun.allocate(tile.pixels());
        long left = picture.min(0) + tile.x();
        long top = picture.min(1) + tile.y();
        long firstX = Math.max(left, region.min(0));
        long lastX = Math.min(left + tile.width() - 1, region.max(0));
        long firstY = Math.max(top, region.min(1));
        long lastY = Math.min(top + tile.height() - 1, region.max(1));
        RandomAccess<? extends BooleanType<?>> access = region.randomAccess();
        for (long y = firstY; y <= lastY; y++) {
            int at = (int) ((y - top) * tile.width() + firstX - left);
            for (long x = firstX; x <= lastX; x++, at++)
                if (access.setPositionAndGet(x, y).get()) inside.array()[at] = -1;
        }
        return inside;
    }
}
