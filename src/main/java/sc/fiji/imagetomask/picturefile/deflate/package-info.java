/** Blocks of bytes are deflated independently of each other, so that several threads can do it. */
package sc.fiji.imagetomask.picturefile.deflate;
