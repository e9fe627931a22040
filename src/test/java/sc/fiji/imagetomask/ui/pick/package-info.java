/** Tests of what is picked in a picture. */
package sc.fiji.imagetomask.ui.pick;
