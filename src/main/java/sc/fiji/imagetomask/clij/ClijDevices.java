package sc.fiji.imagetomask.clij;

import java.lang.ref.Cleaner;
import java.util.Map;
import java.util.WeakHashMap;
import net.haesleinhuepf.clij.clearcl.ClearCLContext;
import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_device_id;
import sc.fiji.imagetomask.engine.opencl.DeviceMasks;

/**
 * The kernels and tables for each context of CLIJ, kept between calls. They are freed when the context was closed and
 * another one is used, when the device has failed, or when nobody uses the context any more.
 */
final class ClijDevices {

    private static final Cleaner CLEANER = Cleaner.create();
    private static final Map<ClearCLContext, DeviceMasks> KEPT = new WeakHashMap<>();

    private ClijDevices() {}

    /** For buffers of that context. */
    static synchronized DeviceMasks masks(ClearCLContext context) {
        KEPT.entrySet().removeIf(ClijDevices::isUseless);
        return KEPT.computeIfAbsent(context, ClijDevices::open);
    }

    private static boolean isUseless(Map.Entry<ClearCLContext, DeviceMasks> entry) {
        if (entry.getKey().getPeerPointer() != null && !entry.getValue().isLost()) return false;
        entry.getValue().close();
        return true;
    }

    private static DeviceMasks open(ClearCLContext context) {
        DeviceMasks masks = DeviceMasks.in(
                (cl_context) context.getPeerPointer().getPointer(),
                (cl_device_id) context.getDevice().getPeerPointer().getPointer(),
                (cl_command_queue) context.getDefaultQueue().getPeerPointer().getPointer());
        CLEANER.register(context, masks::close);
        return masks;
    }
}
