/** The command line: picture files in, mask files out. Knows files and terminals, and nothing of ImageJ's windows. */
package sc.fiji.imagetomask.cli;
