package sc.fiji.imagetomask.ij1;

import ij.ImagePlus;
import sc.fiji.imagetomask.options.MaskOptions;

/**
 * What the user of the dialog asks for.
 *
 * @param picture that the mask is to be made of
 * @param options how
 */
record Asked(ImagePlus picture, MaskOptions options) {}
