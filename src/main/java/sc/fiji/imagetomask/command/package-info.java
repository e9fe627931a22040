/** The SciJava commands. */
package sc.fiji.imagetomask.command;
