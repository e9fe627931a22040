/** The files that Zarr arrays are stored in, and their JSON. */
package sc.fiji.imagetomask.zarr.store;
