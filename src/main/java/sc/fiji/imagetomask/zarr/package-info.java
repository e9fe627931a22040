/**
 * OME-Zarr arrays as lazily read images, and writing them: OME-Zarr 0.4 (Zarr v2) and 0.5 (Zarr v3) in folders of files.
 * {@link sc.fiji.imagetomask.zarr.OmeZarrImage} reads, {@link sc.fiji.imagetomask.zarr.OmeZarrOutput} writes. Knows
 * nothing of masks.
 */
package sc.fiji.imagetomask.zarr;
