package sc.fiji.imagetomask.engine.jvm;

/**
 * What a {@link ChannelBlock} writes to. Those of several channels that are computed one after the other share it, so that it stays in the
 * L1 cache.
 *
 * @param values the channel's
 * @param index where to look up
 * @param step what one step gives to the next
 */
record BlockMemory(int[] values, int[] index, int[] step) {

    BlockMemory() {
        this(new int[ChannelBlock.SIZE], new int[ChannelBlock.SIZE], new int[ChannelBlock.SIZE]);
    }
}
