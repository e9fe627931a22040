package sc.fiji.imagetomask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.threads.ParallelRanges;
import sc.fiji.imagetomask.tone.ClipRanges;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Histograms;

/**
 * The channel planes of the terms of a mask, for the same pixels; terms of the same channel share one. It joins what the terms
 * make of them.
 *
 * @param isHighBitDepth whether the pixels are of high bit depth
 */
record TermPlanes(List<Term> terms, Map<ChannelFormula, ChannelPlane> planes, boolean isHighBitDepth)
        implements AutoCloseable {

    /** The planes of these pixels. */
    static TermPlanes of(Engine engine, Pixels pixels, MaskSettings settings) {
        List<ChannelFormula> formulas =
                settings.terms().stream().map(Term::formula).distinct().toList();
        List<ChannelPlane> made = engine.planes(pixels, formulas);
        Map<ChannelFormula, ChannelPlane> planes = new HashMap<>();
        for (int i = 0; i < formulas.size(); i++) planes.put(formulas.get(i), made.get(i));
        return new TermPlanes(settings.terms(), planes, pixels instanceof Pixels.HighBitDepth);
    }

    /** The histograms of all pixels, or of those inside, if that is given. */
    Histograms histograms(MaskSpan inside) {
        Map<ChannelFormula, Histogram> counted = new HashMap<>();
        planes.forEach(
                (formula, plane) -> counted.put(formula, inside == null ? plane.histogram() : plane.histogram(inside)));
        return new Histograms(
                terms.stream().map(term -> counted.get(term.formula())).toList());
    }

    /** What is stored of their values, if that is on the heap; else empty. */
    Collection<MaskSpan> stored() {
        List<MaskSpan> stored = new ArrayList<>();
        for (ChannelPlane plane : planes.values()) {
            if (plane.stored() == null) return List.of();
            stored.add(plane.stored());
        }
        return stored;
    }

    /** The same with what is stored at other places on the heap. */
    TermPlanes movedTo(UnaryOperator<MaskSpan> copy) {
        Map<ChannelFormula, ChannelPlane> moved = new HashMap<>();
        planes.forEach((formula, plane) -> moved.put(formula, plane.movedTo(copy.apply(plane.stored()))));
        return new TermPlanes(terms, moved, isHighBitDepth);
    }

    /** Writes the mask, multiplied with the factor if there is one. */
    void apply(ClipRanges ranges, MaskSpan factor, MaskSpan out) {
        if (terms.size() == 1) apply(0, ranges, factor, out);
        else join(ranges, factor, out);
    }

    private void apply(int i, ClipRanges ranges, MaskSpan factor, MaskSpan out) {
        Term term = terms.get(i);
        planes.get(term.formula()).apply(term.tone(ranges.ofTerms().get(i)), factor, out);
    }

    private void join(ClipRanges ranges, MaskSpan factor, MaskSpan out) {
        int n = out.length();
        MaskSpan joined = out instanceof MaskSpan.Floats == isHighBitDepth ? out : allocate(n);
        MaskSpan next = allocate(n);
        apply(0, ranges, null, joined);
        for (int i = 1; i < terms.size(); i++) {
            apply(i, ranges, null, next);
            join(terms.get(i).join(), joined, next);
        }
        if (factor != null) join(Join.AND, joined, isHighBitDepth ? factor : ByteSpan.of(factor));
        if (joined != out)
            ParallelRanges.forEach(n, (start, end) -> {
                for (int i = start; i < end; i++) out.set(i, 255.0 * joined.fraction(i));
            });
    }

    private MaskSpan allocate(int n) {
        return isHighBitDepth ? MaskSpan.Floats.allocate(n) : ByteSpan.allocate(n);
    }

    private static void join(Join join, MaskSpan joined, MaskSpan next) {
        ParallelRanges.forEach(joined.length(), (start, end) -> {
            if (joined instanceof ByteSpan bytes)
                join.all(bytes.part(start, end - start), ((ByteSpan) next).part(start, end - start));
            else if (joined instanceof MaskSpan.Floats floats)
                for (int i = start; i < end; i++)
                    floats.array()[floats.offset() + i] = join.of(floats.fraction(i), next.fraction(i));
        });
    }

    @Override
    public void close() {
        planes.values().forEach(ChannelPlane::close);
    }
}
