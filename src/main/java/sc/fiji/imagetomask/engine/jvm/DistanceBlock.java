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
    private final int[] argb;
    private final int[] values;
    private final int[] l = new int[ChannelBlock.SIZE];
    private final int[] a = new int[ChannelBlock.SIZE];
    private final int[] b = new int[ChannelBlock.SIZE];
    private final int[] least = new int[ChannelBlock.SIZE];

    DistanceBlock(ChannelFormula formula, int[] argb, int[] values) {
        this.formula = formula;
        this.argb = argb;
        this.values = values;
    }

    /** From argb to values. */
    ChannelBlock.Loop[] loops() {
        List<ChannelBlock.Loop> loops = new ArrayList<>(List.of(new LabBlock(argb).loops(l, a, b)));
        loops.add(this::begin);
        if (formula.difference() == ColourDifference.CIE76)
            for (int rgb : formula.colours().rgb()) {
                int l0 = Channel.LAB_L.value(rgb);
                int a0 = Channel.LAB_A.value(rgb);
                int b0 = Channel.LAB_B.value(rgb);
                loops.add(n -> nearer(l0, a0, b0, n));
            }
        else
            for (DistanceTables from : formula.colours().tables(formula.difference()))
                loops.add(n -> nearer(from.lightness(), from.colour(), n));
        loops.addAll(List.of(RootBlock.loops(least, l, values)));
        return loops.toArray(ChannelBlock.Loop[]::new);
    }

    private void begin(int n) {
        Arrays.fill(least, 0, n, Integer.MAX_VALUE);
    }

    private void nearer(int l0, int a0, int b0, int n) {
        for (int i = 0; i < n; i++)
            least[i] = RootBlock.least(least[i], ReferenceColours.square(l[i] - l0, a[i] - a0, b[i] - b0));
    }

    private void nearer(int[] lightness, int[] colour, int n) {
        for (int i = 0; i < n; i++)
            least[i] = RootBlock.least(least[i], lightness[l[i]] + colour[Lch.pair(a[i], b[i])]);
    }
}
