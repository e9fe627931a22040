/** TIFF, BigTIFF, OME-TIFF and ImageJ's TIFF files as pictures, and TIFF files of masks. */
package sc.fiji.imagetomask.picturefile.tiff;
