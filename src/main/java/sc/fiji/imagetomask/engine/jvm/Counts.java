package sc.fiji.imagetomask.engine.jvm;

import java.util.Collection;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.threads.ParallelRanges;
import sc.fiji.imagetomask.threads.Workers;
import sc.fiji.imagetomask.tone.Histogram;

/** The counters of one thread: four sets, so that equal neighbours do not wait for each other. */
final class Counts {

    private final int[] first = new int[Histogram.BINS];
    private final int[] second = new int[Histogram.BINS];
    private final int[] third = new int[Histogram.BINS];
    private final int[] fourth = new int[Histogram.BINS];

    /** Counts the values of a part of the array. */
    void count(byte[] values, int start, int end) {
        int[] a = first;
        int[] b = second;
        int[] c = third;
        int[] d = fourth;
        int i = start;
        for (; i < end - 3; i += 4) {
            a[values[i] & 255]++;
            b[values[i + 1] & 255]++;
            c[values[i + 2] & 255]++;
            d[values[i + 3] & 255]++;
        }
        for (; i < end; i++) a[values[i] & 255]++;
    }

    /** Writes the bytes at these bits of n pixels to the array, from that place on, and counts them. */
    void fill(int[] pixels, int from, int bits, int n, byte[] values, int to) {
        int[] a = first;
        int[] b = second;
        int[] c = third;
        int[] d = fourth;
        int i = 0;
        for (; i < n - 3; i += 4) {
            int v = pixels[from + i] >>> bits & 255;
            int w = pixels[from + i + 1] >>> bits & 255;
            int x = pixels[from + i + 2] >>> bits & 255;
            int y = pixels[from + i + 3] >>> bits & 255;
            values[to + i] = (byte) v;
            values[to + i + 1] = (byte) w;
            values[to + i + 2] = (byte) x;
            values[to + i + 3] = (byte) y;
            a[v]++;
            b[w]++;
            c[x]++;
            d[y]++;
        }
        for (; i < n; i++) {
            int v = pixels[from + i] >>> bits & 255;
            values[to + i] = (byte) v;
            a[v]++;
        }
    }

    /** Counts the first n values, 0..255. */
    void count(int[] values, int n) {
        int[] a = first;
        int[] b = second;
        int[] c = third;
        int[] d = fourth;
        int i = 0;
        for (; i < n - 3; i += 4) {
            a[values[i]]++;
            b[values[i + 1]]++;
            c[values[i + 2]]++;
            d[values[i + 3]]++;
        }
        for (; i < n; i++) a[values[i]]++;
    }

    /** Counts the entries of a part of the pixels in a table for all unsigned 16-bit values. */
    void count(short[] pixels, byte[] table, int start, int end) {
        int[] a = first;
        int[] b = second;
        int i = start;
        for (; i < end - 1; i += 2) {
            a[table[pixels[i] & 0xffff] & 255]++;
            b[table[pixels[i + 1] & 0xffff] & 255]++;
        }
        for (; i < end; i++) a[table[pixels[i] & 0xffff] & 255]++;
    }

    /** Counts the values of these pixels where the mask is at least 128. */
    void countInside(ByteSpan values, ByteSpan inside, int start, int end) {
        for (int i = start; i < end; i++) first[values.get(i)] += inside.get(i) >> 7;
    }

    /** Counts one value, 0..255. */
    void count(int value) {
        first[value]++;
    }

    /** Counts a part of the pixels. */
    interface Part {
        void count(Counts counts, int start, int end);
    }

    /** Counts the pixels 0 to n - 1 in several threads, part by part. */
    static Histogram of(int n, Part part) {
        Workers<Counts> workers = new Workers<>(Counts::new);
        ParallelRanges.forEach(
                n,
                (start, end) ->
                        workers.use(counts -> Pieces.forEach(start, end, (from, to) -> part.count(counts, from, to))));
        return sum(workers.all());
    }

    /** What all threads have counted. */
    static Histogram sum(Collection<Counts> all) {
        int[] sum = new int[Histogram.BINS];
        for (Counts counts : all)
            for (int v = 0; v < sum.length; v++)
                sum[v] += counts.first[v] + counts.second[v] + counts.third[v] + counts.fourth[v];
        return Histogram.of(sum);
    }
}
