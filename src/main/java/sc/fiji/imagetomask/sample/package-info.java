/** Sample pictures: a stained section, and a 16-bit time series as TIFF and as OME-Zarr, drawn by a program. */
package sc.fiji.imagetomask.sample;
