package sc.fiji.imagetomask.engine.jvm;

import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.Pixels;

/** One channel of packed pixels: they are copied into the block, and its values are narrowed to bytes. */
final class PackedBytes implements ChannelBytes {

    private final Pixels.Packed pixels;
    private final ChannelBlock block;

    /** @param known null: every pixel is computed */
    PackedBytes(Pixels.Packed pixels, ChannelFormula formula, KnownColours known) {
        this.pixels = pixels;
        block = new ChannelBlock(formula, known);
    }

    @Override
    public void write(int from, int n, byte[] values) {
        int end = from + n;
        for (int at = from; at < end; at += ChannelBlock.SIZE) {
            int length = Math.min(ChannelBlock.SIZE, end - at);
            pixels.pack(at, length, block.argb());
            narrow(block.values(length), length, values, at);
        }
    }

    /** Puts the first n values of a block at that place. */
    static void narrow(int[] block, int n, byte[] values, int at) {
        for (int i = 0; i < n; i++) values[at + i] = (byte) block[i];
    }
}
