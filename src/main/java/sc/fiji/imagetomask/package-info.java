/** The public face. */
package sc.fiji.imagetomask;
