package sc.fiji.imagetomask.reading;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.threads.ParallelRanges;

/**
 * The colours of a composite: those of all its channels, added and limited to 255, as ImageJ shows it and as its
 * <i>Image
 * &gt; Type &gt; RGB Color</i> makes them.
 *
 * <p>Design decisions: bytes go through the table that ImageJ makes of a channel's colours and display range, so that
 * the sums are the same bytes as in ImageJ. 16-bit and 32-bit values are interpolated between the colours of their
 * table and are not rounded: a value that is the fraction k/255 of its range has colour k, and between two colours they
 * change linearly. NaN has no colour.
 */
public final class ShownColours {

    private static final int LANE = 21;
    private static final int BLOCK = 1 << 10;

    private final List<ShownChannel> channels;

    /** @param channels that are shown, in their order */
    public ShownColours(List<ShownChannel> channels) {
        this.channels = List.copyOf(channels);
    }

    /**
     * The picture of these channels, without a copy if possible.
     *
     * @param greys the values of each channel: all bytes as they are stored, or all 16-bit and 32-bit data with their
     *     ranges
     */
    public Picture picture(List<Pixels> greys, int width, int height) {
        boolean isOfBytes = greys.stream().allMatch(Pixels.Planar.class::isInstance);
        Pixels plain = isOfBytes ? plainBytes(greys, width * height) : plainHighBitDepth(greys, width * height);
        if (plain != null) return new MemoryPicture(plain, width, height);
        return new Picture() {
            @Override
            public long width() {
                return width;
            }

            @Override
            public long height() {
                return height;
            }

            @Override
            public Pixels read(Tile tile) {
                int from = Math.toIntExact(tile.y() * width + tile.x());
                int n = tile.pixels();
                return isOfBytes ? bytes(greys, from, n) : deep(greys, from, n);
            }
        };
    }

    /** The same pixels if the channels are one red, one green and one blue in their whole ranges; else null. */
    private Pixels plainBytes(List<Pixels> greys, int n) {
        byte[][] rgb = new byte[3][];
        for (int c = 0; c < channels.size(); c++) {
            Pixels.Planar grey = (Pixels.Planar) greys.get(c);
            int primary = primary(byteTables(channels.get(c)));
            if (primary < 0 || rgb[primary] != null || grey.offset() != 0) return null;
            rgb[primary] = grey.channels()[0];
        }
        byte[] none = new byte[n];
        for (int c = 0; c < 3; c++) if (rgb[c] == null) rgb[c] = none;
        return new Pixels.Planar(rgb, 0, n);
    }

    private Pixels plainHighBitDepth(List<Pixels> greys, int n) {
        Samples[] rgb = new Samples[3];
        for (int c = 0; c < channels.size(); c++) {
            Pixels.HighBitDepth grey = (Pixels.HighBitDepth) greys.get(c);
            int primary = primary(tables(channels.get(c)));
            if (primary < 0 || rgb[primary] != null || grey.offset() != 0) return null;
            rgb[primary] = grey.channels()[0];
        }
        Samples none = new Samples.Shorts(new short[n], Samples.Range.UNIT);
        for (int c = 0; c < 3; c++) if (rgb[c] == null) rgb[c] = none;
        return new Pixels.HighBitDepth(rgb, 0, n);
    }

    private static byte[][] tables(ShownChannel channel) {
        return new byte[][] {channel.reds(), channel.greens(), channel.blues()};
    }

    /** 0, 1 or 2 if the colours are all reds, greens or blues from 0 to 255; else -1. */
    private static int primary(byte[][] tables) {
        int primary = -1;
        for (int c = 0; c < 3; c++) {
            boolean isRamp = true;
            boolean isNone = true;
            for (int v = 0; v < 256; v++) {
                isRamp &= (tables[c][v] & 255) == v;
                isNone &= tables[c][v] == 0;
            }
            if (!isNone && (!isRamp || primary >= 0)) return -1;
            if (isRamp) primary = c;
        }
        return primary;
    }

    /** The colour of each byte, as {@code ij.process.ByteProcessor.setMinAndMax} makes it of table and display range. */
    private static byte[][] byteTables(ShownChannel channel) {
        double min = channel.min();
        double max = channel.max();
        if (!(min <= max)) return tables(channel);
        byte[][] shown = new byte[3][256];
        for (int v = 0; v < 256; v++) {
            int index = v < min ? 0 : v > max ? 255 : (int) (256.0 * (v - (int) Math.round(min)) / (max - min));
            for (int c = 0; c < 3; c++) shown[c][v] = tables(channel)[c][Math.min(Math.max(index, 0), 255)];
        }
        return shown;
    }

    private Pixels bytes(List<Pixels> greys, int from, int n) {
        long[][] tables = channels.stream().map(ShownColours::lanes).toArray(long[][]::new);
        int[] rgb = new int[n];
        ParallelRanges.forEach(n, (start, end) -> {
            long[] sums = new long[BLOCK];
            for (int at = start; at < end; at += BLOCK) {
                int count = Math.min(BLOCK, end - at);
                java.util.Arrays.fill(sums, 0);
                for (int c = 0; c < tables.length; c++) {
                    Pixels.Planar grey = (Pixels.Planar) greys.get(c);
                    add(tables[c], grey.channels()[0], grey.offset() + from + at, count, sums);
                }
                for (int i = 0; i < count; i++)
                    rgb[at + i] = lane(sums[i], 0) << 16 | lane(sums[i], 1) << 8 | lane(sums[i], 2);
            }
        });
        return new Pixels.Packed(rgb, 0, n, false);
    }

    private static void add(long[] table, byte[] values, int from, int count, long[] sums) {
        for (int i = 0; i < count; i++) sums[i] += table[values[from + i] & 255];
    }

    /** Red, green and blue of each byte side by side in one number, with room for the sum of many of them. */
    private static long[] lanes(ShownChannel channel) {
        byte[][] colours = byteTables(channel);
        long[] lanes = new long[256];
        for (int v = 0; v < 256; v++) for (int c = 0; c < 3; c++) lanes[v] |= (colours[c][v] & 255L) << LANE * c;
        return lanes;
    }

    private static int lane(long sums, int c) {
        return (int) Math.min(255, sums >>> LANE * c & (1 << LANE) - 1);
    }

    private Pixels deep(List<Pixels> greys, int from, int n) {
        float[][] rgb = new float[3][n];
        for (int c = 0; c < channels.size(); c++) {
            Pixels.HighBitDepth grey = (Pixels.HighBitDepth) greys.get(c);
            float[][] tables =
                    Stream.of(tables(channels.get(c))).map(ShownColours::floats).toArray(float[][]::new);
            ParallelRanges.forEach(n, (start, end) -> {
                for (int i = start; i < end; i++) add(tables, 255 * unit(grey.red(from + i)), i, rgb);
            });
        }
        Samples.Range range = new Samples.Range(0, 255);
        return new Pixels.HighBitDepth(
                Stream.of(rgb).map(plane -> new Samples.Floats(plane, range)).toArray(Samples[]::new), 0, n);
    }

    private static float unit(float x) {
        return x < 0 ? 0 : x > 1 ? 1 : x;
    }

    /** Of the colour at that place in a table, 0..255, between two of its colours. */
    private static void add(float[][] tables, float place, int i, float[][] rgb) {
        int below = (int) place;
        float above = place - below;
        for (int c = 0; c < 3; c++) rgb[c][i] += tables[c][below] + above * (tables[c][below + 1] - tables[c][below]);
    }

    /** The table with its last colour added once more. */
    private static float[] floats(byte[] table) {
        float[] floats = new float[257];
        for (int v = 0; v < 257; v++) floats[v] = table[Math.min(v, 255)] & 255;
        return floats;
    }

    private List<Object> content() {
        return channels.stream()
                .flatMap(channel -> Stream.concat(
                        Stream.of(tables(channel)).map(ByteBuffer::wrap), Stream.of(channel.min(), channel.max())))
                .map(Object.class::cast)
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShownColours that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }
}
