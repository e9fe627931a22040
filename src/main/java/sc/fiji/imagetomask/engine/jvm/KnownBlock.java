package sc.fiji.imagetomask.engine.jvm;

/** A channel of a block of pixels that is looked up in {@link KnownColours}; only what is not known yet is computed. */
final class KnownBlock {

    private final byte[] known;
    private final int[] argb;
    private final int[] values;
    private final ChannelBlock computed;
    private final int[] places = new int[ChannelBlock.SIZE];
    private final int[] missing = new int[ChannelBlock.SIZE];

    /**
     * @param table of {@link KnownColours}
     * @param computed another block, which computes the channel
     */
    KnownBlock(byte[] table, ChannelBlock computed, int[] argb, int[] values) {
        known = table;
        this.computed = computed;
        this.argb = argb;
        this.values = values;
    }

    /** From argb to values. */
    ChannelBlock.Loop[] loops() {
        return new ChannelBlock.Loop[] {this::places, n -> compute(lookUp(known, n))};
    }

    /** Alike colours lie side by side: 64 of them in a line of the cache, 4096 in a page of memory. */
    private void places(int n) {
        for (int i = 0; i < n; i++) {
            int p = argb[i];
            int pages = p & 0xf00000 | (p & 0xf000) << 4 | (p & 0xf0) << 8;
            int lines = p >> 8 & 0xc00 | p >> 2 & 0x300 | p << 4 & 0xc0;
            places[i] = pages | lines | p >> 12 & 0x30 | p >> 6 & 0xc | p & 3;
        }
    }

    /** Returns how many are missing. */
    private int lookUp(byte[] table, int n) {
        int count = 0;
        for (int i = 0; i < n; i++) {
            int entry = table[places[i]] & 255;
            values[i] = 255 - entry;
            missing[count] = i;
            count += entry - 1 >>> 31;
        }
        return count;
    }

    private void compute(int count) {
        if (count == 0) return;
        for (int j = 0; j < count; j++) computed.argb()[j] = argb[missing[j]];
        int[] results = computed.values(count);
        for (int j = 0; j < count; j++) {
            int i = missing[j];
            values[i] = results[j];
            known[places[i]] = (byte) (255 - results[j]);
        }
    }
}
