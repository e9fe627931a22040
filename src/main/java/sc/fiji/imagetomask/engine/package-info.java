/** What an engine is, and which one to take and why. */
package sc.fiji.imagetomask.engine;
