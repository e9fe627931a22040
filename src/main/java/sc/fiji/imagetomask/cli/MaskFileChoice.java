package sc.fiji.imagetomask.cli;

import sc.fiji.imagetomask.picturefile.deflate.Effort;

/**
 * How PNG and TIFF masks are written.
 *
 * @param bigTiff whether every TIFF is a BigTIFF
 * @param effort to make them small; null: the usual one for PNG, and TIFF is not compressed
 */
record MaskFileChoice(boolean bigTiff, Effort effort) {}
