package sc.fiji.imagetomask.picturefile.raster;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.picturefile.RowTarget;
import sc.fiji.imagetomask.picturefile.deflate.Adler;
import sc.fiji.imagetomask.picturefile.deflate.DeflatedBytes;
import sc.fiji.imagetomask.picturefile.deflate.Effort;
import sc.fiji.imagetomask.picturefile.deflate.ZlibBlock;
import sc.fiji.imagetomask.threads.Together;

/**
 * The pixels of a PNG as one zlib stream. Rows are collected until there are blocks for all threads, and these are then
 * filtered and deflated together. What a block holds does not depend on the number of threads, nor do the bytes.
 */
final class PngRows implements RowTarget.Rows {

    /** About how many bytes a block has. */
    private static final int BLOCK_BYTES = 1 << 19;

    /** Some more blocks than threads, so that none waits long for the slowest. */
    private static final int BLOCKS_PER_THREAD = 2;

    /** Takes the parts of the stream. */
    interface Parts {
        void write(byte[] bytes, int length) throws IOException;
    }

    private final int width;
    private final Parts parts;
    private final int blockRows;
    private final List<PngBlock> blocks;
    /** The row above, and the rows that came after it. */
    private final byte[] rows;

    private int filled;
    private int missing;
    private byte[] before = {};
    private int sum = Adler.START;

    PngRows(int width, int height, Effort effort, Parts parts) {
        this.width = width;
        this.parts = parts;
        blockRows = Math.min(height, Math.max(1, BLOCK_BYTES / (width + 1)));
        int most = (int) Math.min(height, (long) blockRows * BLOCKS_PER_THREAD * Together.threads());
        int bytes = Math.multiplyExact(blockRows, width);
        int atOnce = Math.max(1, Math.min((most - 1) / blockRows + 1, (Integer.MAX_VALUE - 8) / bytes - 1));
        blocks = IntStream.range(0, bytes > BLOCK_BYTES ? 1 : atOnce)
                .mapToObj(i -> new PngBlock(width, effort))
                .toList();
        rows = new byte[Math.addExact(width, Math.multiplyExact(blocks.size(), bytes))];
        filled = width;
        missing = height;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        for (int at = 0; at < bytes.length; ) {
            int n = Math.min(rows.length - filled, bytes.length - at);
            System.arraycopy(bytes, at, rows, filled, n);
            filled += n;
            at += n;
            if (filled == rows.length || filled / width - 1 == missing) writeBlocks();
        }
    }

    private boolean isLast(int i, List<Integer> used) {
        return missing == 0 && i == used.size() - 1;
    }

    private void writeBlocks() throws IOException {
        int count = filled / width - 1;
        missing -= count;
        List<Integer> used =
                IntStream.range(0, (count - 1) / blockRows + 1).boxed().toList();
        Together.forEach(used, i -> {
            int first = i * blockRows;
            boolean isFirst = i == 0 && before.length == 0;
            blocks.get(i)
                    .filter(rows, width * (1 + first), Math.min(blockRows, count - first), isFirst, isLast(i, used));
        });
        Together.forEach(used, i -> {
            byte[] end = i == 0 ? before : blocks.get(i - 1).end();
            blocks.get(i).deflate(end, isLast(i, used));
        });
        PngBlock last = blocks.get(used.size() - 1);
        for (int i : used) sum = blocks.get(i).sum(sum);
        if (missing == 0) last.deflated().add(ZlibBlock.end(sum));
        for (int i : used) {
            DeflatedBytes deflated = blocks.get(i).deflated();
            parts.write(deflated.array(), deflated.length());
        }
        before = last.end();
        System.arraycopy(rows, count * width, rows, 0, width);
        filled = width;
    }
}
