/** Histogram, clip range, levels and invert, down to the 256-entry table: values and pure functions. */
package sc.fiji.imagetomask.tone;
