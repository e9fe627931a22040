package sc.fiji.imagetomask.ui.preview;

import java.awt.Point;

/** Receives the user's actions in the window of a preview, on the event thread. */
interface PreviewHands {

    /** It was closed. */
    void closed();

    /** The window was moved or resized, by the user or by something else. */
    void moved();

    /** Whether the picture is to be shown instead of the mask for a while. */
    void compares(boolean picture);

    /** The user wants the part that the picture's window shows. */
    void follows();

    /** The mouse is at that pixel of the image. */
    void points(Point pixel);

    /**
     * The mouse wheel was moved.
     *
     * @param across where the mouse is, from 0 at the left of the image to 1 at its right
     * @param down likewise, from its top
     * @param notches up, which enlarges
     */
    void zooms(double across, double down, double notches);
}
