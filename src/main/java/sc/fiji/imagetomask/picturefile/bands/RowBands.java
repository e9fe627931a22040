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

    /** Of how many rows a band consists, or of multiples of that. */
    int bandRows();

    /** How many pixels at once are enough, if fewer bands have them. */
    default int enoughPixels() {
        return Integer.MAX_VALUE;
    }

    /** Takes an array of a band back, which nobody uses any more. */
    default void release(byte[] array) {}

    /** These rows, and perhaps more that are decoded with them. They are quickest read from top to bottom. */
    Band with(int top, int rows) throws IOException;
}
