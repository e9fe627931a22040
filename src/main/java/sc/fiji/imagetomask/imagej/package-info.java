/** ImageJ images: their pictures, selections, display ranges and masks, and the records in their info. Opens no dialog. */
package sc.fiji.imagetomask.imagej;
