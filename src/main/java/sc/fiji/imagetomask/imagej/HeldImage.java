package sc.fiji.imagetomask.imagej;

import ij.ImagePlus;

/**
 * Locks an image while it is read: its pixels stay in memory if its window is closed, and no other command of ImageJ
 * changes them. A thread may lock an image that it has locked already.
 */
public final class HeldImage implements AutoCloseable {

    private final ImagePlus image;

    /**
     * Locks it.
     *
     * @param image or null for none
     * @throws IllegalArgumentException if another command has locked it, and may be changing it
     */
    public HeldImage(ImagePlus image) {
        if (image != null && !image.lockSilently())
            throw new IllegalArgumentException("The image '" + image.getTitle()
                    + "' is in use by another command; wait for it, or choose Plugins > Utilities > Reset... >"
                    + " Locked Image.");
        this.image = image;
    }

    @Override
    public void close() {
        if (image != null) image.unlock();
    }
}
