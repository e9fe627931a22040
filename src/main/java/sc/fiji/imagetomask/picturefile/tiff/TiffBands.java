package sc.fiji.imagetomask.picturefile.tiff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javax.imageio.stream.ImageInputStream;
import sc.fiji.imagetomask.picturefile.PictureRaster;
import sc.fiji.imagetomask.picturefile.bands.BandUse;
import sc.fiji.imagetomask.threads.Together;

/** A page of a TIFF in bands, of which the latest is kept. */
final class TiffBands implements PageBands {

    /** Some more strips or tiles than threads, so that none waits long for the slowest. */
    private static final int PARTS_PER_THREAD = 4;

    private final TiffDecoder decoder;
    private final TiffBlocks blocks;
    private final TiffSampleFormat slice;
    private final BandUse<PictureRaster> channels;
    private Band latest;

    /**
     * @param stream of the file, with its byte order
     * @param channels from all that are stored to those that are used
     */
    TiffBands(ImageInputStream stream, TiffPage page, BandUse<PictureRaster> channels) throws IOException {
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
        List<TiffBlocks.Part> parts = blocks.parts(top, rows);
        if (parts.size() == 1) {
            TiffBlocks.Part part = parts.get(0);
            return channels.of(decoder.decode(part, decoder.read(part)));
        }
        JoinedParts joined = new JoinedParts(blocks.width(), rows);
        for (int from = 0; from < parts.size(); from += PARTS_PER_THREAD * Together.threads()) {
            int end = Math.min(parts.size(), from + PARTS_PER_THREAD * Together.threads());
            List<Callable<Void>> work = new ArrayList<>();
            for (TiffBlocks.Part part : parts.subList(from, end)) work.add(reading(part, joined, top));
            decodeAll(work);
        }
        return joined.all();
    }

    /** Reads a part; what is left is to decode it, or to fail if it could not be read. */
    private Callable<Void> reading(TiffBlocks.Part part, JoinedParts joined, int top) {
        try {
            byte[][] data = decoder.read(part);
            return () -> joined.put(part, top, channels.of(decoder.decode(part, data)));
        } catch (IOException e) {
            return () -> {
                throw e;
            };
        }
    }

    /** Fails as the first part in its order that fails. */
    private static void decodeAll(List<Callable<Void>> work) throws IOException {
        Exception[] failures = new Exception[work.size()];
        Together.forEach(IntStream.range(0, failures.length).boxed().toList(), i -> {
            try {
                work.get(i).call();
            } catch (Exception e) {
                failures[i] = e;
            }
        });
        for (Exception failure : failures) {
            if (failure instanceof IOException e) throw e;
            if (failure instanceof RuntimeException e) throw e;
        }
    }
}
