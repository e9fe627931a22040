/** The SciJava commands, for scripts. */
package sc.fiji.imagetomask.command;
