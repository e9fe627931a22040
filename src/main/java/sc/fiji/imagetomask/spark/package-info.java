/**
 * One job on one machine or many: blocks of an OME-Zarr image in, blocks of masks out, by Apache Spark. Knows which block
 * goes where and when; no pixel is computed here.
 */
package sc.fiji.imagetomask.spark;
