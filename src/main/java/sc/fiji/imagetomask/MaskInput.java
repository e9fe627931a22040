package sc.fiji.imagetomask;

import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.tone.ToneTable;

/**
 * A picture with what its mask is multiplied with.
 *
 * @param picture the picture
 * @param mask replaces the picture's own alpha; null if none is given
 * @param roi a selection, multiplied with the mask or alpha; null for all of the picture
 */
public record MaskInput(Picture picture, WeightMap mask, WeightMap roi) {

    /** @throws IllegalArgumentException naming both sizes, if they differ */
    public MaskInput {
        requireSameSize("mask", mask, picture);
        requireSameSize("selection", roi, picture);
    }

    /** A picture alone. */
    public static MaskInput of(Picture picture) {
        return new MaskInput(picture, null, null);
    }

    /** Whether reading its tiles takes time. */
    boolean isLazy() {
        return picture.isLazy() || mask != null && mask.isLazy() || roi != null && roi.isLazy();
    }

    /** Whether several threads may read its tiles at once. */
    boolean isConcurrent() {
        return picture.isConcurrent() && (mask == null || mask.isConcurrent()) && (roi == null || roi.isConcurrent());
    }

    /** Whether the picture's alpha counts in pixels like these. */
    boolean usesAlpha(Pixels pixels) {
        return mask == null && pixels.hasAlpha();
    }

    /**
     * What the values of a tile are multiplied with: the mask, or else the picture's alpha, times the selection; null
     * if there is none of them.
     *
     * @param pixels the picture's pixels of that tile; may be null if they have no alpha that counts
     * @param values how the values of the mask count
     */
    public MaskSpan factor(Tile tile, Pixels pixels, MaskValues values) {
        MaskSpan given = mask != null
                ? values.factor(mask.read(tile))
                : pixels != null && pixels.hasAlpha() ? pixels.alpha() : null;
        MaskSpan selected = roi == null ? null : roi.read(tile);
        return given == null ? selected : selected == null ? given : product(given, selected);
    }

    private static MaskSpan product(MaskSpan a, MaskSpan b) {
        if (a instanceof ByteSpan first && b instanceof ByteSpan second) {
            ByteSpan product = ByteSpan.allocate(a.length());
            for (int i = 0; i < a.length(); i++)
                product.array()[i] = (byte) ToneTable.masked(first.get(i), second.get(i));
            return product;
        }
        float[] product = new float[a.length()];
        for (int i = 0; i < product.length; i++) product[i] = a.fraction(i) * b.fraction(i);
        return MaskSpan.Floats.of(product);
    }

    private static void requireSameSize(String what, WeightMap weights, Picture picture) {
        if (weights != null && (weights.width() != picture.width() || weights.height() != picture.height()))
            throw new IllegalArgumentException("The " + what + " is " + weights.width() + " x " + weights.height()
                    + " pixels, but must have the picture's size of " + picture.width() + " x " + picture.height()
                    + ".");
    }
}
