package sc.fiji.imagetomask.picturefile.tiff;

import java.io.IOException;
import javax.imageio.stream.ImageOutputStream;
import sc.fiji.imagetomask.picturefile.MaskShape;
import sc.fiji.imagetomask.picturefile.RowTarget;

/** Cuts rows of a slice into the strips or tiles of a TIFF, in their order, and keeps where they are. */
final class TiffMaskBlocks implements RowTarget.Rows {

    /** The usual length of a strip. */
    private static final int STRIP_BYTES = 1 << 18;

    /** More bytes than a directory needs besides its blocks, with the clip range of its slice in the record. */
    private static final int DIRECTORY_BYTES = 450;

    /** More bytes than the record needs without that, and ImageJ's description. */
    private static final int RECORD_BYTES = 1 << 17;

    private final MaskShape shape;
    private final ImageOutputStream stream;
    private final int blockRows;
    private final int across;
    private long[] places;
    private long[] lengths;
    private byte[] rows;
    private int kept;
    private int block;

    /** Of one slice, from where the stream stands. */
    TiffMaskBlocks(MaskShape shape, ImageOutputStream stream) {
        this.shape = shape;
        this.stream = stream;
        blockRows = blockRows(shape);
        across = across(shape);
    }

    /** The most that a file of these needs. */
    static long fileBytes(MaskShape shape) {
        long bytes = count(shape) * (2L * Long.BYTES) + DIRECTORY_BYTES;
        long values = shape.tile() > 0
                ? (long) count(shape) * shape.tile() * shape.tile()
                : (long) shape.width() * shape.height();
        return RECORD_BYTES + shape.slices() * (bytes + values * shape.valueBytes());
    }

    private static int blockRows(MaskShape shape) {
        return shape.tile() > 0 ? shape.tile() : (int) Math.min(shape.height(), STRIP_BYTES / shape.rowBytes() + 1);
    }

    private static int across(MaskShape shape) {
        return shape.tile() > 0 ? (shape.width() - 1) / shape.tile() + 1 : 1;
    }

    private static int count(MaskShape shape) {
        return Math.multiplyExact((shape.height() - 1) / blockRows(shape) + 1, across(shape));
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        if (rows == null) {
            places = new long[count(shape)];
            lengths = new long[places.length];
            rows = new byte[Math.toIntExact(shape.rowBytes() * blockRows)];
        }
        for (int at = 0; at < bytes.length; ) {
            int n = Math.min(rows.length - kept, bytes.length - at);
            System.arraycopy(bytes, at, rows, kept, n);
            kept += n;
            at += n;
            if (kept == rows.length) writeBlocks();
        }
    }

    /** All rows were written. */
    void finish() throws IOException {
        if (kept > 0) writeBlocks();
    }

    private void writeBlocks() throws IOException {
        if (shape.tile() == 0) writeBlock(rows, kept);
        else for (int i = 0; i < across; i++) writeBlock(tile(i), blockRows * blockRows * shape.valueBytes());
        kept = 0;
    }

    private byte[] tile(int i) {
        int rowBytes = (int) shape.rowBytes();
        int tileBytes = blockRows * shape.valueBytes();
        byte[] tile = new byte[tileBytes * blockRows];
        int n = Math.min(tileBytes, rowBytes - i * tileBytes);
        for (int y = 0; y * rowBytes < kept; y++)
            System.arraycopy(rows, y * rowBytes + i * tileBytes, tile, y * tileBytes, n);
        return tile;
    }

    private void writeBlock(byte[] bytes, int length) throws IOException {
        places[block] = stream.getStreamPosition();
        lengths[block] = length;
        block++;
        stream.write(bytes, 0, length);
    }

    /** How many rows a strip or tile has. */
    int blockRows() {
        return blockRows;
    }

    /** Where the blocks start. */
    long[] places() {
        return places;
    }

    /** How many bytes each has. */
    long[] lengths() {
        return lengths;
    }
}
