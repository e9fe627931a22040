package sc.fiji.imagetomask.reading;

import java.util.List;

/** The masks for the pictures of a batch: picture i gets mask i; pictures after the last mask get the last mask. */
public final class Pairing {

    private Pairing() {}

    /** The mask of picture i; null if there are no masks. */
    public static <T> T of(List<T> masks, int i) {
        return masks.isEmpty() ? null : masks.get(Math.min(i, masks.size() - 1));
    }
}
