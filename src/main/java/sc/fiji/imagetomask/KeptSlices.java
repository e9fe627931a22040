package sc.fiji.imagetomask;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.imagetomask.tone.Histograms;

/**
 * What the first pass over the slices of a picture found, and what it kept for the second one. Closing gives up what is kept.
 */
public final class KeptSlices implements AutoCloseable {

    private final List<Histograms> histograms = new ArrayList<>();
    private final List<KeptPlanes> planes = new ArrayList<>();

    /** Closes these planes, too, when it is closed. */
    void keep(KeptPlanes ofNextSlice) {
        planes.add(ofNextSlice);
    }

    void counted(Histograms ofNextSlice) {
        histograms.add(ofNextSlice);
    }

    Histograms histograms(int i) {
        return histograms.get(i);
    }

    KeptPlanes planes(int i) {
        return planes.get(i);
    }

    /** The histograms of all slices together, of which there is one at least. */
    public Histograms sum() {
        return histograms.stream().reduce(Histograms::plus).orElseThrow();
    }

    /** Whether no tile of any slice is kept. */
    public boolean isEmpty() {
        return planes.stream().allMatch(KeptPlanes::isEmpty);
    }

    @Override
    public void close() {
        planes.forEach(KeptPlanes::close);
    }
}
