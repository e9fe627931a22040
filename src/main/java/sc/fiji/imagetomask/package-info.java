/** The public face: what a mask is made of and with which settings, and the flow from picture to mask on one page. */
package sc.fiji.imagetomask;
