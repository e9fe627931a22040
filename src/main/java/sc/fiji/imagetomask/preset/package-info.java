/** Named settings in small text files, for the dialog, for macros and for the command lines. */
package sc.fiji.imagetomask.preset;
