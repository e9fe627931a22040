package sc.fiji.imagetomask.picturefile.tiff;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import javax.imageio.stream.ImageInputStream;
import sc.fiji.imagetomask.picturefile.ByteRaster;
import sc.fiji.imagetomask.picturefile.PictureRaster;
import sc.fiji.imagetomask.picturefile.tiff.codec.FaxRows;
import sc.fiji.imagetomask.picturefile.tiff.codec.TiffCompression;
import sc.fiji.imagetomask.picturefile.tiff.codec.TiffPredictor;

/**
 * Decodes parts of a TIFF's page: strips, tiles, or rows of strips that are not compressed. Their bytes are expanded, then
 * differences are summed up, then the channels' values are taken out of them and become greys or colours.
 */
final class TiffDecoder {

    private static final int LOWEST_BIT_FIRST = 2;

    private final ImageInputStream stream;
    private final TiffBlocks blocks;
    private final TiffSampleFormat slice;
    private final TiffDirectory fields;
    private final long method;
    private final TiffCompression compression;
    private final TiffColours colours;
    private final boolean isLowestBitFirst;
    private final long predictor;
    private final long t4Options;
    /** What all JPEGs share, or null. */
    private final byte[] tables;

    /** Of Y, Cb and Cr that are not in a JPEG; else null. */
    private final TiffYCbCr ycbcr;

    /** @param stream of the file, with its byte order */
    TiffDecoder(ImageInputStream stream, TiffPage page) throws IOException {
        this.stream = stream;
        blocks = page.blocks();
        slice = page.fields();
        fields = blocks.directory();
        method = fields.number(TiffTag.COMPRESSION, 1);
        compression = TiffCompression.of(method);
        colours = TiffColours.of(fields, slice);
        isLowestBitFirst = fields.number(TiffTag.FILL_ORDER, 1) == LOWEST_BIT_FIRST;
        predictor = predictor();
        t4Options = compression == TiffCompression.FAX ? fields.number(TiffTag.T4_OPTIONS, 0) : 0;
        boolean hasTables = compression == TiffCompression.JPEG && fields.has(TiffTag.JPEG_TABLES);
        tables = hasTables ? fields.bytes(TiffTag.JPEG_TABLES) : null;
        boolean isYCbCr = slice.colours() == TiffColours.YCBCR;
        ycbcr = isYCbCr && compression != TiffCompression.JPEG ? new TiffYCbCr(fields) : null;
    }

    /** The bytes of a part as they are stored, for each plane; not for several threads. */
    byte[][] read(TiffBlocks.Part part) throws IOException {
        byte[][] data = new byte[blocks.planes()][];
        for (int plane = 0; plane < data.length; plane++) data[plane] = read(blocks.ranges(part, plane));
        return data;
    }

    /** All channels of a part, from its bytes; several threads may decode parts at once. */
    PictureRaster decode(TiffBlocks.Part part, byte[][] data) throws IOException {
        PictureRaster stored = plane(part, data[0]);
        for (int plane = 1; plane < data.length; plane++) stored = stored.and(plane(part, data[plane]));
        return colours.of(stored);
    }

    private PictureRaster plane(TiffBlocks.Part part, byte[] data) throws IOException {
        int width = blocks.storedWidth();
        int height = blocks.storedRows(part);
        if (compression == TiffCompression.JPEG) return jpeg(data, part);
        if (isLowestBitFirst) turnBits(data);
        if (ycbcr != null) {
            byte[] decoded = compression.decode(data, ycbcr.bytes(width, height));
            return ycbcr.colours(ByteBuffer.wrap(decoded), width, part.width(), part.height());
        }
        int samples = blocks.planes() > 1 ? 1 : slice.samples();
        int rowBytes = Math.toIntExact(((long) width * samples * slice.values().bits() + 7) / 8);
        if ((long) rowBytes * height > Integer.MAX_VALUE - 8) throw new EOFException();
        ByteBuffer rows =
                ByteBuffer.wrap(expanded(data, width, height, rowBytes)).order(stream.getByteOrder());
        ByteOrder order =
                TiffPredictor.undo(predictor, rows, rowBytes, slice.values().bits(), samples);
        return TiffSamples.of(rows.order(order), rowBytes, slice.values(), samples, part.width(), part.height());
    }

    private byte[] expanded(byte[] data, int width, int height, int rowBytes) throws IOException {
        if (compression != TiffCompression.FAX) return compression.decode(data, rowBytes * height);
        if (slice.values().bits() != 1 || slice.samples() != 1)
            throw new IOException("it is compressed as fax but has more than one bit per pixel");
        boolean isTwoDimensional = (t4Options & 1) == 1;
        return FaxRows.decode(data, width, height, (int) method, isTwoDimensional);
    }

    /** Only these two compressions use it. */
    private long predictor() throws IOException {
        boolean isUsed = switch (compression) {
            case LZW, DEFLATE, ZSTD -> true;
            default -> false;
        };
        return isUsed ? fields.number(TiffTag.PREDICTOR, 1) : 1;
    }

    private PictureRaster jpeg(byte[] data, TiffBlocks.Part part) throws IOException {
        boolean isYCbCr = slice.colours() == TiffColours.YCBCR && slice.samples() == 3 && blocks.planes() == 1;
        PictureRaster decoded = TiffJpeg.decode(tables, data, isYCbCr, part.width(), part.height());
        if (decoded.width() == part.width() && decoded.height() == part.height()) return decoded;
        ByteRaster cut = (ByteRaster) decoded.blank(part.width(), part.height());
        cut.put(decoded, 0, part.height(), 0, 0);
        return cut;
    }

    private byte[] read(List<TiffBlocks.Range> ranges) throws IOException {
        long bytes = ranges.stream().mapToLong(TiffBlocks.Range::bytes).sum();
        if (bytes > Integer.MAX_VALUE - 8)
            throw new IOException("one of its strips or tiles has " + bytes + " bytes, but at most "
                    + (Integer.MAX_VALUE - 8) + " can be read");
        byte[] data = new byte[(int) bytes];
        int at = 0;
        for (TiffBlocks.Range range : ranges) {
            stream.seek(range.place());
            stream.readFully(data, at, (int) range.bytes());
            at += (int) range.bytes();
        }
        return data;
    }

    private static void turnBits(byte[] data) {
        for (int i = 0; i < data.length; i++) data[i] = (byte) (Integer.reverse(data[i]) >>> 24);
    }
}
