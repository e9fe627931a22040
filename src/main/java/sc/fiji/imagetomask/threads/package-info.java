/** Work that several threads share, which always ends as a whole. */
package sc.fiji.imagetomask.threads;
