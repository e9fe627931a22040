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

    /** How many rows are best read at once, and multiples of that. */
    int bandRows();

    /** These rows, and perhaps more that are decoded with them. They are quickest read from top to bottom. */
    Band with(int top, int rows) throws IOException;
}
