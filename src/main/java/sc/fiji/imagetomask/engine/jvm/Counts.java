package sc.fiji.imagetomask.engine.jvm;

import java.util.concurrent.atomic.AtomicIntegerArray;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.tone.Histogram;

/** Counts pixels in several threads. Each thread has its own counters, which are added up once per thread. */
final class Counts {

    private final AtomicIntegerArray sum = new AtomicIntegerArray(Histogram.BINS);

    Local local() {
        return new Local();
    }

    Histogram histogram() {
        int[] counts = new int[Histogram.BINS];
        for (int i = 0; i < counts.length; i++) counts[i] = sum.get(i);
        return Histogram.of(counts);
    }

    /** Two sets of counters, so that equal neighbours do not wait for each other. */
    final class Local {

        private final int[] even = new int[Histogram.BINS];
        private final int[] odd = new int[Histogram.BINS];

        /** Writes n values as bytes and counts them. */
        void store(int[] block, int n, byte[] values, int at) {
            int i = 0;
            for (; i < n - 1; i += 2) {
                int a = block[i] & 255;
                int b = block[i + 1] & 255;
                values[at + i] = (byte) a;
                values[at + i + 1] = (byte) b;
                even[a]++;
                odd[b]++;
            }
            if (i < n) {
                values[at + i] = (byte) block[i];
                even[block[i] & 255]++;
            }
        }

        void countInside(byte[] values, int start, int end, ByteSpan inside) {
            for (int i = start; i < end; i++) even[values[i] & 255] += inside.get(i) >> 7;
        }

        void add() {
            for (int i = 0; i < Histogram.BINS; i++) sum.addAndGet(i, even[i] + odd[i]);
        }

        /** Counts one value, 0..255. */
        void count(int value) {
            even[value]++;
        }
    }
}
