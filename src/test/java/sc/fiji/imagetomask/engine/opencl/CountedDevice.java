package sc.fiji.imagetomask.engine.opencl;

import java.util.Map;
import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_device_id;

/** Masks in somebody else's context, with every call to the driver counted. */
public final class CountedDevice implements AutoCloseable {

    private final FaultyApi api = new FaultyApi();
    private final DeviceMasks masks;

    public CountedDevice(cl_context context, cl_device_id device, cl_command_queue queue) {
        ClApi counted = api.over(OpenCl.require());
        masks = new DeviceMasks(new ClContext(counted, ClDevice.of(counted, null, device), context, queue));
    }

    public DeviceMasks masks() {
        return masks;
    }

    /** Counts from 0 again. */
    public void reset() {
        api.rule((call, n) -> 0);
    }

    /** How often each call was made since then. */
    public Map<String, Integer> calls() {
        return api.calls();
    }

    /** How many objects of each kind are created and not yet released. */
    public Map<String, Integer> held() {
        return api.held();
    }

    @Override
    public void close() {
        masks.close();
    }
}
