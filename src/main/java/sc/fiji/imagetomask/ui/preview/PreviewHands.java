package sc.fiji.imagetomask.ui.preview;

import java.awt.Point;

/** Hears what the user does at the window of a preview, on the event thread. */
interface PreviewHands {

    /** It was closed. */
    void closed();

    /** It has another place or size, by the user or by anything else. */
    void moved();

    /** Whether the picture itself is wanted for a while. */
    void compares(boolean picture);

    /** It shall show what the picture's window shows. */
    void follows();

    /** The mouse is at that pixel of the image. */
    void points(Point pixel);

    /**
     * The wheel was turned.
     *
     * @param across where the mouse is, from 0 at the left of the image to 1 at its right
     * @param down likewise, from its top
     * @param notches up, which enlarges
     */
    void zooms(double across, double down, double notches);
}
