package sc.fiji.imagetomask.ome;

import sc.fiji.imagetomask.zarr.Compression;

/**
 * The format of OME-Zarr masks.
 *
 * @param version of OME-Zarr; null: that of the picture, or 0.4
 * @param compression of chunks
 * @param chunk edge of chunks in y and x, in pixels
 */
public record OmeFormat(OmeVersion version, Compression compression, int chunk) {}
