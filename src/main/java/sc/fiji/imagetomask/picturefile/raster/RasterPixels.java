package sc.fiji.imagetomask.picturefile.raster;

import java.io.Closeable;
import java.io.IOException;
import sc.fiji.imagetomask.picturefile.PictureRaster;
import sc.fiji.imagetomask.picturefile.bands.RowBands;

/** The pixels of an open picture file other than TIFF. Its methods throw the exceptions of readers. */
interface RasterPixels extends Closeable {

    /** In pixels. */
    int width();

    /** In pixels. */
    int height();

    /** The stored bits of a pixel, known before the pixels are read. */
    int bits();

    /** How many channels {@link #read} gives at most. */
    int channels();

    /** All of them, as they are stored. */
    PictureRaster read() throws IOException;

    /** Whether they can be read some rows at a time. */
    default boolean areInRows() {
        return false;
    }

    /** Some of them at a time, as they are stored; only if they can be read so. */
    default RowBands bands() {
        throw new UnsupportedOperationException();
    }

    @Override
    default void close() throws IOException {}
}
