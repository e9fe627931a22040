package sc.fiji.imagetomask.engine.opencl;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jocl.CL;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineProvider;

/** The OpenCL engine with all that it holds counted and, if asked, with random faults; for tests of other packages. */
public final class CountedOpenCl implements EngineProvider, AutoCloseable {

    private static final int[] FAULTS = {
        CL.CL_OUT_OF_RESOURCES, CL.CL_OUT_OF_HOST_MEMORY, CL.CL_MEM_OBJECT_ALLOCATION_FAILURE,
    };

    /** One in so many: each leads to a new context, of which PoCL 3.1 keeps some 36 KB when it is released. */
    private static final int LOSS = 50;

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

    @Override
    public String name() {
        return "opencl";
    }

    @Override
    public int priority() {
        return 1;
    }

    @Override
    public List<String> devices() {
        return List.of(engine.device());
    }

    @Override
    public Engine engine(String device) {
        return engine;
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
