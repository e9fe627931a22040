package sc.fiji.imagetomask.engine.jvm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.channel.ColourDifference;
import sc.fiji.imagetomask.channel.DistanceTables;
import sc.fiji.imagetomask.channel.Lch;
import sc.fiji.imagetomask.channel.ReferenceColours;

/** The distance of a block of pixels from the nearest of some colours. CIE76 needs no tables, so that it vectorises. */
final class DistanceBlock {

    private final ChannelFormula formula;
    private final int[] values;
    private final int[] l;
    private final int[] a;
    private final int[] b;
    private final int[] index;
    private final int[] least;

    DistanceBlock(ChannelFormula formula, LabBlock lab, BlockMemory memory) {
        this.formula = formula;
        values = memory.values();
        index = memory.index();
        least = memory.step();
        l = lab.values(0);
        a = lab.values(1);
        b = lab.values(2);
    }

    /** From L, a and b to values. */
    ChannelBlock.Loop[] loops() {
        List<ChannelBlock.Loop> loops = new ArrayList<>();
        loops.add(this::begin);
        if (formula.difference() == ColourDifference.CIE76)
            for (int rgb : formula.colours().rgb()) {
                int l0 = Channel.LAB_L.value(rgb);
                int a0 = Channel.LAB_A.value(rgb);
                int b0 = Channel.LAB_B.value(rgb);
                loops.add(n -> nearer(l0, a0, b0, n));
            }
        else {
            loops.add(this::pairs);
            for (DistanceTables from : formula.colours().tables(formula.difference())) loops.add(n -> nearer(from, n));
        }
        loops.addAll(List.of(RootBlock.loops(least, index, values)));
        return loops.toArray(ChannelBlock.Loop[]::new);
    }

    private void begin(int n) {
        Arrays.fill(least, 0, n, Integer.MAX_VALUE);
    }

    private void nearer(int l0, int a0, int b0, int n) {
        for (int i = 0; i < n; i++)
            least[i] = RootBlock.least(least[i], ReferenceColours.square(l[i] - l0, a[i] - a0, b[i] - b0));
    }

    private void pairs(int n) {
        for (int i = 0; i < n; i++) index[i] = Lch.pair(a[i], b[i]);
    }

    private void nearer(DistanceTables from, int n) {
        if (look(from.known(), n) < 0) for (int i = 0; i < n; i++) values[i] = from.colour(index[i]);
        nearer(from.lightness(), n);
    }

    /** Puts the entries of the pairs where the values will be; negative if one of them is not known yet. */
    private int look(int[] known, int n) {
        int all = 0;
        for (int i = 0; i < n; i++) {
            int entry = known[index[i]];
            values[i] = entry;
            all |= entry;
        }
        return all;
    }

    private void nearer(int[] lightness, int n) {
        for (int i = 0; i < n; i++) least[i] = RootBlock.least(least[i], lightness[l[i]] + values[i]);
    }
}
