package sc.fiji.imagetomask;

/** Where the masks of a stack go, slice by slice, in their order. */
public interface MaskSlices {

    /** Where the mask of slice i, 0 being the first, goes. */
    MaskTarget open(int i);

    /** The mask of slice i is complete. */
    default void written(int i) {}
}
