/**
 * Work that several threads share, which always ends as a whole; and many jobs at once, as many as memory allows, told in
 * their order.
 */
package sc.fiji.imagetomask.threads;
