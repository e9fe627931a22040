package sc.fiji.imagetomask.picturefile.raster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import sc.fiji.imagetomask.picturefile.PictureRaster;
import sc.fiji.imagetomask.threads.Together;

/**
 * The pixels of a PNG. Of a large one, a thread inflates the next rows while another takes the filters off the rows
 * before them.
 *
 * <p>Design decision: Java's own reader rejects a file if any part is broken, does all in one thread, and needs twice the
 * memory.
 */
final class PngPixels implements RasterPixels {

    /** About how many bytes of rows are inflated at once. */
    private static final int BAND_BYTES = 1 << 18;

    private final PngFile file;
    private final PngHeader header;

    PngPixels(PngFile file) {
        this.file = file;
        header = file.header();
    }

    @Override
    public int width() {
        return header.width();
    }

    @Override
    public int height() {
        return header.height();
    }

    @Override
    public int bits() {
        return header.bits() * header.channels();
    }

    @Override
    public int channels() {
        return header.channels();
    }

    @Override
    public PictureRaster read() throws IOException {
        List<PngPass> passes = PngPass.of(header);
        byte[][] planes = null;
        try (PngInflater inflater = file.inflater()) {
            for (PngPass pass : passes) {
                byte[][] part = PngSamples.unpacked(header, stored(pass, inflater), pass);
                if (!header.interlaced()) planes = part;
                else {
                    if (planes == null) planes = new byte[part.length][Math.multiplyExact(width(), height())];
                    pass.spread(header, part, planes);
                }
            }
            inflater.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return PngSamples.raster(header, planes, file);
    }

    /** A plane for each byte of a pixel, or one of bytes with several pixels each. */
    private byte[][] stored(PngPass pass, PngInflater inflater) throws IOException {
        int height = pass.height(header);
        int rowBytes = Math.toIntExact(header.rowBytes(pass.width(header)));
        byte[][] planes = new byte[header.step()][Math.multiplyExact(rowBytes / header.step(), height)];
        int most = Math.min(height, BAND_BYTES / (rowBytes + 1) + 1);
        PngBand band = new PngBand(planes, rowBytes, height, most);
        band.inflate(inflater, 0);
        if (most == height) {
            band.unfilter();
            return planes;
        }
        PngBand next = new PngBand(planes, rowBytes, height, most);
        while (band.end() < height) {
            PngBand now = band;
            PngBand then = next;
            Together.forEach(List.of(true, false), isNext -> {
                if (isNext) inflate(then, inflater, now.end());
                else now.unfilter();
            });
            band = then;
            next = now;
        }
        band.unfilter();
        return planes;
    }

    private static void inflate(PngBand band, PngInflater inflater, int first) {
        try {
            band.inflate(inflater, first);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
