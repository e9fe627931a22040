package sc.fiji.imagetomask.picturefile.raster;

import java.util.Arrays;
import java.util.List;
import sc.fiji.imagetomask.picturefile.deflate.Adler;
import sc.fiji.imagetomask.picturefile.deflate.DeflateMethod;
import sc.fiji.imagetomask.picturefile.deflate.DeflatedBytes;
import sc.fiji.imagetomask.picturefile.deflate.Effort;
import sc.fiji.imagetomask.picturefile.deflate.ZlibBlock;

/**
 * Some rows of a PNG: filtered and deflated by the method that makes a sample of them small. Blocks need nothing of each
 * other but the filtered bytes at the end of the block before.
 */
final class PngBlock {

    private static final byte[] NOTHING = {};

    /** The sample is this part of a block. */
    private static final int SAMPLED = 20;

    /** A sample of fewer bytes says little; of blocks that are not much larger, all rows are tried. */
    private static final int SMALLEST_SAMPLE = 1 << 12;

    /**
     * A sample that becomes smaller by this factor is of a flat block. Huffman's codes have at least a bit for each byte,
     * so that the others are enough, and all rows are tried with them: that is fast.
     */
    private static final int FLAT = 20;

    /** How many pieces of neighbouring rows the sample consists of. */
    private static final int PIECES = 3;

    private final int width;
    private final Effort effort;
    private final DeflatedBytes deflated = new DeflatedBytes();
    private byte[] filtered = NOTHING;
    private int length;
    private DeflateMethod method;

    PngBlock(int width, Effort effort) {
        this.width = width;
        this.effort = effort;
    }

    /** Filters that many rows from there on; the row above them must be there, too. */
    void filter(byte[] rows, int at, int count) {
        length = Math.multiplyExact(count, width + 1);
        if (filtered.length < length) filtered = new byte[length];
        PngMethod best = best(rows, at, count);
        filter(best, rows, at, count, 0);
        method = best.deflating();
    }

    private void filter(PngMethod by, byte[] rows, int at, int count, int to) {
        int[] filters = by.filters().stream().mapToInt(filter -> filter).toArray();
        for (int y = 0; y < count; y++)
            PngFilter.filter(filters, rows, at + y * width, width, filtered, to + y * (width + 1));
    }

    private PngMethod best(byte[] rows, int at, int count) {
        List<PngMethod> methods = PngMethod.of(effort);
        int sampled = Math.max(SMALLEST_SAMPLE, length / SAMPLED) / (width + 1) / PIECES + 1;
        if (!effort.triesAll() && PIECES * sampled <= count / 2) {
            Effort.Tried<PngMethod> best = effort.best(methods, method -> size(method, rows, at, count, sampled));
            boolean isFlat = (long) best.bytes() * FLAT < (long) PIECES * sampled * width;
            if (!isFlat) return best.method();
            methods = methods.stream()
                    .filter(method -> method.deflating().usesRepeats())
                    .toList();
        }
        return effort.best(methods, method -> size(method, rows, at, count, count))
                .method();
    }

    /** How many bytes a sample of pieces of that many rows becomes. */
    private int size(PngMethod by, byte[] rows, int at, int count, int piece) {
        int pieces = piece == count ? 1 : PIECES;
        for (int i = 0; i < pieces; i++) {
            int top = (count - piece) * (2 * i + 1) / (2 * pieces);
            filter(by, rows, at + top * width, piece, i * piece * (width + 1));
        }
        deflated.clear();
        deflated.deflate(filtered, 0, pieces * piece * (width + 1), NOTHING, by.deflating(), true);
        return deflated.length();
    }

    /**
     * Deflates the filtered rows.
     *
     * @param before bytes at the end of the block before; none: this is the first block
     * @param isLast whether there are no more rows
     */
    void deflate(byte[] before, boolean isLast) {
        deflated.clear();
        if (before.length == 0) deflated.add(ZlibBlock.start());
        deflated.deflate(filtered, 0, length, before, method, isLast);
    }

    /** The filtered bytes that the next block may refer to. */
    byte[] end() {
        return Arrays.copyOfRange(filtered, Math.max(0, length - DeflateMethod.WINDOW), length);
    }

    DeflatedBytes deflated() {
        return deflated;
    }

    /** The Adler-32 sum with the filtered rows, from that of the blocks before. */
    int sum(int before) {
        return Adler.of(before, Adler.of(filtered, 0, length), length);
    }
}
