package sc.fiji.imagetomask.engine.jvm;

import java.util.concurrent.atomic.AtomicIntegerArray;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.ByteRun;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.ToneTable;

/** A channel plane on the heap; its histogram is counted while it is filled, block by block, from the cache. */
final class JavaPlane implements ChannelPlane {

    private static final int BLOCK = 4096;

    private final byte[] values;
    private final Histogram histogram;

    private JavaPlane(byte[] values, Histogram histogram) {
        this.values = values;
        this.histogram = histogram;
    }

    static JavaPlane of(Pixels pixels, Channel channel) {
        byte[] values = new byte[pixels.length()];
        Counts counts = new Counts();
        Ranges.forEach(values.length, (start, end) -> {
            int[] packed = null;
            int[] block = new int[BLOCK];
            Counts.Local local = counts.local();
            for (int at = start; at < end; at += BLOCK) {
                int n = Math.min(BLOCK, end - at);
                if (pixels instanceof Pixels.Packed argb && (argb.hasAlpha() || channel != Channel.ALPHA)) {
                    ChannelLoops.fill(channel, argb.data(), argb.offset() + at, n, block);
                } else {
                    if (packed == null) packed = new int[BLOCK];
                    pixels.pack(at, n, packed);
                    ChannelLoops.fill(channel, packed, 0, n, block);
                }
                local.store(block, n, values, at);
            }
            local.add();
        });
        return new JavaPlane(values, counts.histogram());
    }

    @Override
    public int length() {
        return values.length;
    }

    @Override
    public Histogram histogram() {
        return histogram;
    }

    @Override
    public Histogram histogram(ByteRun inside) {
        Counts counts = new Counts();
        Ranges.forEach(values.length, (start, end) -> {
            Counts.Local local = counts.local();
            local.countInside(values, start, end, inside);
            local.add();
        });
        return counts.histogram();
    }

    @Override
    public void apply(ToneTable table, ByteRun mask, ByteRun out) {
        byte[] entries = table.toArray();
        Ranges.forEach(values.length, (start, end) -> {
            if (mask == null) plain(entries, out, start, end);
            else masked(entries, mask, out, start, end);
        });
    }

    private void plain(byte[] table, ByteRun out, int start, int end) {
        byte[] target = out.array();
        int to = out.offset();
        for (int i = start; i < end; i++) target[to + i] = table[values[i] & 255];
    }

    private void masked(byte[] table, ByteRun mask, ByteRun out, int start, int end) {
        byte[] target = out.array();
        int to = out.offset();
        byte[] factors = mask.array();
        int from = mask.offset();
        for (int i = start; i < end; i++)
            target[to + i] = (byte) ToneTable.masked(table[values[i] & 255] & 255, factors[from + i] & 255);
    }

    @Override
    public void close() {}

    /** Counts of several threads, each with counters of its own, added up once per thread. */
    private static final class Counts {

        private final AtomicIntegerArray sum = new AtomicIntegerArray(Histogram.BINS);

        Local local() {
            return new Local();
        }

        Histogram histogram() {
            int[] counts = new int[Histogram.BINS];
            for (int i = 0; i < counts.length; i++) counts[i] = sum.get(i);
            return Histogram.of(counts);
        }

        /** Two sets of counters, so that equal neighbours do not wait for each other. */
        final class Local {

            private final int[] even = new int[Histogram.BINS];
            private final int[] odd = new int[Histogram.BINS];

            /** Writes n values as bytes and counts them. */
            void store(int[] block, int n, byte[] values, int at) {
                int i = 0;
                for (; i < n - 1; i += 2) {
                    int a = block[i] & 255;
                    int b = block[i + 1] & 255;
                    values[at + i] = (byte) a;
                    values[at + i + 1] = (byte) b;
                    even[a]++;
                    odd[b]++;
                }
                if (i < n) {
                    values[at + i] = (byte) block[i];
                    even[block[i] & 255]++;
                }
            }

            void countInside(byte[] values, int start, int end, ByteRun inside) {
                for (int i = start; i < end; i++) even[values[i] & 255] += inside.get(i) >> 7;
            }

            void add() {
                for (int i = 0; i < Histogram.BINS; i++) sum.addAndGet(i, even[i] + odd[i]);
            }
        }
    }
}
