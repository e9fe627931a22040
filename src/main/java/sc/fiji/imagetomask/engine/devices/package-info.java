/** Which OpenCL devices there are: looked for by a Java of its own, and kept in a file until drivers change. */
package sc.fiji.imagetomask.engine.devices;
