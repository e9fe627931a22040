package sc.fiji.imagetomask.picturefile.raster;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import sc.fiji.imagetomask.picturefile.ByteRaster;
import sc.fiji.imagetomask.picturefile.PictureRaster;
import sc.fiji.imagetomask.picturefile.UnsupportedPictureException;

/**
 * The pixels of a BMP.
 *
 * <p>Design decision: of the libraries tried, Java's own reader and others take the fourth byte for alpha where the file
 * says nothing of alpha, or refuse headers of OS/2 and files whose masks are partly empty; none reads them all.
 */
final class BmpPixels implements RasterPixels {

    private final ByteBuffer file;
    private final BmpHeader header;

    BmpPixels(Path path, byte[] bytes) throws IOException {
        file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        header = BmpHeader.of(file);
        if (header.unknown() != null)
            throw new UnsupportedPictureException("'" + path + "' is a BMP of " + header.unknown()
                    + ", but must have 1, 2, 4, 8, 16, 24 or 32 bits per pixel, and no compression or run lengths.");
    }

    BmpHeader header() {
        return header;
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
        return header.bits();
    }

    @Override
    public int channels() {
        if (header.palette() != null) return header.palette().tables().length;
        return header.masks()[3] == 0 ? 3 : 4;
    }

    @Override
    public PictureRaster read() throws IOException {
        if (header.start() > file.limit()) throw new EOFException();
        file.position(header.start());
        if (header.isRuns()) return header.palette().planes(new BmpRuns(header, file).indices(), width(), height());
        if (header.rowBytes() * height() > file.remaining()) throw new EOFException();
        return header.palette() == null ? colours() : header.palette().planes(indices(), width(), height());
    }

    private int rowStart(int y) {
        return header.start() + (header.isTopDown() ? y : height() - 1 - y) * (int) header.rowBytes();
    }

    private byte[] indices() {
        byte[] indices = new byte[width() * height()];
        int bits = header.bits();
        int most = (1 << bits) - 1;
        for (int y = 0, i = 0; y < height(); y++) {
            int start = rowStart(y);
            for (int x = 0; x < width(); x++, i++) {
                int bit = x * bits;
                indices[i] = (byte) (file.get(start + bit / 8) >> 8 - bits - bit % 8 & most);
            }
        }
        return indices;
    }

    private ByteRaster colours() {
        byte[][] planes = new byte[channels()][width() * height()];
        Part[] parts = new Part[planes.length];
        for (int c = 0; c < parts.length; c++) parts[c] = Part.of(header.masks()[c]);
        int step = header.bits() / 8;
        for (int y = 0, i = 0; y < height(); y++) {
            int at = rowStart(y);
            for (int x = 0; x < width(); x++, i++, at += step) {
                int pixel = pixel(at, step);
                for (int c = 0; c < parts.length; c++) planes[c][i] = parts[c].in(pixel);
            }
        }
        return new ByteRaster(planes, width(), height());
    }

    private int pixel(int at, int bytes) {
        return switch (bytes) {
            case 2 -> file.getShort(at) & 0xffff;
            case 3 -> file.getShort(at) & 0xffff | (file.get(at + 2) & 255) << 16;
            default -> file.getInt(at);
        };
    }

    /**
     * The bits of a pixel that are one channel, spread over 0..255, truncated.
     *
     * @param mask these bits
     * @param shift how many bits are below them
     * @param most the largest number that they can be; 0 if there are none
     */
    private record Part(int mask, int shift, long most) {

        static Part of(int mask) {
            int shift = mask == 0 ? 0 : Integer.numberOfTrailingZeros(mask);
            return new Part(mask, shift, Integer.toUnsignedLong(mask >>> shift));
        }

        byte in(int pixel) {
            return most == 0 ? 0 : (byte) (Integer.toUnsignedLong((pixel & mask) >>> shift) * 255 / most);
        }
    }
}
