/** The command line: arguments, the plan of a batch, and what is printed. Knows files and terminals, and nothing of ImageJ. */
package sc.fiji.imagetomask.cli;
