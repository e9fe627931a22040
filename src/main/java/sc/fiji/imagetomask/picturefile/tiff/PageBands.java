package sc.fiji.imagetomask.picturefile.tiff;

import java.io.IOException;
import sc.fiji.imagetomask.picturefile.PictureRaster;
import sc.fiji.imagetomask.picturefile.bands.RowBands;

/** A picture of a TIFF, upright, in bands of whole strips or tiles. */
interface PageBands extends RowBands {

    /** Whether all rows are one band. */
    boolean isOne();

    /** The band that has that row. */
    Band at(int y) throws IOException;

    /** These rows, from one band or more. */
    PictureRaster rows(int top, int rows) throws IOException;

    /** Keeps no band any more. */
    void forget();

    @Override
    default Band with(int top, int rows) throws IOException {
        Band band = at(top);
        if (top + rows > band.end()) return new Band(rows(top, rows), top);
        forget();
        return band;
    }
}
