package sc.fiji.imagetomask.find;

import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.WeightMap;

/**
 * A slice with what is marked on it. A pixel is marked where the value is at least 128 of 255.
 *
 * @param picture the slice
 * @param object what the mask is wanted for; null if nothing of this slice is marked so
 * @param background what the mask must leave out; null if nothing of this slice is marked so
 */
public record Marked(Picture picture, WeightMap object, WeightMap background) {

    /** @throws IllegalArgumentException naming both sizes, if they differ */
    public Marked {
        requireSize("object", object, picture);
        requireSize("background", background, picture);
    }

    private static void requireSize(String what, WeightMap marks, Picture picture) {
        if (marks != null && (marks.width() != picture.width() || marks.height() != picture.height()))
            throw new IllegalArgumentException("The " + what + " is marked on " + marks.width() + " x " + marks.height()
                    + " pixels, but must have the picture's size of " + picture.width() + " x " + picture.height()
                    + ".");
    }
}
