package sc.fiji.imagetomask.picturefile.tiff;

import sc.fiji.imagetomask.picturefile.PictureRaster;

/** Rows of a slice that strips or tiles become, whichever comes first. */
final class JoinedParts {

    private final int width;
    private final int rows;
    private PictureRaster all;

    JoinedParts(int width, int rows) {
        this.width = width;
        this.rows = rows;
    }

    /** @param top row of the slice that is the first one here */
    Void put(TiffBlocks.Part part, int top, PictureRaster planes) {
        whole(planes).put(planes, 0, part.height(), part.left(), part.top() - top);
        return null;
    }

    private synchronized PictureRaster whole(PictureRaster like) {
        if (all == null) all = like.blank(width, rows);
        return all;
    }

    PictureRaster all() {
        return all;
    }
}
