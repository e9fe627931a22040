package sc.fiji.imagetomask.cli;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.imagetomask.zarr.OmeZarrImage;

/**
 * Which part of an OME-Zarr image is taken.
 *
 * @param level the resolution, 0 being the largest
 * @param t the position along t, 1 being the first; 0 for all of them
 * @param z the position along z, 1 being the first; 0 for all of them
 * @param lenient whether an axis that has one position or none needs not have the one that is chosen
 */
record OmeChoice(int level, long t, long z, boolean lenient) {

    /** All of its largest resolution. */
    static final OmeChoice ALL = new OmeChoice(0, 0, 0, false);

    /** The same for a mask, which may be one for all positions. */
    OmeChoice ofMask() {
        return new OmeChoice(level, t, z, true);
    }

    /**
     * The numbers of the slices that are taken, 0 being the first, those of the first t first.
     *
     * @throws IllegalArgumentException if there is no such level or position
     */
    List<Long> slices(OmeZarrImage image) {
        image.level(level);
        List<Long> slices = new ArrayList<>();
        long depth = size(image, "z");
        for (long i : positions(image, "t", t)) for (long j : positions(image, "z", z)) slices.add(i * depth + j);
        return slices;
    }

    private List<Long> positions(OmeZarrImage image, String axis, long chosen) {
        long size = size(image, axis);
        if (lenient && size == 1) return List.of(0L);
        if (chosen > size)
            throw new IllegalArgumentException(
                    axis + " is " + chosen + ", but must be from 1 to " + size + " in '" + image.folder() + "'.");
        if (chosen > 0) return List.of(chosen - 1);
        List<Long> all = new ArrayList<>();
        for (long i = 0; i < size; i++) all.add(i);
        return all;
    }

    /** How many positions there are along an axis; 1 if there is no such axis. */
    long size(OmeZarrImage image, String axis) {
        int d = image.dimension(axis);
        return d < 0 ? 1 : image.level(level).array().shape()[d];
    }
}
