/** ImageJ's own dialog and macro options. */
package sc.fiji.imagetomask.ij1;
