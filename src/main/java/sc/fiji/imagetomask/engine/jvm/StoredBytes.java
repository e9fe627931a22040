package sc.fiji.imagetomask.engine.jvm;

import java.util.function.IntUnaryOperator;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.ToneTable;

/**
 * Bytes that tell a channel's values by a table: computed ones, which are the values, or those of the picture. These need
 * no copy: the plane of red, green, blue or alpha, or the one of a grey picture.
 *
 * @param bytes one for each pixel
 * @param values the channel's value for each of the 256 bytes
 */
record StoredBytes(ByteSpan bytes, byte[] values) {

    /** The channel's values as they are. */
    static StoredBytes of(byte[] values) {
        return new StoredBytes(ByteSpan.of(values), table(v -> v));
    }

    /** Those of the picture that tell this channel, or null if it has to be computed. */
    static StoredBytes in(Pixels.EightBit pixels, ChannelFormula formula) {
        if (!(pixels instanceof Pixels.Planar planar)) return null;
        if (formula.channel() == Channel.ALPHA)
            return planar.hasAlpha()
                    ? new StoredBytes(planar.alpha(), table(v -> v))
                    : new StoredBytes(planar.plane(0), table(v -> 255));
        if (planar.isGrey()) return new StoredBytes(planar.plane(0), table(v -> formula.value(v * 0x010101)));
        return switch (formula.channel()) {
            case RGB_R -> new StoredBytes(planar.plane(0), table(v -> v));
            case RGB_G -> new StoredBytes(planar.plane(1), table(v -> v));
            case RGB_B -> new StoredBytes(planar.plane(2), table(v -> v));
            default -> null;
        };
    }

    private static byte[] table(IntUnaryOperator value) {
        byte[] table = new byte[Histogram.BINS];
        for (int v = 0; v < table.length; v++) table[v] = (byte) value.applyAsInt(v);
        return table;
    }

    /** The channel's histogram, from that of the bytes. */
    Histogram histogram(Histogram ofBytes) {
        long[] counts = new long[Histogram.BINS];
        for (int v = 0; v < counts.length; v++) counts[values[v] & 255] += ofBytes.count(v);
        return Histogram.of(counts);
    }

    /** What becomes of each byte, if that table is for the channel's values. */
    byte[] table(ToneTable tones) {
        return table(v -> tones.value(values[v] & 255));
    }
}
