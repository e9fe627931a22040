package sc.fiji.imagetomask.picturefile.deflate;

import java.util.Arrays;

/** Codes of bits for values, the shorter the more often a value occurs, as RFC 1951 numbers them. */
final class HuffmanCode {

    private static final int MOST_BITS = 15;

    private HuffmanCode() {}

    /**
     * How many bits the code of each value has; 0 for those that do not occur.
     *
     * @param counts how often each value occurs; at least two do
     * @param longest the most bits that a code may have
     */
    static int[] lengths(int[] counts, int longest) {
        int[] values = rarestFirst(counts);
        int used = values.length;
        long[] weights = new long[2 * used - 1];
        for (int i = 0; i < used; i++) weights[i] = counts[values[i]];
        int[] perLength = perLength(parents(weights, used), used, longest);
        int[] lengths = new int[counts.length];
        int next = 0;
        for (int length = longest; length > 0; length--)
            for (int i = 0; i < perLength[length]; i++) lengths[values[next++]] = length;
        return lengths;
    }

    private static int[] rarestFirst(int[] counts) {
        long[] sorted = new long[counts.length];
        int used = 0;
        for (int value = 0; value < counts.length; value++)
            if (counts[value] > 0) sorted[used++] = (long) counts[value] << Integer.SIZE | value;
        Arrays.sort(sorted, 0, used);
        int[] values = new int[used];
        for (int i = 0; i < used; i++) values[i] = (int) sorted[i];
        return values;
    }

    /**
     * Joins the two lightest nodes until one is left. New nodes are never lighter than those before, so that they need no
     * sorting.
     *
     * @param weights those of the values, the lightest first; takes those of the new nodes
     * @param used how many values there are
     * @return the parent of each node, which comes after it
     */
    private static int[] parents(long[] weights, int used) {
        int[] parents = new int[weights.length];
        int value = 0;
        int joined = used;
        for (int node = used; node < weights.length; node++)
            for (int child = 0; child < 2; child++) {
                boolean isValue = value < used && (joined == node || weights[value] <= weights[joined]);
                int lightest = isValue ? value++ : joined++;
                weights[node] += weights[lightest];
                parents[lightest] = node;
            }
        return parents;
    }

    /** How many codes there are of each length. Codes that are too long become as long as they may, and others longer. */
    private static int[] perLength(int[] parents, int used, int longest) {
        int[] depths = new int[parents.length];
        int[] perLength = new int[longest + 1];
        int room = 1 << longest;
        for (int node = parents.length - 2; node >= 0; node--) {
            depths[node] = depths[parents[node]] + 1;
            if (node >= used) continue;
            int length = Math.min(depths[node], longest);
            perLength[length]++;
            room -= 1 << longest - length;
        }
        for (; room < 0; room++) {
            int length = longest - 1;
            while (perLength[length] == 0) length--;
            perLength[length]--;
            perLength[length + 1] += 2;
            perLength[longest]--;
        }
        return perLength;
    }

    /** The code of each value, its first bit lowest, above 8 bits with its length. */
    static int[] codes(int[] lengths) {
        int[] next = new int[MOST_BITS + 2];
        for (int length : lengths) if (length > 0) next[length + 1]++;
        for (int length = 1; length < next.length; length++) next[length] = next[length] + next[length - 1] << 1;
        int[] codes = new int[lengths.length];
        for (int value = 0; value < lengths.length; value++) {
            int length = lengths[value];
            if (length > 0)
                codes[value] = Integer.reverse(next[length]++) >>> Integer.SIZE - length << Byte.SIZE | length;
        }
        return codes;
    }
}
