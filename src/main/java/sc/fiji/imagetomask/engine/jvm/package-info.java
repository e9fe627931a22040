/** The Java engine, on the caller's threads. */
package sc.fiji.imagetomask.engine.jvm;
