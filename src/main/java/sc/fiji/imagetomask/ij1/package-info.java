/** ImageJ's menu entries: dialogs and macro options. */
package sc.fiji.imagetomask.ij1;
