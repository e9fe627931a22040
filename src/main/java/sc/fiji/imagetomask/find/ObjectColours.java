package sc.fiji.imagetomask.find;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ReferenceColours;
import sc.fiji.imagetomask.engine.Pixels;

/** The typical colours of some pixels: the means of groups of near ones in Lab (k-means, Lloyd 1982). */
final class ObjectColours {

    private static final int MOST_PIXELS = 4096;
    private static final int ROUNDS = 12;

    private final int[] argb;
    private final int[][] lab;

    ObjectColours(Pixels pixels) {
        int n = Math.min(pixels.length(), MOST_PIXELS);
        argb = new int[n];
        lab = new int[n][];
        for (int i = 0; i < n; i++) {
            argb[i] = argb(pixels, (int) ((long) i * pixels.length() / n));
            lab[i] = new int[] {
                Channel.LAB_L.value(argb[i]) * 20 / 51, Channel.LAB_A.value(argb[i]), Channel.LAB_B.value(argb[i])
            };
        }
    }

    private static int argb(Pixels pixels, int i) {
        if (pixels instanceof Pixels.EightBit bytes) return bytes.argb(i);
        Pixels.HighBitDepth high = (Pixels.HighBitDepth) pixels;
        return 255 << 24 | level(high.red(i)) << 16 | level(high.green(i)) << 8 | level(high.blue(i));
    }

    private static int level(float value) {
        return value > 0 ? Math.round(255 * Math.min(value, 1)) : 0;
    }

    /** The means of that many groups, or of fewer if there are not so many colours. */
    ReferenceColours means(int groups) {
        int[] group = new int[argb.length];
        List<int[]> centres = new ArrayList<>(List.of(mean(group, 0, lab)));
        while (centres.size() < groups) {
            int farthest = 0;
            for (int i = 1; i < lab.length; i++)
                if (distance(lab[i], nearest(lab[i], centres))
                        > distance(lab[farthest], nearest(lab[farthest], centres))) farthest = i;
            if (distance(lab[farthest], nearest(lab[farthest], centres)) == 0) break;
            centres.add(lab[farthest]);
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < lab.length; i++) group[i] = centres.indexOf(nearest(lab[i], centres));
                for (int g = 0; g < centres.size(); g++) {
                    int[] mean = mean(group, g, lab);
                    if (mean != null) centres.set(g, mean);
                }
            }
        }
        List<Integer> colours = new ArrayList<>();
        for (int g = 0; g < centres.size(); g++) {
            int[] mean = mean(group, g, bytes());
            if (mean != null) colours.add(mean[0] << 16 | mean[1] << 8 | mean[2]);
        }
        return new ReferenceColours(colours);
    }

    private int[][] bytes() {
        int[][] bytes = new int[argb.length][];
        for (int i = 0; i < bytes.length; i++)
            bytes[i] = new int[] {argb[i] >> 16 & 255, argb[i] >> 8 & 255, argb[i] & 255};
        return bytes;
    }

    /** The rounded mean of a group; null if it is empty. */
    private static int[] mean(int[] group, int wanted, int[][] values) {
        double[] sum = new double[3];
        int count = 0;
        for (int i = 0; i < group.length; i++)
            if (group[i] == wanted) {
                for (int c = 0; c < 3; c++) sum[c] += values[i][c];
                count++;
            }
        if (count == 0) return null;
        return new int[] {
            (int) Math.round(sum[0] / count), (int) Math.round(sum[1] / count), (int) Math.round(sum[2] / count)
        };
    }

    private static int[] nearest(int[] colour, List<int[]> centres) {
        int[] nearest = centres.get(0);
        for (int[] centre : centres) if (distance(colour, centre) < distance(colour, nearest)) nearest = centre;
        return nearest;
    }

    private static int distance(int[] a, int[] b) {
        int sum = 0;
        for (int c = 0; c < 3; c++) sum += (a[c] - b[c]) * (a[c] - b[c]);
        return sum;
    }
}
