package sc.fiji.imagetomask.engine.jvm;

/** A channel of a block of pixels that is looked up in {@link KnownColours}; only what is not known yet is computed. */
final class KnownBlock {

    private static final int MOST = 255;

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
        return new ChannelBlock.Loop[] {this::places, n -> lookUp(known, n), n -> compute(missing(n))};
    }

    /** Alike colours lie side by side: 4096 of them in a page of memory. Java 25 does not vectorise many more steps than these. */
    private void places(int n) {
        for (int i = 0; i < n; i++) {
            int p = argb[i];
            int pages = p & 0xf00000 | (p & 0xf000) << 4 | (p & 0xf0) << 8;
            places[i] = pages | p >> 8 & 0xf00 | p >> 4 & 0xf0 | p & 15;
        }
    }

    private void lookUp(byte[] table, int n) {
        for (int i = 0; i < n; i++) values[i] = MOST - (table[places[i]] & 255);
    }

    /** Finds what is to be computed, and returns how many: all of the largest distance, because their entry may be new. */
    private int missing(int n) {
        if (largest(n) == 0) return 0;
        int count = 0;
        for (int i = 0; i < n; i++) if (values[i] == MOST) missing[count++] = i;
        return count;
    }

    private int largest(int n) {
        int count = 0;
        for (int i = 0; i < n; i++) count += values[i] + 1 >> 8;
        return count;
    }

    private void compute(int count) {
        if (count == 0) return;
        for (int j = 0; j < count; j++) computed.argb()[j] = argb[missing[j]];
        int[] results = computed.values(count);
        for (int j = 0; j < count; j++) {
            int i = missing[j];
            values[i] = results[j];
            known[places[i]] = (byte) (MOST - results[j]);
        }
    }
}
