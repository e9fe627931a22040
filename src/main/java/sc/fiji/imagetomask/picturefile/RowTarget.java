package sc.fiji.imagetomask.picturefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import sc.fiji.imagetomask.MaskTarget;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.files.Sentence;
import sc.fiji.imagetomask.memory.ArrayPool;

/** Joins the tiles of one slice of a mask to whole rows, whose bytes are then written in their order. */
public final class RowTarget implements MaskTarget {

    /** Takes bytes of whole rows, and floats, with the lowest byte first, in pieces of any length. The array may be used again. */
    public interface Rows {
        void write(byte[] bytes) throws IOException;
    }

    /** The number of values that become bytes at once. */
    private static final int FLOATS = 1 << 16;

    private final MaskShape shape;
    private final Path place;
    private final Rows rows;
    private byte[] across;
    private long nextX;
    private long nextY;

    /** @param place of the file at last, for errors */
    public RowTarget(MaskShape shape, Path place, Rows rows) {
        this.shape = shape;
        this.place = place;
        this.rows = rows;
    }

    @Override
    public MaskSpan open(Tile tile) {
        return shape.isFloat()
                ? MaskSpan.Floats.allocate(tile.pixels())
                : ByteSpan.of(ArrayPool.take(byte[].class, tile.pixels()));
    }

    @Override
    public void written(Tile tile, MaskSpan values) {
        if (tile.x() != nextX || tile.y() != nextY)
            throw new IllegalStateException(tile + " came, but " + nextX + ", " + nextY + " was next.");
        nextX = (nextX + tile.width()) % shape.width();
        if (nextX == 0) nextY += tile.height();
        try {
            if (tile.width() < shape.width()) add(tile, bytes(values));
            else if (values instanceof ByteSpan) rows.write(bytes(values));
            else
                for (int at = 0; at < values.length(); at += FLOATS)
                    rows.write(bytes(values.part(at, Math.min(FLOATS, values.length() - at))));
        } catch (IOException e) {
            throw new UncheckedIOException(Sentence.unwritable(place, e));
        }
        if (values instanceof ByteSpan run) ArrayPool.give(run.array());
    }

    private void add(Tile tile, byte[] bytes) throws IOException {
        int rowBytes = Math.toIntExact(shape.rowBytes());
        int tileBytes = tile.width() * shape.valueBytes();
        if (tile.x() == 0) across = new byte[Math.multiplyExact(rowBytes, tile.height())];
        int left = (int) tile.x() * shape.valueBytes();
        for (int y = 0; y < tile.height(); y++)
            System.arraycopy(bytes, y * tileBytes, across, y * rowBytes + left, tileBytes);
        if (nextX == 0) rows.write(across);
    }

    private static byte[] bytes(MaskSpan values) {
        if (values instanceof ByteSpan run) return run.array();
        MaskSpan.Floats floats = (MaskSpan.Floats) values;
        byte[] bytes = new byte[Math.multiplyExact(floats.length(), Float.BYTES)];
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .put(floats.array(), floats.offset(), floats.length());
        return bytes;
    }
}
