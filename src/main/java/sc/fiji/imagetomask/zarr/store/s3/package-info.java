/** S3: images in the object stores of Amazon and of others, by the AWS SDK for Java, which may be missing. */
package sc.fiji.imagetomask.zarr.store.s3;
