/**
 * OME-Zarr images, versions 0.1 to 0.4 (Zarr v2) and 0.5 (Zarr v3): axes, levels, display colours, and the images for masks.
 * {@link sc.fiji.imagetomask.ome.OmeZarrImage} reads, {@link sc.fiji.imagetomask.ome.OmeZarrOutput} writes.
 */
package sc.fiji.imagetomask.ome;
