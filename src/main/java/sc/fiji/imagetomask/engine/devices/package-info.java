/** The OpenCL devices: searched for in a separate Java process, and saved in a file until drivers change. */
package sc.fiji.imagetomask.engine.devices;
