/** The entry of the menu that opens OME-Zarr images as virtual hyperstacks: what is asked, and how planes are read. */
package sc.fiji.imagetomask.ij1.open;
