package sc.fiji.imagetomask.command;

import java.util.List;
import net.imglib2.Interval;
import sc.fiji.imagetomask.img.ImgPictures;
import sc.fiji.imagetomask.img.ImgRegion;
import sc.fiji.imagetomask.reading.ChannelOrder;

/** The image that a script gave to {@link ImgLib2ToMaskCommand}, with its name, axes and ROIs. */
interface Original extends AutoCloseable {

    /** Null if it has none. */
    String name();

    /**
     * Its slices.
     *
     * @param range a text that says which values become 0 and 1
     * @param axis the dimension of the colours, for images that do not say it themselves; -1 for none
     * @param opaque whether the top byte of ARGB colours is ignored
     * @throws IllegalArgumentException naming the value that cannot be used
     */
    ImgPictures pictures(String range, ChannelOrder rgb, int axis, boolean opaque);

    /** The regions that its own ROIs limit a mask of these bounds to; empty for none. */
    List<ImgRegion> regions(Interval mask);

    /** ImageJ2's axes for a mask of these dimensions, with types, calibration and units; call after {@link #pictures}. */
    List<Object> axes(ImageJ2 imagej2, int dimensions);

    @Override
    void close();
}
