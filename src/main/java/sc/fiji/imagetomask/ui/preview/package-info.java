/** The preview of a mask beside its picture: what it computes, where its window stands, and its controls. */
package sc.fiji.imagetomask.ui.preview;
