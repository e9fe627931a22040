package sc.fiji.imagetomask.img;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.WrappedImg;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.basictypeaccess.nio.BufferAccess;
import net.imglib2.img.planar.PlanarImg;

/**
 * A plane of an ImgLib2 image that is stored, row by row, in an array on the heap.
 *
 * @param array a primitive array of the image's own
 * @param offset where the plane starts
 */
record HeapPlane(Object array, int offset) {

    /**
     * That plane of an array or planar image, dimension 2 counting first; null if the image stores it in another way.
     */
    static HeapPlane of(RandomAccessibleInterval<?> image, int plane) {
        if (image instanceof WrappedImg<?> wrapped) return of(wrapped.getImg(), plane);
        if (image instanceof ArrayImg<?, ?> img)
            return of(img.update(null), Math.toIntExact(plane * img.dimension(0) * img.dimension(1)));
        if (image instanceof PlanarImg<?, ?> img) return of(img.getPlane(plane), 0);
        return null;
    }

    private static HeapPlane of(Object access, int offset) {
        return access instanceof ArrayDataAccess<?> array && !(access instanceof BufferAccess<?>)
                ? new HeapPlane(array.getCurrentStorageArray(), offset)
                : null;
    }
}
