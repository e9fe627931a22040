package sc.fiji.imagetomask.engine.jvm;

import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.threads.ParallelRanges;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Tone;
import sc.fiji.imagetomask.tone.ToneTable;

/** A channel plane of 8-bit pixels on the heap; its histogram is counted while it is filled, block by block, from the cache. */
final class JavaPlane implements ChannelPlane {

    private final byte[] values;
    private final Histogram histogram;

    private JavaPlane(byte[] values, Histogram histogram) {
        this.values = values;
        this.histogram = histogram;
    }

    static JavaPlane of(Pixels.EightBit pixels, Channel channel) {
        byte[] values = new byte[pixels.length()];
        Counts counts = new Counts();
        ParallelRanges.forEach(values.length, (start, end) -> {
            ChannelBlock block = new ChannelBlock(channel);
            Counts.Local local = counts.local();
            for (int at = start; at < end; at += ChannelBlock.SIZE) {
                int n = Math.min(ChannelBlock.SIZE, end - at);
                pixels.pack(at, n, block.argb());
                local.store(block.values(n), n, values, at);
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
    public Histogram histogram(MaskSpan inside) {
        ByteSpan bytes = ByteSpan.of(inside);
        Counts counts = new Counts();
        ParallelRanges.forEach(values.length, (start, end) -> {
            Counts.Local local = counts.local();
            local.countInside(values, start, end, bytes);
            local.add();
        });
        return counts.histogram();
    }

    @Override
    public void apply(Tone tone, MaskSpan mask, MaskSpan out) {
        byte[] entries = tone.table().toArray();
        ByteSpan factors = mask == null ? null : ByteSpan.of(mask);
        ByteSpan bytes = out instanceof ByteSpan run ? run : ByteSpan.allocate(out.length());
        ParallelRanges.forEach(values.length, (start, end) -> {
            if (mask == null) plain(entries, bytes, start, end);
            else masked(entries, factors, bytes, start, end);
        });
        if (bytes != out) for (int i = 0; i < out.length(); i++) out.set(i, bytes.get(i));
    }

    private void plain(byte[] table, ByteSpan out, int start, int end) {
        byte[] target = out.array();
        int to = out.offset();
        for (int i = start; i < end; i++) target[to + i] = table[values[i] & 255];
    }

    private void masked(byte[] table, ByteSpan mask, ByteSpan out, int start, int end) {
        byte[] target = out.array();
        int to = out.offset();
        byte[] factors = mask.array();
        int from = mask.offset();
        for (int i = start; i < end; i++)
            target[to + i] = (byte) ToneTable.masked(table[values[i] & 255] & 255, factors[from + i] & 255);
    }

    @Override
    public void close() {}
}
