/**
 * The command line: arguments, the plan of a batch, and what is printed. It knows files and terminals, but not ImageJ.
 */
package sc.fiji.imagetomask.cli;
