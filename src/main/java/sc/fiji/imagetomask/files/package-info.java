/** Files and folders that are whole or not there, and what went wrong with them, in words. */
package sc.fiji.imagetomask.files;
