package sc.fiji.imagetomask.engine.jvm;

import java.util.stream.Stream;
import sc.fiji.imagetomask.channel.Lch;

/** A channel that a table has for each pair of a and b of {@link LabBlock}. */
final class PairBlock {

    private final int[] argb;
    private final int[] values;
    private final int[] a = new int[ChannelBlock.SIZE];
    private final int[] b = new int[ChannelBlock.SIZE];

    PairBlock(int[] argb, int[] values) {
        this.argb = argb;
        this.values = values;
    }

    /** From argb to values. */
    ChannelBlock.Loop[] loops(byte[] table) {
        ChannelBlock.Loop last = n -> lookUp(table, n);
        return Stream.concat(Stream.of(new LabBlock(argb).loops(null, a, b)), Stream.of(last))
                .toArray(ChannelBlock.Loop[]::new);
    }

    private void lookUp(byte[] table, int n) {
        for (int i = 0; i < n; i++) values[i] = table[Lch.pair(a[i], b[i])] & 255;
    }
}
