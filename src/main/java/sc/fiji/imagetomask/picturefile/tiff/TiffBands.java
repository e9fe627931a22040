package sc.fiji.imagetomask.picturefile.tiff;

import java.io.IOException;
import javax.imageio.stream.ImageInputStream;
import sc.fiji.imagetomask.picturefile.PictureRaster;

/** A page of a TIFF in bands, of which the latest is kept. */
final class TiffBands implements RowBands {

    private final TiffDecoder decoder;
    private final TiffBlocks blocks;
    private final TiffSampleFormat slice;
    private final Channels channels;
    private Band latest;

    /** From all channels that are stored to those that are used. */
    interface Channels {
        PictureRaster of(PictureRaster stored) throws IOException;
    }

    /**
     * @param stream of the file, with its byte order
     * @param channels which of them are used
     */
    TiffBands(ImageInputStream stream, TiffPage page, Channels channels) throws IOException {
        decoder = new TiffDecoder(stream, page);
        this.blocks = page.blocks();
        this.slice = page.fields();
        this.channels = channels;
    }

    @Override
    public boolean isOne() {
        return bandRows() == blocks.height();
    }

    /** How many values the largest array must hold to read a band. */
    long valuesAtOnce() {
        return Math.max((long) blocks.width() * bandRows(), blocks.storedBytes());
    }

    @Override
    public int bandRows() {
        return slice.isSideways() ? blocks.height() : blocks.bandRows();
    }

    @Override
    public synchronized Band at(int y) throws IOException {
        if (latest != null && latest.top() <= y && y < latest.end()) return latest;
        latest = null;
        int bandRows = bandRows();
        int stored = isOne() ? 0 : slice.isUpsideDown() ? blocks.height() - 1 - y : y;
        int top = stored / bandRows * bandRows;
        int rows = Math.min(bandRows, blocks.height() - top);
        PictureRaster upright = stored(top, rows).upright(slice.orientation());
        latest = new Band(upright, slice.isUpsideDown() ? blocks.height() - top - rows : top);
        return latest;
    }

    @Override
    public synchronized void forget() {
        latest = null;
    }

    @Override
    public synchronized PictureRaster rows(int top, int rows) throws IOException {
        Band band = at(top);
        if (band.top() == top && band.end() == top + rows) return band.planes();
        PictureRaster all = band.planes().blank(band.planes().width(), rows);
        for (int y = top; y < top + rows; ) {
            band = at(y);
            int taken = Math.min(band.end(), top + rows) - y;
            all.put(band.planes(), y - band.top(), taken, 0, y - top);
            y += taken;
        }
        return all;
    }

    private PictureRaster stored(int top, int rows) throws IOException {
        PictureRaster all = null;
        for (TiffBlocks.Part part : blocks.parts(top, rows)) {
            PictureRaster planes = channels.of(decoder.part(part));
            if (part.width() == blocks.width() && part.height() == rows) return planes;
            if (all == null) all = planes.blank(blocks.width(), rows);
            all.put(planes, 0, part.height(), part.left(), part.top() - top);
        }
        return all;
    }
}
