/** Finds the channel and the levels whose mask separates pixels that a user has marked from the rest of a picture. */
package sc.fiji.imagetomask.find;
