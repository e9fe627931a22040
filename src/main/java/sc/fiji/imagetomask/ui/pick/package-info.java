/** Clicks and strokes in a picture's window that a dialog takes, instead of ImageJ's own tool. */
package sc.fiji.imagetomask.ui.pick;
