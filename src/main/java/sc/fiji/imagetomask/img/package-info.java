/** ImgLib2 images as pictures and masks, of any type, size and number of axes. This package does not use ImageJ. */
package sc.fiji.imagetomask.img;
