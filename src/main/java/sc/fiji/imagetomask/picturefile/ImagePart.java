package sc.fiji.imagetomask.picturefile;

/**
 * The part of an image with several resolutions, times and slices that is read.
 *
 * @param field the folder of the image, of several that are stored together, such as the fields of a plate; empty if there
 *     is one image
 * @param level the resolution, 0 being the largest
 * @param t the position along t, 1 being the first; 0 for all of them
 * @param z the position along z, 1 being the first; 0 for all of them
 * @param lenient whether one image may be there for all fields, and an axis that has one position or none needs not have
 *     the one that is chosen
 */
public record ImagePart(String field, int level, long t, long z, boolean lenient) {

    /** The whole image in its largest resolution. */
    static final ImagePart ALL = new ImagePart("", 0, 0, 0, false);

    /** The same for a mask image, which may be one for all positions. */
    ImagePart ofMask() {
        return new ImagePart(field, level, t, z, true);
    }

    /** The same of another field. */
    public ImagePart withField(String newField) {
        return new ImagePart(newField, level, t, z, lenient);
    }
}
