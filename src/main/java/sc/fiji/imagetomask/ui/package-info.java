/** The levels panel and the live preview, for both dialogs. */
package sc.fiji.imagetomask.ui;
