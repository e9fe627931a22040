package sc.fiji.imagetomask.engine.jvm;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.channel.DistanceTables;
import sc.fiji.imagetomask.channel.Lch;
import sc.fiji.imagetomask.channel.ReferenceColours;

/** The distance of a block of pixels from the nearest of some colours. */
final class DistanceBlock {

    private final List<DistanceTables> tables;
    private final int[] argb;
    private final int[] values;
    private final int[] l = new int[ChannelBlock.SIZE];
    private final int[] a = new int[ChannelBlock.SIZE];
    private final int[] b = new int[ChannelBlock.SIZE];
    private final int[] least = new int[ChannelBlock.SIZE];

    DistanceBlock(ChannelFormula formula, int[] argb, int[] values) {
        tables = formula.colours().tables(formula.difference());
        this.argb = argb;
        this.values = values;
    }

    /** From argb to values. */
    ChannelBlock.Loop[] loops() {
        List<ChannelBlock.Loop> loops = new ArrayList<>(List.of(new LabBlock(argb).loops(l, a, b)));
        DistanceTables first = tables.get(0);
        loops.add(n -> squares(first.lightness(), first.colour(), n));
        for (DistanceTables next : tables.subList(1, tables.size()))
            loops.add(n -> nearer(next.lightness(), next.colour(), n));
        loops.add(this::roots);
        return loops.toArray(ChannelBlock.Loop[]::new);
    }

    private void squares(int[] lightness, int[] colour, int n) {
        for (int i = 0; i < n; i++) least[i] = lightness[l[i]] + colour[Lch.pair(a[i], b[i])];
    }

    private void nearer(int[] lightness, int[] colour, int n) {
        for (int i = 0; i < n; i++) least[i] = Math.min(least[i], lightness[l[i]] + colour[Lch.pair(a[i], b[i])]);
    }

    private void roots(int n) {
        for (int i = 0; i < n; i++) values[i] = ReferenceColours.root(least[i]);
    }
}
