/**
 * Zarr arrays, versions 2 and 3, in folders of files: chunks and shards, read lazily and written. Knows nothing of
 * microscopy and masks.
 */
package sc.fiji.imagetomask.zarr;
