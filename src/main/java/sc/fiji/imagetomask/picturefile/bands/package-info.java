/** Slices of picture files that are read some rows at a time, from top to bottom, because they are large. */
package sc.fiji.imagetomask.picturefile.bands;
