package sc.fiji.imagetomask.engine.opencl;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntUnaryOperator;

/**
 * The binding with faults: before each call a rule may replace it by an error. Counts what was created and released.
 */
final class FaultyApi {

    /** Decides the status of the call of that name, which is made for the n-th time; 0 lets it through. */
    interface Rule {
        int status(String call, int n);
    }

    private final Map<String, Integer> calls = new TreeMap<>();
    private final Map<String, Integer> held = new TreeMap<>();
    private Rule rule = (call, n) -> 0;
    private long room = Long.MAX_VALUE;
    private int noRoom;
    private int failed;

    synchronized void rule(Rule newRule) {
        rule = newRule;
        calls.clear();
        failed = 0;
    }

    /** How many calls the rule has failed so far. */
    synchronized int failed() {
        return failed;
    }

    /** Fails the calls of that name for which the number of the call, from 1, gives a status other than 0. */
    void fail(String call, IntUnaryOperator status) {
        rule((name, n) -> name.equals(call) ? status.applyAsInt(n) : 0);
    }

    /** Fails with that status where a buffer of more than so many bytes is created. */
    void failBuffersOver(long bytes, int status) {
        room = bytes;
        noRoom = status;
    }

    /** How many objects of each kind are created and not yet released. */
    synchronized Map<String, Integer> held() {
        Map<String, Integer> left = new TreeMap<>(held);
        left.values().removeIf(n -> n == 0);
        return left;
    }

    /** What is held once all that ends late, apart from who asked for it, has ended; waits a minute at most. */
    Map<String, Integer> heldInTheEnd() {
        for (int i = 0; i < 1200 && !held().isEmpty(); i++) LockSupport.parkNanos(50_000_000);
        return held();
    }

    /** How often each call was made since the rule was set. */
    synchronized Map<String, Integer> calls() {
        return new TreeMap<>(calls);
    }

    ClApi over(ClApi real) {
        return ChangedApi.over(real, (call, arguments, meant) -> {
            int status;
            synchronized (this) {
                status = rule.status(call, calls.merge(call, 1, Integer::sum));
                if (call.equals("createBuffer") && (long) arguments[2] > room) status = noRoom;
                if (call.equals("release")
                        || call.equals("freeShared")) // the driver takes it back even if it complains
                count(arguments[0].getClass().getSimpleName(), -1);
                if (call.equals("unmap")) count("map", -1);
                if (status != 0) failed++;
            }
            if (status != 0) throw new ClException(call, status);
            Object result = meant.make();
            if (call.startsWith("create")) count(result.getClass().getSimpleName(), 1);
            if (call.equals("map")) count("map", 1);
            return result;
        });
    }

    private synchronized void count(String kind, int more) {
        held.merge(kind, more, Integer::sum);
    }
}
