/** The files that Zarr arrays are stored in, their JSON, and arrays for their values that are used again. */
package sc.fiji.imagetomask.zarr.store;
