package sc.fiji.imagetomask.img;

import net.imglib2.Interval;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.util.Intervals;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.engine.ByteSpan;

/**
 * A binary ImgLib2 region in the coordinates of a picture: 255 where it is true, 0 where it is false and everywhere
 * outside its bounds. It has the dimensions of the picture, or only the first two, and is the same for all slices then.
 *
 * @param plane the slice of the picture
 */
record ImgRoi(RandomAccessibleInterval<? extends BooleanType<?>> region, Interval picture, int plane)
        implements WeightMap {

    ImgRoi {
        int dimensions = picture.numDimensions();
        if (region.numDimensions() != 2 && region.numDimensions() != dimensions)
            throw new IllegalArgumentException("The selection has " + region.numDimensions()
                    + " dimensions, but must have 2"
                    + (dimensions == 2 ? "" : ", or the " + dimensions + " of the mask")
                    + ".");
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
    public ByteSpan read(Tile tile) {
        ByteSpan inside = ByteSpan.allocate(tile.pixels());
        long[] position = Intervals.minAsLongArray(ImgPlanes.interval(picture, plane, tile));
        for (int d = 2; d < region.numDimensions(); d++)
            if (position[d] < region.min(d) || position[d] > region.max(d)) return inside;
        long left = position[0];
        long top = position[1];
        long firstX = Math.max(left, region.min(0));
        long lastX = Math.min(left + tile.width() - 1, region.max(0));
        long firstY = Math.max(top, region.min(1));
        long lastY = Math.min(top + tile.height() - 1, region.max(1));
        RandomAccess<? extends BooleanType<?>> access = region.randomAccess();
        access.setPosition(position);
        for (long y = firstY; y <= lastY; y++) {
            access.setPosition(y, 1);
            int at = (int) ((y - top) * tile.width() + firstX - left);
            for (long x = firstX; x <= lastX; x++, at++) {
                access.setPosition(x, 0);
                if (access.get().get()) inside.array()[at] = -1;
            }
        }
        return inside;
    }
}
