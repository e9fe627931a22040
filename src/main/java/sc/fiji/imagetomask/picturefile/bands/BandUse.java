package sc.fiji.imagetomask.picturefile.bands;

import java.io.IOException;
import sc.fiji.imagetomask.picturefile.PictureRaster;

/**
 * What rows of a file are used as.
 *
 * @param <M> rows in memory as a picture or mask
 */
public interface BandUse<M> {

    /** These rows. */
    M of(PictureRaster rows) throws IOException;
}
