package sc.fiji.imagetomask.engine.jvm;

import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.Pixels;

/** Computes one channel of pixels, for one thread. */
interface ChannelBytes {

    /** The most pixels that are computed at once; their values fit into the L1 cache. */
    int MOST = 4 * ChannelBlock.SIZE;

    /** Writes the channel of the n pixels from that one on, at most {@link #MOST}, to the same places of the array, and counts it. */
    void fill(int from, int n, byte[] values, Counts counts);

    /**
     * For that channel of these pixels.
     *
     * @param known null: every pixel is computed
     */
    static ChannelBytes of(Pixels.EightBit pixels, ChannelFormula formula, KnownColours known) {
        if (pixels instanceof Pixels.Planar planar) return new PlanarBytes(planar, formula, known);
        Pixels.Packed packed = (Pixels.Packed) pixels;
        return switch (formula.channel()) {
            case RGB_R -> inPicture(packed, 16);
            case RGB_G -> inPicture(packed, 8);
            case RGB_B -> inPicture(packed, 0);
            default -> new PackedBytes(packed, formula, known);
        };
    }

    /** What lies at these bits of the pixels; read where they are, and counted in the same loop. */
    private static ChannelBytes inPicture(Pixels.Packed pixels, int bits) {
        return (from, n, values, counts) -> counts.fill(pixels.data(), pixels.offset() + from, bits, n, values, from);
    }
}
