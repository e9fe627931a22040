/** The OpenCL engine: devices, buffers and kernels, over JOCL, which no other package sees. */
package sc.fiji.imagetomask.engine.opencl;
