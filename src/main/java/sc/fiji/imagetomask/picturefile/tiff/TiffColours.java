package sc.fiji.imagetomask.picturefile.tiff;

import java.io.EOFException;
import java.io.IOException;
import sc.fiji.imagetomask.picturefile.ByteRaster;
import sc.fiji.imagetomask.picturefile.HighBitDepthRaster;
import sc.fiji.imagetomask.picturefile.PictureRaster;

/**
 * The meaning of stored values of a TIFF: entries of a colour table, or greys, in which 0 may be white. Values of fewer
 * than 8 bits are spread over 0..255, truncated.
 *
 * @param values what the values are
 * @param colours PhotometricInterpretation
 * @param table the colour table: all reds, greens and blues; null without one
 */
record TiffColours(TiffValues values, int colours, byte[][] table) {

    static final int WHITE_IS_ZERO = 0;
    static final int BLACK_IS_ZERO = 1;
    static final int RGB = 2;
    static final int PALETTE = 3;
    static final int YCBCR = 6;

    static TiffColours of(TiffDirectory fields, TiffSampleFormat slice) throws IOException {
        boolean isIndexed = slice.colours() == PALETTE;
        return new TiffColours(
                slice.values(),
                slice.colours(),
                isIndexed ? table(fields, slice.values().bits()) : null);
    }

    /** Of 16 bits a value; where none needs more than 8, it counts as one of 8 bits, as libtiff and Java take it. */
    private static byte[][] table(TiffDirectory fields, int bits) throws IOException {
        int entries = 1 << bits;
        if (!fields.has(TiffTag.COLOR_MAP)) throw new IOException("it is indexed but has no colour table");
        if (fields.field(TiffTag.COLOR_MAP).count() < 3L * entries) throw new EOFException();
        long[] stored = fields.numbers(TiffTag.COLOR_MAP, 0, 3 * entries);
        int shift = 0;
        for (long value : stored) if (value > 255) shift = Byte.SIZE;
        byte[][] table = new byte[3][entries];
        boolean isGrey = true;
        for (int i = 0; i < entries; i++) {
            for (int c = 0; c < 3; c++) table[c][i] = (byte) (stored[c * entries + i] >> shift);
            isGrey &= table[0][i] == table[1][i] && table[0][i] == table[2][i];
        }
        return isGrey ? new byte[][] {table[0]} : table;
    }

    /** The same channels as values from 0 on, or the colours of a table and the channels after the index. */
    PictureRaster of(PictureRaster stored) {
        if (table != null) return indexed(stored);
        if (stored instanceof ByteRaster bytes) return spread(bytes);
        return colours == WHITE_IS_ZERO ? inverted(HighBitDepthRaster.of(stored)) : stored;
    }

    private PictureRaster indexed(PictureRaster stored) {
        int pixels = stored.width() * stored.height();
        HighBitDepthRaster deep = stored instanceof ByteRaster ? null : HighBitDepthRaster.of(stored);
        byte[][] planes = new byte[table.length + stored.count() - 1][pixels];
        for (int i = 0; i < pixels; i++) {
            int index = stored instanceof ByteRaster bytes ? bytes.channels()[0][i] & 255 : (int) deep.channels()[0][i];
            for (int c = 0; c < table.length; c++) planes[c][i] = table[c][index];
            for (int c = 1; c < stored.count(); c++)
                planes[table.length + c - 1][i] = stored instanceof ByteRaster bytes
                        ? spread(bytes.channels()[c][i])
                        : (byte) ((int) deep.channels()[c][i] >> values.bits() - Byte.SIZE);
        }
        return new ByteRaster(planes, stored.width(), stored.height());
    }

    private ByteRaster spread(ByteRaster stored) {
        for (int c = 0; c < stored.count(); c++) {
            boolean inverted = colours == WHITE_IS_ZERO && c == 0;
            byte[] channel = stored.channels()[c];
            if (values.bits() < Byte.SIZE || inverted)
                for (int i = 0; i < channel.length; i++) {
                    byte value = spread(channel[i]);
                    channel[i] = inverted ? (byte) ~value : value;
                }
        }
        return stored;
    }

    private byte spread(byte value) {
        return values.bits() == Byte.SIZE ? value : (byte) ((value & 255) * 255 / ((1 << values.bits()) - 1));
    }

    private HighBitDepthRaster inverted(HighBitDepthRaster planes) {
        float ends = (float) (values.range().min() + values.range().max());
        float[] grey = planes.channels()[0];
        for (int i = 0; i < grey.length; i++) grey[i] = ends - grey[i];
        return planes;
    }
}
