package sc.fiji.imagetomask.reading;

import java.util.List;

/** How the masks of a batch go with its pictures: picture i takes mask i; when the masks run out, the last repeats. */
public final class Pairing {

    private Pairing() {}

    /** The mask of picture i; null if there are no masks. */
    public static <T> T of(List<T> masks, int i) {
        return masks.isEmpty() ? null : masks.get(Math.min(i, masks.size() - 1));
    }
}
