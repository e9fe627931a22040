package sc.fiji.imagetomask.picturefile;

/**
 * The part of an image with several resolutions, times and slices that is read.
 *
 * @param level the resolution, 0 being the largest
 * @param t the position along t, 1 being the first; 0 for all of them
 * @param z the position along z, 1 being the first; 0 for all of them
 * @param lenient whether an axis that has one position or none needs not have the one that is chosen
 */
public record ImagePart(int level, long t, long z, boolean lenient) {

    /** The whole image in its largest resolution. */
    static final ImagePart ALL = new ImagePart(0, 0, 0, false);

    /** The same for a mask image, which may be one for all positions. */
    ImagePart ofMask() {
        return new ImagePart(level, t, z, true);
    }
}
