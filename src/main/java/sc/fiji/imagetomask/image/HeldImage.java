package sc.fiji.imagetomask.image;

import ij.ImagePlus;

/** Locks an image while it is read, so that it keeps its pixels if its window is closed meanwhile. */
final class HeldImage implements AutoCloseable {

    private final ImagePlus image;
    private final boolean locked;

    /** @param image or null for none */
    HeldImage(ImagePlus image) {
        this.image = image;
        locked = image != null && image.lockSilently();
    }

    @Override
    public void close() {
        if (locked) image.unlock();
    }
}
