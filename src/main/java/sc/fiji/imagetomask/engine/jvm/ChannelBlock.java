package sc.fiji.imagetomask.engine.jvm;

import java.util.stream.Stream;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.channel.Hsv;
import sc.fiji.imagetomask.channel.Lch;
import sc.fiji.imagetomask.channel.Yuv;

/**
 * A block of pixels that fits into the L1 cache, and the loops over it that compute one channel.
 *
 * <p>Design decisions, measured: a loop goes from ints to ints and reads and writes at the same index, because only
 * then does the compiler vectorise it (over {@code argb[from + i]} it takes 15 times as long). What vectorises is
 * apart from what is looked up. And the loops of a channel are called through one call site, so that each is compiled
 * by itself: inlined into one method, the loops of Lab are not vectorised and take three times as long.
 */
final class ChannelBlock {

    /** Pixels in a block. */
    static final int SIZE = 1024;

    private static final byte[] HUES = Hsv.hueTable();
    private static final byte[] SATURATIONS = Hsv.saturationTable();
    private static final byte[] CHROMAS = Lch.chromaTable();
    private static final byte[] LCH_HUES = Lch.hueTable();

    private final int[] argb;
    private final int[] values;
    private final int[] index;
    private final int[] chroma;
    private final Loop[] loops;
    private final byte[] table;

    /** One step over the first n pixels of the block. */
    interface Loop {
        void run(int n);
    }

    /** @param known null: every pixel is computed */
    ChannelBlock(ChannelFormula formula, KnownColours known) {
        LabBlock lab = new LabBlock(new int[SIZE]);
        argb = lab.argb();
        BlockMemory memory = new BlockMemory();
        values = values(formula.channel(), lab, memory);
        index = memory.index();
        chroma = memory.step();
        loops = known == null
                ? joined(lab.loops(components(formula.channel())), own(formula, lab, memory))
                : new KnownBlock(known.table(), new ChannelBlock(formula, null), argb, values).loops();
        table = table(formula.channel());
    }

    /** A block of pixels whose L, a and b are computed before. */
    ChannelBlock(LabBlock lab, ChannelFormula formula, BlockMemory memory) {
        argb = lab.argb();
        values = values(formula.channel(), lab, memory);
        index = memory.index();
        chroma = memory.step();
        loops = own(formula, lab, memory);
        table = table(formula.channel());
    }

    private static int[] values(Channel channel, LabBlock lab, BlockMemory memory) {
        return switch (channel) {
            case LAB_L -> lab.values(0);
            case LAB_A -> lab.values(1);
            case LAB_B -> lab.values(2);
            default -> memory.values();
        };
    }

    /** What follows L, a and b. */
    private Loop[] own(ChannelFormula formula, LabBlock lab, BlockMemory memory) {
        return switch (formula.channel()) {
            case LAB_L, LAB_A, LAB_B -> loops();
            case RGB_R -> loops(n -> shift(16, n));
            case RGB_G -> loops(n -> shift(8, n));
            case RGB_B -> loops(n -> shift(0, n));
            case ALPHA -> loops(n -> shift(24, n));
            case YUV_Y -> loops(this::y);
            case YUV_U -> loops(this::u);
            case YUV_V -> loops(this::v);
            case HSV_H -> loops(this::chroma, this::hueIndex);
            case HSV_S -> loops(this::saturationIndex);
            case HSV_V -> loops(this::value);
            case STAIN_1, STAIN_2, STAIN_3 -> loops(new StainBlock(formula, argb, values));
            case LCH_C, LCH_H -> loops(n -> pairs(lab.values(1), lab.values(2), n));
            case DISTANCE, DISTANCE_2000 -> new DistanceBlock(formula, lab, memory).loops();
        };
    }

    /** What the loops give the places in; or null, if they give the values. */
    private static byte[] table(Channel channel) {
        return switch (channel) {
            case HSV_H -> HUES;
            case HSV_S -> SATURATIONS;
            case LCH_C -> CHROMAS;
            case LCH_H -> LCH_HUES;
            default -> null;
        };
    }

    /** Which of L, a and b a channel is made of. */
    static int[] components(Channel channel) {
        return switch (channel) {
            case LAB_L -> new int[] {0};
            case LAB_A -> new int[] {1};
            case LAB_B -> new int[] {2};
            case LCH_C, LCH_H -> new int[] {1, 2};
            case DISTANCE, DISTANCE_2000 -> new int[] {0, 1, 2};
            default -> new int[0];
        };
    }

    private static Loop[] joined(Loop[] first, Loop[] second) {
        return Stream.of(first, second).flatMap(Stream::of).toArray(Loop[]::new);
    }

    private static Loop[] loops(Loop... loops) {
        return loops;
    }

    /** Where the block's pixels are to be put, as {@code 0xAARRGGBB}. */
    int[] argb() {
        return argb;
    }

    /** The channel of the first n pixels, 0..255; overwritten by the next call, also of another block with this memory. */
    int[] values(int n) {
        for (Loop loop : loops) loop.run(n);
        if (table != null) lookUp(n);
        return values;
    }

    /** Writes the channel of the first n pixels to the array, from that place on. */
    void write(int n, byte[] target, int at) {
        for (Loop loop : loops) loop.run(n);
        if (table == null) narrow(values, n, target, at);
        else lookUp(n, target, at);
    }

    /** Puts the first n of the values, 0..255, at that place. */
    static void narrow(int[] values, int n, byte[] target, int at) {
        for (int i = 0; i < n; i++) target[at + i] = (byte) values[i];
    }

    private void shift(int bits, int n) {
        for (int i = 0; i < n; i++) values[i] = argb[i] >>> bits & 255;
    }

    private void y(int n) {
        for (int i = 0; i < n; i++) {
            int p = argb[i];
            values[i] = Yuv.y(p >>> 16 & 255, p >>> 8 & 255, p & 255);
        }
    }

    private void u(int n) {
        for (int i = 0; i < n; i++) {
            int p = argb[i];
            values[i] = Yuv.u(p >>> 16 & 255, p >>> 8 & 255, p & 255);
        }
    }

    private void v(int n) {
        for (int i = 0; i < n; i++) {
            int p = argb[i];
            values[i] = Yuv.v(p >>> 16 & 255, p >>> 8 & 255, p & 255);
        }
    }

    private void value(int n) {
        for (int i = 0; i < n; i++) {
            int p = argb[i];
            values[i] = Hsv.value(p >>> 16 & 255, p >>> 8 & 255, p & 255);
        }
    }

    private void chroma(int n) {
        for (int i = 0; i < n; i++) {
            int p = argb[i];
            chroma[i] = Hsv.chroma(p >>> 16 & 255, p >>> 8 & 255, p & 255);
        }
    }

    private void hueIndex(int n) {
        for (int i = 0; i < n; i++) {
            int p = argb[i];
            index[i] = Hsv.hueIndex(p >>> 16 & 255, p >>> 8 & 255, p & 255, chroma[i]);
        }
    }

    private void saturationIndex(int n) {
        for (int i = 0; i < n; i++) {
            int p = argb[i];
            index[i] = Hsv.saturationIndex(p >>> 16 & 255, p >>> 8 & 255, p & 255);
        }
    }

    private void pairs(int[] a, int[] b, int n) {
        for (int i = 0; i < n; i++) index[i] = Lch.pair(a[i], b[i]);
    }

    private void lookUp(int n) {
        for (int i = 0; i < n; i++) values[i] = table[index[i]] & 255;
    }

    private void lookUp(int n, byte[] target, int at) {
        for (int i = 0; i < n; i++) target[at + i] = table[index[i]];
    }
}
