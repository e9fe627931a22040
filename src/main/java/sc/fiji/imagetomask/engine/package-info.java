/** What an engine is, and the choice of one with its reason. */
package sc.fiji.imagetomask.engine;
