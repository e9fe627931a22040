package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.stream.ImageInputStream;

/**
 * A part of a TIFF or BigTIFF slice as a small plain TIFF of its own: the fields that decoders need, and the part's blocks
 * as they are stored.
 *
 * <p>Design decision: so any reader of whole pictures reads a large one part by part, and each block once; of the readers
 * that are here one decodes a region block by block but for floating point, and the other reads no BigTIFF.
 */
final class TiffWindow {

    private static final List<Integer> KEPT =
            List.of(258, 259, 262, 266, 277, 284, 292, 293, 317, 320, 338, 339, 347, 529, 530, 531, 532);
    private static final List<Integer> HOW_BYTES_ARE_STORED = List.of(256, 257, 259, 266);
    private static final int MOST = Integer.MAX_VALUE - 8;
    private static final short ASCII_OF_II = 0x4949;
    private static final int LAST_OF_PLAIN = 12;
    private static final int HEADER = 8;
    private static final int ENTRY = 12;

    private record Value(int type, int count, byte[] bytes) {}

    private final ImageInputStream stream;
    private final TiffBlocks blocks;
    private final TiffBlocks.Part part;
    private final Map<Integer, Value> values = new TreeMap<>();

    private TiffWindow(ImageInputStream stream, TiffBlocks blocks, TiffBlocks.Part part) throws IOException {
        this.stream = stream;
        this.blocks = blocks;
        this.part = part;
        TiffDirectory fields = blocks.directory();
        for (int tag : KEPT)
            if (fields.has(tag)) {
                TiffDirectory.Field field = fields.field(tag);
                int count = (int) field.count();
                if (field.type() > LAST_OF_PLAIN) longs(tag, fields.numbers(tag, 0, count));
                else values.put(tag, new Value(field.type(), count, fields.bytes(tag)));
            }
        longs(256, part.width());
        longs(257, part.height());
    }

    /**
     * The bytes of the small TIFF.
     *
     * @param stream of the file, with its byte order
     * @param colours the PhotometricInterpretation that is wanted; another one is no longer told, nor a colour table
     */
    static byte[] of(ImageInputStream stream, TiffBlocks blocks, TiffBlocks.Part part, int colours) throws IOException {
        TiffWindow window = new TiffWindow(stream, blocks, part);
        if (blocks.directory().number(262, colours) != colours) {
            window.longs(262, colours);
            window.values.remove(320);
        }
        return blocks.rowBytes() > 0 ? window.ofRows() : window.ofBlocks();
    }

    /**
     * Some blocks of it, one below the other, as a grey picture whose values are the bytes that they are decoded to.
     *
     * @param ranges of the blocks
     * @param rowBytes that a row of each has
     * @param rows that each has
     */
    static byte[] bytes(
            ImageInputStream stream, TiffBlocks blocks, List<TiffBlocks.Range> ranges, int rowBytes, int rows)
            throws IOException {
        int height = (int) Math.min(Integer.MAX_VALUE, (long) rows * ranges.size());
        TiffWindow window = new TiffWindow(stream, blocks, new TiffBlocks.Part(0, 0, rowBytes, height));
        window.values.keySet().retainAll(HOW_BYTES_ARE_STORED);
        window.longs(258, 8);
        window.longs(262, 1);
        window.longs(278, rows);
        long[] lengths = ranges.stream().mapToLong(TiffBlocks.Range::bytes).toArray();
        return window.of(273, 279, lengths, ranges);
    }

    /** One without any pixels, for what its fields say. */
    static byte[] empty(ImageInputStream stream, TiffBlocks blocks) throws IOException {
        TiffBlocks.Part all = new TiffBlocks.Part(0, 0, blocks.width(), blocks.height());
        TiffWindow window = new TiffWindow(stream, blocks, all);
        window.longs(278, blocks.height());
        return window.of(273, 279, new long[1], List.of());
    }

    private byte[] ofRows() throws IOException {
        List<TiffBlocks.Range> all = new ArrayList<>();
        List<List<TiffBlocks.Range>> planes = blocks.rows(part);
        long[] lengths = new long[planes.size()];
        for (int i = 0; i < lengths.length; i++) {
            all.addAll(planes.get(i));
            lengths[i] = part.height() * blocks.rowBytes();
        }
        longs(278, part.height());
        return of(273, 279, lengths, all);
    }

    private byte[] ofBlocks() throws IOException {
        List<TiffBlocks.Range> all = blocks.blocks(part);
        long[] lengths = all.stream().mapToLong(TiffBlocks.Range::bytes).toArray();
        if (!blocks.tiled()) {
            longs(278, blocks.blockHeight());
            return of(273, 279, lengths, all);
        }
        longs(322, blocks.blockWidth());
        longs(323, blocks.blockHeight());
        return of(324, 325, lengths, all);
    }

    private byte[] of(int offsetsTag, int lengthsTag, long[] lengths, List<TiffBlocks.Range> ranges)
            throws IOException {
        longs(offsetsTag, lengths);
        longs(lengthsTag, lengths);
        long start = HEADER + Short.BYTES + (long) values.size() * ENTRY + Integer.BYTES;
        for (Value value : values.values()) start += spare(value);
        long[] places = new long[lengths.length];
        long end = start;
        for (int i = 0; i < places.length; i++) {
            places[i] = end;
            end += lengths[i];
            if (end > MOST) throw new IOException("one of its strips or tiles has more than " + MOST + " bytes");
        }
        longs(offsetsTag, places);
        ByteBuffer out = ByteBuffer.wrap(new byte[(int) end]).order(stream.getByteOrder());
        write(out);
        int at = (int) start;
        for (TiffBlocks.Range range : ranges) {
            stream.seek(range.place());
            stream.readFully(out.array(), at, (int) range.bytes());
            at += (int) range.bytes();
        }
        return out.array();
    }

    private void write(ByteBuffer out) {
        boolean little = out.order() == ByteOrder.LITTLE_ENDIAN;
        out.putShort(little ? ASCII_OF_II : 0x4d4d).putShort((short) 42).putInt(HEADER);
        out.putShort((short) values.size());
        int spare = out.position() + values.size() * ENTRY + Integer.BYTES;
        for (Map.Entry<Integer, Value> entry : values.entrySet()) {
            Value value = entry.getValue();
            out.putShort(entry.getKey().shortValue())
                    .putShort((short) value.type)
                    .putInt(value.count);
            int next = out.position() + Integer.BYTES;
            if (spare(value) == 0) out.put(value.bytes);
            else {
                out.putInt(spare);
                System.arraycopy(value.bytes, 0, out.array(), spare, value.bytes.length);
                spare += spare(value);
            }
            out.position(next);
        }
    }

    private static int spare(Value value) {
        return value.bytes.length <= Integer.BYTES ? 0 : value.bytes.length + (value.bytes.length & 1);
    }

    private void longs(int tag, long... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * numbers.length).order(stream.getByteOrder());
        for (long number : numbers) bytes.putInt((int) number);
        values.put(tag, new Value(4, numbers.length, bytes.array()));
    }
}
