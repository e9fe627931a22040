package sc.fiji.imagetomask.picturefile.raster;

import java.io.IOException;
import sc.fiji.imagetomask.picturefile.PictureRaster;
import sc.fiji.imagetomask.picturefile.bands.RowBands;

/**
 * The pixels of a PNG.
 *
 * <p>Design decision: Java's own reader rejects a file if any part is broken, does all in one thread, and needs twice the
 * memory.
 */
final class PngPixels implements RasterPixels {

    private final PngFile file;
    private final PngHeader header;
    private PngBands bands;

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
    public boolean areInRows() {
        return !header.interlaced() && header.rowBytes(width()) < Integer.MAX_VALUE - 8;
    }

    @Override
    public RowBands bands() {
        if (bands == null) bands = new PngBands(file);
        return bands;
    }

    @Override
    public PictureRaster read() throws IOException {
        byte[][] planes = null;
        try (PngInflater inflater = file.inflater()) {
            for (PngPass pass : PngPass.of(header)) {
                byte[][] part = all(pass, inflater);
                if (!header.interlaced()) planes = part;
                else {
                    if (planes == null) planes = new byte[part.length][Math.multiplyExact(width(), height())];
                    pass.spread(header, part, planes);
                }
            }
            inflater.finish();
        }
        return PngSamples.raster(file, planes, width(), height());
    }

    private byte[][] all(PngPass pass, PngInflater inflater) throws IOException {
        int height = pass.height(header);
        try (PngScan scan = new PngScan(header, inflater, pass.width(header), height)) {
            return scan.next(height);
        }
    }

    @Override
    public void close() throws IOException {
        if (bands != null) bands.close();
        file.close();
    }
}
