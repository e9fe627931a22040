/** Where native code comes from. */
package sc.fiji.imagetomask.natives;
