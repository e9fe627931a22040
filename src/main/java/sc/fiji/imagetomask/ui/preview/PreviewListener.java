package sc.fiji.imagetomask.ui.preview;

import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;

/** Hears from a {@link MaskPreview}, on the event thread. */
public interface PreviewListener {

    /** The channel was counted: its histogram, the hue shifted as the options say, and its clip range. */
    void counted(Histogram histogram, ClipRange range);

    /** What computes, and why, in a few words. */
    void computed(String how);

    /** There is no preview for these options, for the reason in this sentence; null once there is one again. */
    void failed(String sentence);

    /** The user closed the window of the preview. */
    void windowClosed();

    /** The picture was closed: there is nothing to preview any more. */
    void pictureClosed();
}
