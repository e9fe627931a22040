package sc.fiji.imagetomask.benchmark;

import ij.process.AutoThresholder;
import java.util.List;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.channel.ReferenceColours;
import sc.fiji.imagetomask.channel.Stains;
import sc.fiji.imagetomask.sample.TruthPicture;

/** Simpler rules that found masks are compared with. */
final class SeparationRules {

    private SeparationRules() {}

    /** Dice and balanced accuracy. */
    static double[] agreement(boolean[] inside, boolean[] truth) {
        long both = 0;
        long in = 0;
        long object = 0;
        for (int i = 0; i < truth.length; i++) {
            if (inside[i]) in++;
            if (truth[i]) object++;
            if (inside[i] && truth[i]) both++;
        }
        double right = truth.length - in - object + both;
        return new double[] {2.0 * both / (in + object), ((double) both / object + right / (truth.length - object)) / 2
        };
    }

    /** Otsu's threshold of the channel, and the side of it, that agree best with the truth: more than a user can know. */
    static boolean[] bestOtsu(TruthPicture drawn) {
        boolean[] best = null;
        for (ChannelFormula formula : ChannelFormula.all(Stains.DEFAULT, ReferenceColours.NONE)) {
            int[] values = values(drawn.argb(), formula);
            int[] counts = new int[256];
            for (int value : values) counts[value]++;
            int threshold = new AutoThresholder().getThreshold(AutoThresholder.Method.Otsu, counts);
            for (boolean isAbove : new boolean[] {true, false}) {
                boolean[] inside = new boolean[values.length];
                for (int i = 0; i < values.length; i++) inside[i] = values[i] > threshold == isAbove;
                if (best == null || agreement(inside, drawn.isObject())[0] > agreement(best, drawn.isObject())[0])
                    best = inside;
            }
        }
        return best;
    }

    /** The rule of the macro Mask By Sampled Colour in version 0.1.0, with its tolerance of 12. */
    static boolean[] sampledColour(int[] argb, boolean[] marked) {
        double most = -1;
        boolean[] inside = null;
        for (Channel channel : List.of(Channel.LAB_L, Channel.LAB_A, Channel.LAB_B)) {
            int[] values = values(argb, ChannelFormula.of(channel));
            double[] all = meanAndDeviation(values, null);
            double[] sample = meanAndDeviation(values, marked);
            double contrast = all[1] == 0 ? 0 : Math.abs(sample[0] - all[0]) / all[1];
            if (contrast <= most) continue;
            most = contrast;
            double near = Math.max(sample[1], 12);
            double back = sample[0] + 0.4 * (all[0] - sample[0]);
            boolean isBright = sample[0] > all[0];
            double white = isBright ? sample[0] - near : sample[0] + near;
            double black = isBright ? Math.min(back, white) - 1 : Math.max(back, white) + 1;
            inside = new boolean[values.length];
            for (int i = 0; i < values.length; i++)
                inside[i] = isBright ? values[i] >= (white + black) / 2 : values[i] <= (white + black) / 2;
        }
        return inside;
    }

    private static int[] values(int[] argb, ChannelFormula formula) {
        int[] values = new int[argb.length];
        for (int i = 0; i < argb.length; i++) values[i] = formula.value(argb[i]);
        return values;
    }

    private static double[] meanAndDeviation(int[] values, boolean[] used) {
        double n = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < values.length; i++)
            if (used == null || used[i]) {
                n++;
                sum += values[i];
                squares += (double) values[i] * values[i];
            }
        double mean = sum / n;
        return new double[] {mean, Math.sqrt(Math.max(0, squares / n - mean * mean))};
    }
}
