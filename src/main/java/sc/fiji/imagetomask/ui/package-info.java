/** The levels panel on the histogram of a channel, and parts that all dialogs share. */
package sc.fiji.imagetomask.ui;
