/** Tests of this package. */
package sc.fiji.imagetomask.preset;
