package sc.fiji.imagetomask;

/**
 * A picture with what its mask is multiplied with.
 *
 * @param picture the picture
 * @param mask replaces the picture's own alpha; null if none is given
 * @param roi a selection, multiplied with the mask or alpha; null for all of the picture
 */
public record Frame(Picture picture, Coverage mask, Coverage roi) {

    /** @throws IllegalArgumentException naming both sizes, if they differ */
    public Frame {
        requireSameSize("mask", mask, picture);
        requireSameSize("selection", roi, picture);
    }

    /** A picture alone. */
    public static Frame of(Picture picture) {
        return new Frame(picture, null, null);
    }

    private static void requireSameSize(String what, Coverage coverage, Picture picture) {
        if (coverage != null && (coverage.width() != picture.width() || coverage.height() != picture.height()))
            throw new IllegalArgumentException("The " + what + " is " + coverage.width() + " x " + coverage.height()
                    + " pixels, but must have the picture's size of " + picture.width() + " x " + picture.height()
                    + ".");
    }
}
