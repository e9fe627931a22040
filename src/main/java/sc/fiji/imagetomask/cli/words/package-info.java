/** The words of a command line: names and numbers in them, and the sentences about wrong ones. */
package sc.fiji.imagetomask.cli.words;
