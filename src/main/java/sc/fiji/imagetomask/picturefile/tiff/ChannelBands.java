package sc.fiji.imagetomask.picturefile.tiff;

import java.io.IOException;
import java.util.List;
import sc.fiji.imagetomask.picturefile.PictureRaster;

/**
 * A picture whose channels are pages of their own, in the bands of the first of them.
 *
 * @param pages in the order r, g, b, a
 */
record ChannelBands(List<TiffBands> pages) implements PageBands {

    @Override
    public boolean isOne() {
        return pages.get(0).isOne();
    }

    @Override
    public int bandRows() {
        return pages.get(0).bandRows();
    }

    @Override
    public Band at(int y) throws IOException {
        Band first = pages.get(0).at(y);
        PictureRaster all = first.planes();
        for (TiffBands page : pages.subList(1, pages.size()))
            all = all.and(page.rows(first.top(), first.planes().height()));
        return new Band(all, first.top());
    }

    @Override
    public PictureRaster rows(int top, int rows) throws IOException {
        PictureRaster all = pages.get(0).rows(top, rows);
        for (TiffBands page : pages.subList(1, pages.size())) all = all.and(page.rows(top, rows));
        return all;
    }

    @Override
    public void forget() {
        pages.forEach(TiffBands::forget);
    }
}
