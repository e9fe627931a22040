package sc.fiji.imagetomask.ui;

import ij.gui.Roi;
import java.awt.image.BufferedImage;
import sc.fiji.imagetomask.image.MaskOptions;

/**
 * One thing to show.
 *
 * @param options how the mask is made
 * @param situation of the picture
 * @param roi a copy of the picture's selection, or null
 * @param visible whether an image is wanted; the histogram always is
 * @param background what is tinted, in the size of the viewport; null if the mask itself is shown
 */
record PreviewRequest(MaskOptions options, Situation situation, Roi roi, boolean visible, BufferedImage background) {}
