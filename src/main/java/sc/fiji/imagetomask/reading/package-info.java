/**
 * How stored values become colours: value ranges, the order of channels, display colours. This package uses no image
 * library and no file format.
 */
package sc.fiji.imagetomask.reading;
