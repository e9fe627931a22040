package sc.fiji.imagetomask.picturefile.tiff;

import java.io.IOException;
import sc.fiji.imagetomask.picturefile.PictureRaster;

/** A picture of a file, upright, in bands. A band is the whole rows that are decoded at once. */
interface RowBands {

    /**
     * Upright rows.
     *
     * @param planes of these rows
     * @param top the first one
     */
    record Band(PictureRaster planes, int top) {

        int end() {
            return top + planes.height();
        }
    }

    /** Whether all rows are one band. */
    boolean isOne();

    /** How many rows a band has, the one at the stored end less. */
    int bandRows();

    /** The band that has that row. */
    Band at(int y) throws IOException;

    /** These rows, from one band or more. */
    PictureRaster rows(int top, int rows) throws IOException;

    /** Keeps no band any more. */
    void forget();
}
