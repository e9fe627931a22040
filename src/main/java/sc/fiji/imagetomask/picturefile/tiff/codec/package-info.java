/** How TIFF compresses the bytes of strips and tiles, and its predictors. */
package sc.fiji.imagetomask.picturefile.tiff.codec;
