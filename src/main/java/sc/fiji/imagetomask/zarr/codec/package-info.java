/** How Zarr compresses the bytes of chunks. */
package sc.fiji.imagetomask.zarr.codec;
