package sc.fiji.imagetomask.engine.jvm;

import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.Pixels;

/** One channel of packed pixels: they are copied into the block. */
final class PackedBytes implements ChannelBytes {

    private final Pixels.Packed pixels;
    private final ChannelBlock block;

    /** @param known null: every pixel is computed */
    PackedBytes(Pixels.Packed pixels, ChannelFormula formula, KnownColours known) {
        this.pixels = pixels;
        block = new ChannelBlock(formula, known);
    }

    @Override
    public void fill(int from, int n, byte[] values, Counts counts) {
        int end = from + n;
        for (int at = from; at < end; at += ChannelBlock.SIZE) {
            int length = Math.min(ChannelBlock.SIZE, end - at);
            pixels.pack(at, length, block.argb());
            block.write(length, values, at);
        }
        counts.count(values, from, end);
    }
}
