package sc.fiji.imagetomask.picturefile.bands;

import java.io.IOException;
import sc.fiji.imagetomask.picturefile.PictureRaster;

/** A picture of a file, upright, in bands. A band is whole rows that are decoded at once. */
public interface RowBands {

    /**
     * Upright rows.
     *
     * @param planes of these rows
     * @param top the first one
     */
    record Band(PictureRaster planes, int top) {

        /** The row after the last one. */
        public int end() {
            return top + planes.height();
        }
    }

    /** A band has this number of rows, or a multiple of it; the last one may have fewer. */
    int bandRows();

    /** A tile needs no more pixels than this to be computed fast. */
    default int enoughPixels() {
        return Integer.MAX_VALUE;
    }

    /** Takes an array of a band back, which nobody uses any more. */
    default void release(byte[] array) {}

    /** These rows, and perhaps more that are decoded with them. They are quickest read from top to bottom. */
    Band with(int top, int rows) throws IOException;
}
