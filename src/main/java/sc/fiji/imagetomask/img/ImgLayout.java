package sc.fiji.imagetomask.img;

import java.util.List;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.WrappedImg;
import net.imglib2.img.cell.AbstractCellImg;
import net.imglib2.img.cell.CellGrid;
import sc.fiji.imagetomask.Tile;

/**
 * How the planes of an ImgLib2 image are best read.
 *
 * @param isLazy whether reading takes time, because the planes are not on the heap in this form
 * @param blockWidth of the image's cells; 0 if it has none
 * @param blockHeight of the image's cells; 0 if it has none
 */
record ImgLayout(boolean isLazy, int blockWidth, int blockHeight) {

    /** Of an image whose first two dimensions are x and y, a channel axis being left out; -1 if there is none. */
    static ImgLayout of(RandomAccessibleInterval<?> image, int channelAxis) {
        RandomAccessibleInterval<?> source =
                image instanceof WrappedImg<?> wrapped && wrapped.getImg() instanceof Interval
                        ? wrapped.getImg()
                        : image;
        boolean isLazy = HeapPlane.of(source, 0) == null;
        if (!(source instanceof AbstractCellImg<?, ?, ?, ?> cells)) return new ImgLayout(isLazy, 0, 0);
        CellGrid grid = cells.getCellGrid();
        int x = channelAxis == 0 ? 1 : 0;
        int y = channelAxis == 0 || channelAxis == 1 ? 2 : 1;
        return new ImgLayout(isLazy, grid.cellDimension(x), grid.cellDimension(y));
    }

    List<Tile> tiles(long width, long height, int pixels) {
        return blockWidth == 0
                ? Tile.grid(width, height, pixels)
                : Tile.blocks(width, height, blockWidth, blockHeight, pixels);
    }
}
