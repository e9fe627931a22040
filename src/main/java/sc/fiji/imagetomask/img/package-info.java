/** ImgLib2 images as pictures and masks, of any type, size and number of axes. Knows nothing of ImageJ. */
package sc.fiji.imagetomask.img;
