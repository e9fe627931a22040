/** Masks on CLIJ2's buffers: in its context, on its queue, without a copy; and the macro extensions for them. */
package sc.fiji.imagetomask.clij;
