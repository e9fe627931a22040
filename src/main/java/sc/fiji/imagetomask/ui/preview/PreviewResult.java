package sc.fiji.imagetomask.ui.preview;

import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;

/**
 * What came of a request.
 *
 * @param histogram of the channel, its hue shifted
 * @param range of it that is stretched
 * @param engine what computed it, and why
 * @param mask to show, or null if none was wanted
 */
record PreviewResult(Histogram histogram, ClipRange range, String engine, MaskView mask) {}
