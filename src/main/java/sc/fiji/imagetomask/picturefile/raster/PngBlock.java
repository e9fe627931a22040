package sc.fiji.imagetomask.picturefile.raster;

import java.util.Arrays;
import java.util.List;
import sc.fiji.imagetomask.picturefile.deflate.Adler;
import sc.fiji.imagetomask.picturefile.deflate.DeflateMethod;
import sc.fiji.imagetomask.picturefile.deflate.DeflatedBytes;
import sc.fiji.imagetomask.picturefile.deflate.Effort;
import sc.fiji.imagetomask.picturefile.deflate.Repeats;
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
     * A sample that becomes smaller by this factor is of a flat block. If a search for repeats is the smallest, all rows
     * are tried, because repeats may be far apart. What this gives is taken: to deflate once more with the bytes before
     * would save little, because there is hardly anything to repeat.
     */
    private static final int FLAT = 20;

    /** How many pieces of neighbouring rows the sample consists of. */
    private static final int PIECES = 3;

    /** The rows by one method. */
    private static final class Trial {

        private final DeflatedBytes deflated = new DeflatedBytes();
        private byte[] filtered = NOTHING;
        private PngMethod method;
    }

    private final int width;
    private final Effort effort;
    private Trial chosen = new Trial();
    private Trial next = new Trial();
    private int length;
    private boolean isDeflated;

    PngBlock(int width, Effort effort) {
        this.width = width;
        this.effort = effort;
    }

    /**
     * Filters that many rows from there on; the row above them must be there, too.
     *
     * @param isFirst whether there are no rows before
     * @param isLast whether there are no more rows
     */
    void filter(byte[] rows, int at, int count, boolean isFirst, boolean isLast) {
        length = Math.multiplyExact(count, width + 1);
        int sampled = Math.max(SMALLEST_SAMPLE, length / SAMPLED) / (width + 1) / PIECES + 1;
        List<PngMethod> methods = PngMethod.of(effort);
        boolean isFlat = false;
        isDeflated = false;
        if (!effort.triesAll() && PIECES * sampled <= count / 2) {
            Effort.Tried<PngMethod> best = effort.best(methods, method -> size(method, rows, at, count, sampled));
            isFlat = (long) best.bytes() * FLAT < (long) PIECES * sampled * width;
            if (!isFlat || !best.method().deflating().usesRepeats()) {
                filter(chosen, best.method(), rows, at, count, 0);
                return;
            }
        }
        effort.best(methods, method -> all(method, rows, at, count, isFirst, isLast), this::choose);
        isDeflated = isFirst || isFlat;
    }

    private void choose() {
        Trial before = chosen;
        chosen = next;
        next = before;
    }

    private void filter(Trial trial, PngMethod by, byte[] rows, int at, int count, int to) {
        trial.method = by;
        if (trial.filtered.length < length) trial.filtered = new byte[length];
        int[] filters = by.filters().stream().mapToInt(filter -> filter).toArray();
        for (int y = 0; y < count; y++)
            PngFilter.filter(filters, rows, at + y * width, width, trial.filtered, to + y * (width + 1));
    }

    /** How many bytes all rows become, without the bytes before them. */
    private int all(PngMethod by, byte[] rows, int at, int count, boolean isFirst, boolean isLast) {
        filter(next, by, rows, at, count, 0);
        next.deflated.clear();
        if (isFirst) next.deflated.add(ZlibBlock.start());
        next.deflated.deflate(next.filtered, 0, length, NOTHING, by.deflating(), isLast);
        return next.deflated.length();
    }

    /** How many bytes a sample of pieces of that many rows becomes; too many, if it needs repeats and there are none. */
    private int size(PngMethod by, byte[] rows, int at, int count, int piece) {
        for (int i = 0; i < PIECES; i++) {
            int top = (count - piece) * (2 * i + 1) / (2 * PIECES);
            filter(next, by, rows, at + top * width, piece, i * piece * (width + 1));
        }
        int sampled = PIECES * piece * (width + 1);
        if (by.deflating().usesRepeats() && !Repeats.pay(next.filtered, sampled)) return Integer.MAX_VALUE;
        next.deflated.clear();
        next.deflated.deflate(next.filtered, 0, sampled, NOTHING, by.deflating(), true);
        return next.deflated.length();
    }

    /**
     * Deflates the filtered rows, if they are not yet.
     *
     * @param before bytes at the end of the block before; none: this is the first block
     * @param isLast whether there are no more rows
     */
    void deflate(byte[] before, boolean isLast) {
        if (isDeflated) return;
        DeflatedBytes deflated = chosen.deflated;
        deflated.clear();
        if (before.length == 0) deflated.add(ZlibBlock.start());
        deflated.deflate(chosen.filtered, 0, length, before, chosen.method.deflating(), isLast);
    }

    /** The filtered bytes that the next block may refer to. */
    byte[] end() {
        return Arrays.copyOfRange(chosen.filtered, Math.max(0, length - DeflateMethod.WINDOW), length);
    }

    DeflatedBytes deflated() {
        return chosen.deflated;
    }

    /** The Adler-32 sum with the filtered rows, from that of the blocks before. */
    int sum(int before) {
        return Adler.of(before, Adler.of(chosen.filtered, 0, length), length);
    }
}
