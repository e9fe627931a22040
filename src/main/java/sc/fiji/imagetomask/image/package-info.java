/** ImagePlus, ImgLib2, selections and mask pairing, to pixels and back; and the options that dialogs and macros share. */
package sc.fiji.imagetomask.image;
