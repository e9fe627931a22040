package sc.fiji.imagetomask.ij1;

import ij.ImagePlus;
import sc.fiji.imagetomask.options.MaskOptions;

/**
 * What the user of the dialog chose.
 *
 * @param picture that the mask is made from
 * @param options how
 */
record Asked(ImagePlus picture, MaskOptions options) {}
