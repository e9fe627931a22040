package sc.fiji.imagetomask.picturefile.tiff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.stream.ImageOutputStream;
import sc.fiji.imagetomask.picturefile.MaskShape;
import sc.fiji.imagetomask.picturefile.RowTarget;
import sc.fiji.imagetomask.picturefile.deflate.DeflatedBytes;
import sc.fiji.imagetomask.picturefile.deflate.Effort;
import sc.fiji.imagetomask.picturefile.deflate.ZlibBlock;
import sc.fiji.imagetomask.picturefile.tiff.codec.TiffPredictor;
import sc.fiji.imagetomask.threads.Together;

/** Cuts rows of a slice into the strips or tiles of a TIFF, in their order, and keeps where they are. */
final class TiffMaskBlocks implements RowTarget.Rows {

    /** The usual length of a strip. */
    private static final int STRIP_BYTES = 1 << 18;

    /** More bytes than a directory needs besides its blocks, with the clip range of its slice in the record. */
    private static final int DIRECTORY_BYTES = 450;

    /** Deflate adds less than one byte for this number of bytes that it cannot make smaller. */
    private static final int LARGER = 1 << 10;

    private static final int BLOCKS_PER_THREAD = 2;

    /** More bytes than the record needs without that, and ImageJ's description. */
    private static final int RECORD_BYTES = 1 << 17;

    private final MaskShape shape;
    private final Effort effort;
    private final ImageOutputStream stream;
    private final int blockRows;
    private final int across;
    private long[] places;
    private long[] lengths;
    private byte[] rows;
    private int kept;
    private int block;
    /** Blocks that several threads deflate together. */
    private final List<byte[]> waiting = new ArrayList<>();

    /**
     * Of one slice, from where the stream stands.
     *
     * @param effort to make blocks small; null: they are not compressed
     */
    TiffMaskBlocks(MaskShape shape, Effort effort, ImageOutputStream stream) {
        this.shape = shape;
        this.effort = effort;
        this.stream = stream;
        blockRows = blockRows(shape);
        across = across(shape);
    }

    /** The most that a file of these needs. */
    static long fileBytes(MaskShape shape, Effort effort) {
        long bytes = count(shape) * (2L * Long.BYTES) + DIRECTORY_BYTES;
        long values = shape.tile() > 0
                ? (long) count(shape) * shape.tile() * shape.tile()
                : (long) shape.width() * shape.height();
        long most = values * shape.valueBytes() + (effort == null ? 0 : values * shape.valueBytes() / LARGER);
        return RECORD_BYTES + shape.slices() * (bytes + most);
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
        writeWaiting();
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
        if (effort == null) {
            store(bytes, length);
            return;
        }
        waiting.add(Arrays.copyOf(bytes, length));
        if (waiting.size() >= BLOCKS_PER_THREAD * Together.threads()) writeWaiting();
    }

    private void writeWaiting() throws IOException {
        DeflatedBytes[] deflated = new DeflatedBytes[waiting.size()];
        List<Integer> all = IntStream.range(0, deflated.length).boxed().toList();
        Together.forEach(all, i -> deflated[i] = deflated(waiting.get(i)));
        for (DeflatedBytes bytes : deflated) store(bytes.array(), bytes.length());
        waiting.clear();
    }

    private DeflatedBytes deflated(byte[] bytes) {
        if (hasDifferences(shape))
            TiffPredictor.differences(bytes, shape.tile() > 0 ? blockRows : (int) shape.rowBytes());
        return ZlibBlock.of(bytes, effort);
    }

    /** Whether deflated values are stored as their differences: ImageJ does not read those of floating point. */
    static boolean hasDifferences(MaskShape shape) {
        return !shape.isFloat();
    }

    private void store(byte[] bytes, int length) throws IOException {
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
