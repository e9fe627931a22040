package sc.fiji.imagetomask.engine.jvm;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.CountedChannels;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.threads.Together;
import sc.fiji.imagetomask.tone.Histograms;

/**
 * The plain Java engine: planes are on the heap, and several threads work on ranges of pixels.
 *
 * <p>The number of threads follows ImgLib2's rule: all cores, unless the call is made within, for instance,
 * {@code Parallelization.runWithNumThreads(2, () -> ...)} or {@code runSingleThreaded}.
 */
public final class JavaEngine implements Engine {

    @Override
    public String name() {
        return "java";
    }

    @Override
    public String device() {
        int threads = Together.threads();
        return threads + (threads == 1 ? " thread" : " threads");
    }

    @Override
    public int maxPixels() {
        return Integer.MAX_VALUE - 8;
    }

    @Override
    public ChannelPlane plane(Pixels pixels, ChannelFormula formula) {
        if (pixels instanceof Pixels.EightBit bytes) return JavaPlane.of(bytes, formula);
        Pixels.HighBitDepth high = (Pixels.HighBitDepth) pixels;
        ChannelPlane grey = JavaGreyPlane.of(high, formula);
        return grey == null ? JavaHighBitDepthPlane.of(high, formula) : grey;
    }

    /** Channels of packed pixels are computed together; distances have tables of known colours, each for itself. */
    @Override
    public List<ChannelPlane> planes(Pixels pixels, List<ChannelFormula> formulas) {
        List<ChannelFormula> together = pixels instanceof Pixels.Packed
                ? formulas.stream()
                        .filter(formula -> !formula.channel().isDistance())
                        .toList()
                : List.of();
        if (together.size() < 2) return Engine.super.planes(pixels, formulas);
        Iterator<ChannelPlane> made =
                ChannelCounts.planes((Pixels.Packed) pixels, together).iterator();
        return ChannelPlane.forEach(
                formulas, formula -> formula.channel().isDistance() ? plane(pixels, formula) : made.next());
    }

    /** The values of 8-bit pixels are kept. */
    @Override
    public List<CountedChannels> counted(List<Pixels> sets, List<ChannelFormula> formulas) {
        return sets.stream()
                .flatMap(set -> set instanceof Pixels.EightBit bytes
                        ? Stream.of(ChannelCounts.kept(bytes, formulas))
                        : Engine.super.counted(List.of(set), formulas).stream())
                .toList();
    }

    @Override
    public List<Histograms> histograms(List<Pixels> sets, List<ChannelFormula> formulas) {
        return sets.stream()
                .map(set -> set instanceof Pixels.EightBit bytes
                        ? ChannelCounts.of(bytes, formulas)
                        : DeepCounts.of((Pixels.HighBitDepth) set, formulas))
                .toList();
    }
}
