package sc.fiji.imagetomask.cli;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A page of a TIFF in bands, of which the latest is kept. */
final class TiffBands implements RowBands {

    private final ImageInputStream stream;
    private final int number;
    private final TiffBlocks blocks;
    private final TiffSlice slice;
    private final Channels channels;
    private final boolean whole;
    private Band latest;

    /** From all channels that are stored to those that are used. */
    interface Channels {
        Slice of(Slice stored) throws IOException;
    }

    /**
     * @param stream of the file, with its byte order
     * @param channels which of them are used
     */
    TiffBands(ImageInputStream stream, TiffPage page, Channels channels) throws IOException {
        this.stream = stream;
        this.number = page.number();
        this.blocks = page.blocks();
        this.slice = page.fields();
        this.channels = channels;
        whole = slice.isSideways() || !blocks.isApart();
    }

    @Override
    public boolean isOne() {
        return bandRows() == blocks.height();
    }

    /** How many values the largest array must hold to read a band. */
    long valuesAtOnce() throws IOException {
        if (!blocks.isApart()) return (long) blocks.width() * blocks.height() * slice.samples();
        TiffBlocks.Part part = blocks.parts(0).get(0);
        return Math.max((long) blocks.width() * bandRows(), (long) part.width() * part.height() * slice.samples());
    }

    @Override
    public int bandRows() {
        return whole ? blocks.height() : blocks.bandRows();
    }

    @Override
    public synchronized Band at(int y) throws IOException {
        if (latest != null && latest.top() <= y && y < latest.end()) return latest;
        latest = null;
        int bandRows = bandRows();
        int stored = isOne() ? 0 : slice.isUpsideDown() ? blocks.height() - 1 - y : y;
        int top = stored / bandRows * bandRows;
        int rows = Math.min(bandRows, blocks.height() - top);
        Slice upright = stored(top, rows).upright(slice.orientation());
        latest = new Band(upright, slice.isUpsideDown() ? blocks.height() - top - rows : top);
        return latest;
    }

    @Override
    public synchronized void forget() {
        latest = null;
    }

    @Override
    public synchronized Slice rows(int top, int rows) throws IOException {
        Band band = at(top);
        if (band.top() == top && band.end() == top + rows) return band.planes();
        Slice all = band.planes().blank(band.planes().width(), rows);
        for (int y = top; y < top + rows; ) {
            band = at(y);
            int taken = Math.min(band.end(), top + rows) - y;
            all.put(band.planes(), y - band.top(), taken, 0, y - top);
            y += taken;
        }
        return all;
    }

    private Slice stored(int top, int rows) throws IOException {
        if (!blocks.isApart()) return read(stream, number);
        Slice all = null;
        for (int y = top; y < top + rows; y += blocks.bandRows())
            for (TiffBlocks.Part part : blocks.parts(y)) {
                if (slice.isUnusual()) TiffCompleteness.require(stream, blocks, part);
                Slice planes =
                        read(new ByteArrayImageInputStream(TiffWindow.of(stream, blocks, part, slice.colours())), 0);
                if (part.width() == blocks.width() && part.height() == rows) return planes;
                if (all == null) all = planes.blank(blocks.width(), rows);
                all.put(planes, 0, part.height(), part.left(), part.top() - top);
            }
        return all;
    }

    private Slice read(ImageInputStream input, int i) throws IOException {
        ImageReader reader = slice.isUnusual() ? TiffReaders.exact() : TiffReaders.common();
        try {
            reader.setInput(input);
            ReadWarnings warnings = ReadWarnings.of(reader);
            BufferedImage image = reader.read(i);
            warnings.requireNone();
            return channels.of(RasterPlanes.of(image));
        } finally {
            reader.dispose();
        }
    }
}
