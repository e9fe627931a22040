/** The preview of a mask beside its picture: its computation, the place of its window, and its controls. */
package sc.fiji.imagetomask.ui.preview;
