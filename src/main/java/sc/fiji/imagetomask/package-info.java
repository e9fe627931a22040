/** The public interface: the input and the settings of a mask, and the whole way from picture to mask on one page. */
package sc.fiji.imagetomask;
