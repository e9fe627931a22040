/** Tests of what finds channel and levels. */
package sc.fiji.imagetomask.find;
