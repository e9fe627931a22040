package sc.fiji.imagetomask.engine.opencl;

import java.util.Map;
import java.util.Random;
import org.jocl.CL;
import sc.fiji.imagetomask.engine.EngineProvider;
import sc.fiji.imagetomask.engine.OneEngine;

/** The OpenCL engine with all that it holds counted and, if asked, with random faults; for tests of other packages. */
public final class CountedOpenCl implements AutoCloseable {

    private static final int[] FAULTS = {
        CL.CL_OUT_OF_RESOURCES, CL.CL_OUT_OF_HOST_MEMORY, CL.CL_MEM_OBJECT_ALLOCATION_FAILURE,
    };

    /** One in so many: each leads to a new context, with all programs built again. */
    private static final int LOSS = 10;

    private static final int[] LOSSES = {CL.CL_INVALID_COMMAND_QUEUE, CL.CL_DEVICE_NOT_AVAILABLE};

    private final FaultyApi api = new FaultyApi();
    private final OpenClEngine engine;
    private long faults;

    /**
     * Opens the best device.
     *
     * @param rate what part of all calls fails once it is open
     */
    public CountedOpenCl(double rate, long seed) {
        engine = (OpenClEngine) new OpenClEngines(() -> api.over(new JoclApi())).engine(null);
        Random random = new Random(seed);
        api.rule((call, n) -> {
            if (call.equals("release") || call.equals("unmap") || random.nextDouble() >= rate) return 0;
            faults++;
            int[] kinds = random.nextInt(LOSS) == 0 ? LOSSES : FAULTS;
            return kinds[random.nextInt(kinds.length)];
        });
    }

    /** The kind of engine that has only this one. */
    public EngineProvider provider() {
        return new OneEngine(device -> engine);
    }

    /** How many objects of each kind are held in the end, after {@link #close}. */
    public Map<String, Integer> held() {
        return api.heldInTheEnd();
    }

    /** How many calls were made to fail. */
    public long faults() {
        return faults;
    }

    @Override
    public void close() {
        engine.close();
    }
}
