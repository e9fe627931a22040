package sc.fiji.imagetomask.ui.preview;

import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;

/**
 * The result of a request.
 *
 * @param histogram of the channel, its hue shifted
 * @param range of it that becomes 0..255
 * @param engine the engine that computed it, and the reason for it
 * @param mask to show, or null if none was wanted
 */
record PreviewResult(Histogram histogram, ClipRange range, String engine, MaskView mask) {}
