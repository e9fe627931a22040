/** Proves that an engine on a device makes the masks of the reference, and measures how fast it makes them. */
package sc.fiji.imagetomask.engine.proof;
