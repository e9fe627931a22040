package sc.fiji.imagetomask.engine.jvm;

import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.memory.ArrayPool;
import sc.fiji.imagetomask.threads.ParallelRanges;
import sc.fiji.imagetomask.threads.Workers;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Tone;
import sc.fiji.imagetomask.tone.ToneTable;

/**
 * A channel plane of 8-bit pixels on the heap. Where the channel has to be computed, its histogram is counted while the plane
 * is filled, piece by piece, from the cache.
 */
final class JavaPlane implements ChannelPlane {

    private final StoredBytes stored;
    private final Runnable release;
    private Histogram histogram;
    private boolean closed;

    /**
     * @param histogram null: it is counted when it is asked for
     * @param release frees the memory
     */
    private JavaPlane(StoredBytes stored, Histogram histogram, Runnable release) {
        this.stored = stored;
        this.histogram = histogram;
        this.release = release;
    }

    static JavaPlane of(Pixels.EightBit pixels, ChannelFormula formula) {
        StoredBytes inPicture = StoredBytes.in(pixels, formula);
        return inPicture == null ? computed(pixels, formula) : new JavaPlane(inPicture, null, () -> {});
    }

    private static JavaPlane computed(Pixels.EightBit pixels, ChannelFormula formula) {
        byte[] values = ArrayPool.take(byte[].class, pixels.length());
        try (KnownColours known = KnownColours.of(formula, values.length)) {
            Workers<Worker> workers =
                    new Workers<>(() -> new Worker(ChannelBytes.of(pixels, formula, known), new Counts()));
            ParallelRanges.forEach(
                    values.length, (start, end) -> workers.use(worker -> worker.fill(values, start, end)));
            Histogram histogram =
                    Counts.sum(workers.all().stream().map(Worker::counts).toList());
            return pooled(values, histogram);
        }
    }

    /** Of computed values in an array of the {@link ArrayPool}. */
    static JavaPlane pooled(byte[] values, Histogram histogram) {
        return new JavaPlane(StoredBytes.of(values), histogram, () -> ArrayPool.give(values));
    }

    private record Worker(ChannelBytes source, Counts counts) {

        void fill(byte[] values, int start, int end) {
            for (int at = start; at < end; at += ChannelBytes.MOST)
                source.fill(at, Math.min(ChannelBytes.MOST, end - at), values, counts);
        }
    }

    @Override
    public int length() {
        return stored.bytes().length();
    }

    @Override
    public synchronized Histogram histogram() {
        if (histogram == null) {
            ByteSpan bytes = stored.bytes();
            histogram = count(
                    (counts, start, end) -> counts.count(bytes.array(), bytes.offset() + start, bytes.offset() + end));
        }
        return histogram;
    }

    @Override
    public Histogram histogram(MaskSpan inside) {
        ByteSpan mask = ByteSpan.of(inside);
        return count((counts, start, end) -> counts.countInside(stored.bytes(), mask, start, end));
    }

    private Histogram count(Counts.Part part) {
        return stored.histogram(Counts.of(length(), part));
    }

    @Override
    public void apply(Tone tone, MaskSpan mask, MaskSpan out) {
        byte[] table = stored.table(tone.table());
        ByteSpan factors = mask == null ? null : ByteSpan.of(mask);
        ByteSpan bytes = out instanceof ByteSpan run ? run : ByteSpan.allocate(out.length());
        ParallelRanges.forEach(
                length(),
                (start, end) -> Pieces.forEach(start, end, (from, to) -> {
                    if (mask == null) plain(table, bytes, from, to);
                    else masked(table, factors, bytes, from, to);
                    if (bytes != out) for (int i = from; i < to; i++) out.set(i, bytes.get(i));
                }));
    }

    private void plain(byte[] table, ByteSpan out, int start, int end) {
        byte[] source = stored.bytes().array();
        int from = stored.bytes().offset();
        byte[] target = out.array();
        int to = out.offset();
        for (int i = start; i < end; i++) target[to + i] = table[source[from + i] & 255];
    }

    private void masked(byte[] table, ByteSpan mask, ByteSpan out, int start, int end) {
        byte[] source = stored.bytes().array();
        int from = stored.bytes().offset();
        byte[] target = out.array();
        int to = out.offset();
        byte[] factors = mask.array();
        int factor = mask.offset();
        for (int i = start; i < end; i++)
            target[to + i] = (byte) ToneTable.masked(table[source[from + i] & 255] & 255, factors[factor + i] & 255);
    }

    @Override
    public ByteSpan stored() {
        return stored.bytes();
    }

    @Override
    public ChannelPlane movedTo(MaskSpan place) {
        return new JavaPlane(new StoredBytes((ByteSpan) place, stored.values()), histogram(), () -> {});
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) return;
            closed = true;
        }
        release.run();
    }
}
