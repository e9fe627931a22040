package sc.fiji.imagetomask.ome;

import sc.fiji.imagetomask.MaskSlices;
import sc.fiji.imagetomask.MaskTarget;

/** Writes the masks of a stack, one after the other, as all resolutions of an OME-Zarr image. */
final class ChunkTargets implements MaskSlices {

    private final OmeZarrOutput output;
    private final OmeZarrSpec spec;
    private ChunkTarget current;

    ChunkTargets(OmeZarrOutput output, OmeZarrSpec spec) {
        this.output = output;
        this.spec = spec;
    }

    @Override
    public MaskTarget open(int i) {
        current = new ChunkTarget(output, spec, i);
        return current;
    }

    @Override
    public void written(int i) {
        current.finish();
    }
}
