package sc.fiji.imagetomask.engine.opencl;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jocl.cl_command_queue;
import org.jocl.cl_event;
import sc.fiji.imagetomask.engine.EngineException;

/**
 * Waits for a queue, with a time limit.
 *
 * <p>Design decision: OpenCL's own waits have no time limit and cannot be interrupted, so the status of a marker is
 * read until it is reached: without a pause at first, because most work takes less than a millisecond, then with longer
 * and longer pauses.
 */
final class ClWait {

    private static final long EAGER_NANOS = 100_000;
    private static final long LONGEST_PAUSE_NANOS = 500_000;

    private final ClApi api;
    private final String device;
    private final long limitNanos;

    ClWait(ClApi api, String device, long limitNanos) {
        this.api = api;
        this.device = device;
        this.limitNanos = limitNanos;
    }

    /**
     * Returns when all commands in the queue are done.
     *
     * @throws HungException at the time limit
     */
    void untilDone(cl_command_queue queue) {
        cl_event marker = api.createMarker(queue);
        try {
            long start = System.nanoTime();
            while (!api.isDone(marker)) {
                long waited = System.nanoTime() - start;
                if (waited > limitNanos)
                    throw new HungException(device, Math.max(1, TimeUnit.NANOSECONDS.toSeconds(limitNanos)));
                if (waited < EAGER_NANOS) Thread.yield();
                else LockSupport.parkNanos(Math.min(waited / 16, LONGEST_PAUSE_NANOS));
            }
        } finally {
            ClApi.quietly(() -> api.release(marker));
        }
    }

    /**
     * A device did not finish within the time limit. It may still be working, so its buffers cannot be released or used.
     */
    static final class HungException extends EngineException {

        private static final long serialVersionUID = 1;

        HungException(String device, long seconds) {
            super("The device " + device + " has not answered for " + seconds + " seconds.");
        }
    }
}
