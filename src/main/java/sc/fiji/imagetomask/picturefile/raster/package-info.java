/** PNG, JPEG, GIF and BMP files as pictures, and PNG files of masks. */
package sc.fiji.imagetomask.picturefile.raster;
