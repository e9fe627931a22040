/** OME-Zarr images as pictures and as what masks are multiplied with, and the OME-Zarr images that become of masks. */
package sc.fiji.imagetomask.ome;
