package sc.fiji.imagetomask.picturefile.bands;

import java.io.IOException;
import sc.fiji.imagetomask.picturefile.PictureRaster;

/**
 * What rows of a file are used as.
 *
 * @param <M> such as a picture or a mask
 */
public interface BandUse<M> {

    /** What these rows are used as. */
    M of(PictureRaster rows) throws IOException;
}
