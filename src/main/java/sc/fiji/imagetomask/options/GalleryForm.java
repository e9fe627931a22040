package sc.fiji.imagetomask.options;

import sc.fiji.imagetomask.Labelled;

/** How the channels of a picture are laid out. */
public enum GalleryForm implements Labelled {
    /** One slice for each channel, in full size. */
    STACK,
    /** Side by side in one image, with their names above. */
    MONTAGE;

    @Override
    public String label() {
        return name().toLowerCase();
    }

    /** The value of that word, in any case. */
    public static GalleryForm of(String word) {
        return Labelled.of("as", word, values());
    }
}
