package sc.fiji.imagetomask.clij;

import net.haesleinhuepf.clij.clearcl.ClearCLBuffer;
import net.haesleinhuepf.clij.clearcl.ClearCLContext;
import net.haesleinhuepf.clij.clearcl.enums.HostAccessType;
import net.haesleinhuepf.clij.clearcl.enums.KernelAccessType;
import net.haesleinhuepf.clij.clearcl.enums.MemAllocMode;
import net.haesleinhuepf.clij.coremem.enums.NativeTypeEnum;

/** New buffers in a context of CLIJ. */
final class Buffers {

    private Buffers() {}

    /** A buffer of two dimensions, or three if there are several slices. */
    static ClearCLBuffer create(ClearCLContext context, long[] size, NativeTypeEnum type) {
        long[] dimensions = size[2] == 1 ? new long[] {size[0], size[1]} : size;
        return context.createBuffer(
                MemAllocMode.Best, HostAccessType.ReadWrite, KernelAccessType.ReadWrite, 1L, type, dimensions);
    }
}
