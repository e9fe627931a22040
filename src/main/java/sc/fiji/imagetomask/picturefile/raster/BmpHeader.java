package sc.fiji.imagetomask.picturefile.raster;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import sc.fiji.imagetomask.picturefile.Calibration;
import sc.fiji.imagetomask.picturefile.PaletteTable;

/**
 * The headers of a BMP: those of Windows from version 2 to 5, and of OS/2 1 and 2.
 *
 * @param isOs2 whether it is the long one of OS/2, which counts compressions in another way
 * @param isTopDown whether the first row is the uppermost one
 * @param bits of a pixel
 * @param compression see the constants
 * @param masks which bits of a pixel are red, green, blue and alpha; 0: none
 * @param palette of at most 8 bits per pixel, else null
 * @param start of the pixels
 * @param calibration of its pixels
 */
record BmpHeader(
        int width,
        int height,
        boolean isOs2,
        boolean isTopDown,
        int bits,
        int compression,
        int[] masks,
        PaletteTable palette,
        int start,
        Calibration calibration) {

    static final int NONE = 0;
    static final int RUNS_OF_BYTES = 1;
    static final int RUNS_OF_NIBBLES = 2;
    static final int JPEG = 4;
    static final int PNG = 5;
    private static final int BIT_FIELDS = 3;
    private static final int BIT_FIELDS_WITH_ALPHA = 6;

    private static final int FILE_HEADER = 14;
    private static final int SHORT = 12;
    private static final int USUAL = 40;
    private static final int WITH_COLOURS = 52;
    private static final int WITH_ALPHA = 56;
    private static final int LONG_OS2 = 64;

    private static final int[] MASKS_16 = {0x7c00, 0x3e0, 0x1f, 0};
    private static final int[] MASKS_32 = {0xff0000, 0xff00, 0xff, 0};
    private static final int[] MASKS_32_ALL = {0xff0000, 0xff00, 0xff, 0xff000000};

    /** @param file all of it, the lowest byte of a number first */
    static BmpHeader of(ByteBuffer file) throws IOException {
        int start = file.getInt(10);
        int size = file.getInt(FILE_HEADER);
        if (size < SHORT) throw new IOException("its header has " + size + " bytes");
        if (size > file.limit() - FILE_HEADER) throw new EOFException();
        boolean isShort = size == SHORT;
        boolean isOs2 = size == LONG_OS2 || size > SHORT && size < USUAL;
        int width = isShort ? file.getShort(18) & 0xffff : file.getInt(18);
        int height = isShort ? file.getShort(20) & 0xffff : file.getInt(22);
        int bits = file.getShort(isShort ? 24 : 28) & 0xffff;
        int compression = size >= 20 ? file.getInt(30) : NONE;
        int used = size >= 36 ? file.getInt(46) : 0;
        if (width <= 0 || height == 0 || height == Integer.MIN_VALUE)
            throw new IOException("it says that it has " + width + " x " + height + " pixels");
        boolean hasFields = compression == BIT_FIELDS || compression == BIT_FIELDS_WITH_ALPHA;
        int[] masks = bits == 16 ? MASKS_16 : MASKS_32;
        if (hasFields && !isOs2) masks = masks(file, size, compression, bits);
        int tableAt = FILE_HEADER + size + (size == USUAL && hasFields ? fieldBytes(compression) : 0);
        return new BmpHeader(
                width,
                Math.abs(height),
                isOs2,
                height < 0,
                bits,
                hasFields && !isOs2 ? NONE : compression,
                masks,
                bits <= 8 ? palette(file, tableAt, isShort ? 3 : 4, colours(bits, used), start) : null,
                start,
                size >= USUAL ? RasterNotes.perMetre(file.getInt(38), file.getInt(42)) : Calibration.NONE);
    }

    private static int fieldBytes(int compression) {
        return (compression == BIT_FIELDS ? 3 : 4) * Integer.BYTES;
    }

    /** A file with none at all means the usual ones, at 32 bits with alpha. */
    private static int[] masks(ByteBuffer file, int size, int compression, int bits) {
        boolean hasAlpha = size == USUAL ? compression == BIT_FIELDS_WITH_ALPHA : size >= WITH_ALPHA;
        int[] masks = new int[4];
        for (int c = 0; c < (hasAlpha ? 4 : 3); c++) masks[c] = file.getInt(FILE_HEADER + USUAL + c * Integer.BYTES);
        if ((masks[0] | masks[1] | masks[2]) != 0) return masks;
        return bits == 16 ? MASKS_16 : MASKS_32_ALL;
    }

    private static int colours(int bits, int used) {
        return used > 0 && used < 1 << bits ? used : 1 << bits;
    }

    /** Blue, green, red and, but for the oldest files, a byte that says nothing. */
    private static PaletteTable palette(ByteBuffer file, int at, int step, int colours, int end) {
        byte[][] rgb = new byte[3][PaletteTable.COLOURS];
        for (int i = 0; i < colours && at + (i + 1) * step <= Math.min(end, file.limit()); i++)
            for (int c = 0; c < 3; c++) rgb[c][i] = file.get(at + i * step + 2 - c);
        return PaletteTable.of(rgb, null);
    }

    /** The kind of its pixels if it cannot be read; else null. */
    String unknown() {
        boolean isIndexed = bits == 1 || bits == 2 || bits == 4 || bits == 8;
        boolean isKnown = switch (compression) {
            case NONE -> isIndexed || bits == 16 || bits == 24 || bits == 32;
            case RUNS_OF_BYTES -> bits == 8;
            case RUNS_OF_NIBBLES -> bits == 4;
            case JPEG, PNG -> !isOs2;
            default -> false;
        };
        return isKnown ? null : bits + " bits per pixel and compression " + compression + (isOs2 ? " of OS/2" : "");
    }

    boolean isRuns() {
        return compression == RUNS_OF_BYTES || compression == RUNS_OF_NIBBLES;
    }

    /** Whether a file of another format is in it. */
    boolean isShell() {
        return compression == JPEG || compression == PNG;
    }

    /** Each row starts at a multiple of 4 bytes. */
    long rowBytes() {
        return ((long) width * bits + 31) / 32 * 4;
    }
}
