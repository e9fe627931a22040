package sc.fiji.imagetomask.engine.jvm;

import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.threads.ParallelRanges;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Tone;

/** A channel plane of grey 16-bit pixels: they stay where they are, and a table tells what each of their values becomes. */
final class JavaGreyPlane implements ChannelPlane {

    private final short[] pixels;
    private final int offset;
    private final int length;
    private final GreyLevels levels;
    private Histogram histogram;

    private JavaGreyPlane(short[] pixels, int offset, int length, GreyLevels levels) {
        this.pixels = pixels;
        this.offset = offset;
        this.length = length;
        this.levels = levels;
    }

    /** Of these pixels; null if they are not grey, not of 16 bits, or fewer than the entries of a table. */
    static JavaGreyPlane of(Pixels.HighBitDepth pixels, ChannelFormula formula) {
        boolean isGrey = pixels.channels().length < 3 && formula.channel() != Channel.ALPHA;
        return isGrey && pixels.length() >= GreyLevels.COUNT && pixels.channels()[0] instanceof Samples.Shorts grey
                ? new JavaGreyPlane(grey.data(), pixels.offset(), pixels.length(), GreyLevels.of(grey.range(), formula))
                : null;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public synchronized Histogram histogram() {
        if (histogram == null) histogram = count(null);
        return histogram;
    }

    @Override
    public Histogram histogram(MaskSpan inside) {
        return count(inside);
    }

    private Histogram count(MaskSpan inside) {
        byte[] bins = levels.bins();
        return Counts.of(length, (counts, start, end) -> {
            if (inside == null) counts.count(pixels, bins, offset + start, offset + end);
            else
                for (int i = start; i < end; i++)
                    if (inside.fraction(i) >= 128f / 255) counts.count(bins[level(i)] & 255);
        });
    }

    private int level(int i) {
        return pixels[offset + i] & 0xffff;
    }

    @Override
    public void apply(Tone tone, MaskSpan mask, MaskSpan out) {
        GreyLevels.Toned toned = levels.toned(tone);
        if (mask == null && out instanceof ByteSpan bytes)
            ParallelRanges.forEach(
                    length,
                    (start, end) -> Pieces.forEach(
                            start, end, (from, to) -> lookUp(toned.bytes().array(), bytes, from, to)));
        else
            ParallelRanges.forEach(length, (start, end) -> {
                double[] tones = toned.values();
                for (int i = start; i < end; i++)
                    out.set(i, mask == null ? tones[level(i)] : tones[level(i)] * mask.fraction(i));
            });
    }

    private void lookUp(byte[] table, ByteSpan out, int start, int end) {
        byte[] target = out.array();
        int to = out.offset();
        for (int i = start; i < end; i++) target[to + i] = table[level(i)];
    }

    @Override
    public void close() {}
}
