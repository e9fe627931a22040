package sc.fiji.imagetomask.ui.preview;

import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;

/** Receives the events of a {@link MaskPreview}, on the event thread. */
public interface PreviewListener {

    /** The histogram of the channel was computed, with the hue shift of the options, and its clip range. */
    void counted(Histogram histogram, ClipRange range);

    /** The engine and the reason for it, in a few words. */
    void computed(String how);

    /** There is no preview for these options; the sentence is the reason. Null if there is one again. */
    void failed(String sentence);

    /** The user closed the window of the preview. */
    void windowClosed();

    /** The picture was closed: there is nothing to preview any more. */
    void pictureClosed();
}
