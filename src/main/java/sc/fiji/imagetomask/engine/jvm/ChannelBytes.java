package sc.fiji.imagetomask.engine.jvm;

import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.Pixels;

/** Computes one channel of pixels, for one thread. */
interface ChannelBytes {

    /** The most pixels that are computed at once; their values fit into the L1 cache. */
    int MOST = 4 * ChannelBlock.SIZE;

    /** Writes the channel of the n pixels from that one on, at most {@link #MOST}, to the same places of the array. */
    void write(int from, int n, byte[] values);

    /**
     * For that channel of these pixels.
     *
     * @param known null: every pixel is computed
     */
    static ChannelBytes of(Pixels.EightBit pixels, ChannelFormula formula, KnownColours known) {
        return pixels instanceof Pixels.Planar planar
                ? new PlanarBytes(planar, formula, known)
                : new PackedBytes((Pixels.Packed) pixels, formula, known);
    }
}
