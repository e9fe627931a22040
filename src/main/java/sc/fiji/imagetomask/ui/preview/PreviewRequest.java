package sc.fiji.imagetomask.ui.preview;

import ij.gui.Roi;
import sc.fiji.imagetomask.options.MaskOptions;

/**
 * One thing to show.
 *
 * @param options how the mask is made
 * @param situation of the picture
 * @param roi a copy of the picture's selection, or null
 * @param viewport of which the mask is wanted, or null; the histogram always is
 */
record PreviewRequest(MaskOptions options, PreviewState situation, Roi roi, Viewport viewport) {}
